package io.alchemi.processor.emit.template;

import static io.alchemi.processor.emit.RecordBuilder.record;
import static io.alchemi.processor.emit.RecordBuilder.schema;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.Limits;
import io.alchemi.processor.emit.Golden;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.Schemas;
import io.alchemi.processor.emit.YamlJson;
import io.alchemi.processor.emit.jsonschema.JsonSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void aSmallSchema() {
        Golden.check("demo.denoise.yaml", Template.of(Schemas.small()));
    }

    @Test
    void everythingThatADescriptionCanSay() {
        Golden.check("train.demo.yaml", Template.of(Schemas.rich()));
    }

    @Test
    void everyTypeInEveryPlace() {
        Golden.check("lab.study.yaml", Template.of(LanguageSchema.get()));
    }

    @Test
    void formsOfUnions() {
        Golden.check("lab.forms.yaml", Template.of(LanguageSchema.forms()));
    }

    @Test
    void aTemplateLoadsAsTheDefaultsWithTheExamples() {
        for (Schema schema : List.of(Schemas.small(), Schemas.rich(), LanguageSchema.get(), LanguageSchema.forms())) {
            ConfigResolver template = resolve(schema, Template.of(schema));
            ConfigResolver examples = resolve(schema, Examples.of(schema));

            assertThat(template.problems()).as(Template.of(schema)).isEmpty();
            assertThat(examples.problems()).as(Examples.of(schema)).isEmpty();
            assertThat(ResolvedYaml.write(schema, template.tree(), false))
                    .isEqualTo(ResolvedYaml.write(schema, examples.tree(), false));
        }
    }

    /** Characters that the parser takes for line breaks, and plain scalars that only block context has. */
    @Test
    void theDefaultOfASectionNeedsTheSameQuotesAsAFile() {
        for (String name : List.of("a\\u2028b", "a\\u0085b", "a\\nb", "a\\ud800b", "a\\ufeffb", "it's", "\\\\")) {
            loads("{part: {name: \"" + name + "\"}, list: [\"" + name + "\"]}", "\"" + name + "\"");
        }
        loads("part: {name: x}\nlist:\n  - a, b\n  - c]", "a, b");
        loads("part:\n  name: a, {b}\nlist: ['~']", "\"a\u2028  b\"");
    }

    private static void loads(String sectionDefault, String textDefault) {
        Schema schema = schema(
                record("lab.Root", "A root.")
                        .root("lab", "lab.yaml")
                        .key("section", new RecordType("lab.Section"), "a section")
                        .orElse(sectionDefault)
                        .key("text", new ScalarType(ScalarKind.STRING), "a string")
                        .orElse(textDefault),
                record("lab.Section", "A section.")
                        .key("part", new RecordType("lab.Part"), "a part")
                        .key("list", new ListType(new ScalarType(ScalarKind.STRING)), "a list"),
                record("lab.Part", "A part.").key("name", new ScalarType(ScalarKind.STRING), "a name"));
        ConfigResolver template = resolve(schema, Template.of(schema));

        assertThat(template.problems()).as(Template.of(schema)).isEmpty();
        assertThat(ResolvedYaml.write(schema, template.tree(), false))
                .isEqualTo(ResolvedYaml.write(schema, resolve(schema, "").tree(), false));
    }

    private static ConfigResolver resolve(Schema schema, String yaml) {
        return ConfigResolver.of(schema, List.of(Source.text("text", yaml)), Limits.DEFAULT);
    }

    @Test
    void aTemplateIsAValidDocument() {
        assertThat(problems(Schemas.small(), Template.of(Schemas.small()))).isEmpty();
        assertThat(problems(Schemas.rich(), Template.of(Schemas.rich()))).isEmpty();
        assertThat(problems(LanguageSchema.get(), Template.of(LanguageSchema.get())))
                .isEmpty();
    }

    @Test
    void aKeyMayBeUncommentedByTakingAwayItsMark() {
        String uncommented =
                Template.of(Schemas.rich()).replaceAll("(?m)^( *)#(?=[a-z ] *[a-z_]+:( |$))(?! [a-z])", "$1");

        assertThat(uncommented).contains("\n  early_stopping:\n", "\n    patience: 10", "\n  amp_dtype: float16");
        assertThat(problems(Schemas.rich(), uncommented)).isEmpty();
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        assertThat(Template.of(Schemas.rich()).lines()).allMatch(line -> line.length() <= 100);
        assertThat(Template.of(LanguageSchema.get()).lines()).allMatch(line -> line.length() <= 100);
    }

    private static List<Error> problems(Schema schema, String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonSchema.of(schema))
                .validate(YamlJson.of(yaml), InputFormat.JSON);
    }
}
