package io.alchemi.command.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.config.ConfigException;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# yaml-language-server: $schema=../a.schema.json",
                "#yaml-language-server: foo $schema=../a.schema.json bar",
                "\n# Of a run.\n---\n# $schema: ../a.schema.json\nx: 1",
                "$schema: ../a.schema.json # for editors",
                "---\n'$schema': '../a.schema.json'",
                "x: 1\n\"$schema\" : \"../a.schema.json\"\r\ny: 2",
                "{\"$schema\": \"../a.schema.json\", \"x\": 1}",
                "{ $schema: ../a.schema.json }",
                "{\n  \"$schema\": \"../a.schema.json\"\n}",
                "{\"x\": {\"$schema\": \"b.schema.json\"}, \"$schema\": \"../a.schema.json\"}",
                "{\"x\": {\n  \"$schema\": \"b.schema.json\"},\n \"$schema\": \"../a.schema.json\"}",
                "$schema: >-\n  ../a.schema.json",
                "$schema:\n  ../a.schema.json"
            })
    void aReferenceOfAnyEditorIsFound(String text) {
        SchemaReference reference = Objects.requireNonNull(find(text));

        assertThat(reference.target()).isEqualTo("../a.schema.json");
        assertThat(reference.id()).isEqualTo("a");
        assertThat(reference.isRemote()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Without $schema: a.schema.json this is prose",
                "# See https://example.org/a.schema.json and $schema=a.schema.json",
                "x: 1\n# $schema: a.schema.json",
                "x: |\n  $schema: a.schema.json",
                "section:\n  $schema: a.schema.json",
                "x: $schema",
                "$schema_of: a.schema.json"
            })
    void whatIsNoReferenceIsNone(String text) {
        assertThat(find(text)).isNull();
    }

    @Test
    void aFileThatIsNotYamlIsReported() {
        assertThatThrownBy(() -> find("x: [\n$schema: a.schema.json"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        refused -> assertThat(refused.diagnostics()).isNotEmpty());
    }

    @Test
    void itsPlaceIsThatOfTheTarget() {
        assertThat(Objects.requireNonNull(find("\n$schema: 'a.schema.json'"))
                        .place()
                        .span())
                .isEqualTo(new Span(2, 10, 2, 25));
        assertThat(Objects.requireNonNull(find("$schema: x/a.json")).place().span())
                .isEqualTo(new Span(1, 10, 1, 18));
    }

    @Test
    void onlyANameOfTheRightFormHasAnId() {
        assertThat(Objects.requireNonNull(find("$schema: https://example.org/a.b.schema.json")))
                .matches(SchemaReference::isRemote)
                .extracting(SchemaReference::id)
                .isEqualTo("a.b");
        assertThat(Objects.requireNonNull(find("$schema: file:///a/b.schema.json")))
                .matches(reference -> !reference.isRemote())
                .extracting(SchemaReference::id)
                .isEqualTo("b");
        assertThat(Objects.requireNonNull(find("$schema: other.json")).id()).isNull();
        assertThat(Objects.requireNonNull(find("$schema:")).target()).isEmpty();
    }

    private static @Nullable SchemaReference find(String text) {
        return SchemaReference.in(new Document(Document.Kind.FILE, "t.yaml", text));
    }
}
