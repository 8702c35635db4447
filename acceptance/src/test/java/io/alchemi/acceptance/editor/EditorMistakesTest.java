package io.alchemi.acceptance.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.acceptance.editor.LanguageServer.Fix;
import io.alchemi.acceptance.editor.LanguageServer.Problem;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.testing.Decisions;
import io.alchemi.config.testing.Documents;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.jsonschema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The editor underlines exactly the problems of the loader, in the same lines. */
class EditorMistakesTest {
    /** {@code .ci/deep} uses more. */
    private static final int DOCUMENTS = Integer.getInteger("alchemi.editorDocuments", 80);

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyWrongValueIsReportedInTheLineOfTheLoader(EditorSchema schema) {
        List<String> texts = new ArrayList<>();
        List<Object> about = new ArrayList<>();
        for (KeyPosition place : SchemaPositions.of(schema).distinctKeys()) {
            for (String value : WrongValues.of(place.record(), place.key())) {
                texts.add(place.with(value));
                about.add(place + ": " + value);
            }
        }
        EditorReport report = new EditorReport("wrong values", schema);
        compareLines(report, schema, texts, about);
        report.finish();
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyWrongKeyIsReportedInTheLineOfTheLoader(EditorSchema schema) {
        List<String> texts = new ArrayList<>();
        List<Object> about = new ArrayList<>();
        for (KeyPosition place : SchemaPositions.of(schema).distinctKeys()) {
            String value =
                    EditorKeysTest.wantedValues(schema, place.key()).iterator().next();
            for (String name :
                    List.of("zzz", place.key().name() + "s", place.key().name() + "-x")) {
                texts.add(place.named(name, value));
                about.add(place + " as " + name);
            }
            texts.add(place.with(value) + place.indent() + place.key().name() + ": " + value + "\n");
            about.add(place + " twice");
            // Without the key, required or not.
            texts.add(place.without());
            about.add(place + " missing");
        }
        EditorReport report = new EditorReport("wrong keys", schema);
        compareLines(report, schema, texts, about);
        report.finish();
    }

    private static void compareLines(EditorReport report, EditorSchema schema, List<String> texts, List<Object> about) {
        List<List<Problem>> answers = LanguageServer.shared().diagnose(schema.file(), texts);
        for (int i = 0; i < texts.size(); i++) {
            List<Diagnostic> errors = schema.errors(texts.get(i));
            Set<Integer> shown = new TreeSet<>();
            answers.get(i).stream().filter(Problem::isError).forEach(problem -> shown.add(problem.line()));
            Set<Integer> wanted = new TreeSet<>();
            errors.forEach(error -> wanted.add(error.place().span().line()));
            String seen = "the loader reports " + describe(errors) + ", the editor " + answers.get(i);
            if (errors.isEmpty()) {
                report.check("accepted", about.get(i), shown.isEmpty(), seen);
            } else if (errors.stream().noneMatch(EditorMistakesTest::isLoadOnly)) {
                report.check("reported", about.get(i), shown.containsAll(wanted), seen);
            }
        }
    }

    /** Returns true for problems that a JSON Schema cannot express, see docs/design.md, rule 5.3. */
    private static boolean isLoadOnly(Diagnostic error) {
        return error.id().code().startsWith("ALC3");
    }

    private static List<String> describe(List<Diagnostic> errors) {
        return errors.stream()
                .map(error -> error.place().span().line() + ": " + error.message() + " "
                        + error.id().code())
                .toList();
    }

    /** The loader leaves formats to the factories of a program. */
    @Test
    void aStringOfAnotherFormatIsReported(@TempDir Path folder) throws IOException {
        Path schema = Files.writeString(folder.resolve("deploy.schema.json"), JsonSchema.of(LanguageSchema.secrets()));
        List<String> texts = List.of("host: 127.0.0.1\ntoken: abcd\n", "token: abcd\nhost: localhost\n");

        assertThat(LanguageServer.shared().diagnose(schema, texts))
                .containsExactly(List.of(), List.of(new Problem(2, "error", "Must be a string of format ipv4.")));
    }

    /** The first quick fix is the correct name, so one key press applies it. */
    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void aMisspelledKeyIsFixedByAQuickFix(EditorSchema schema) {
        EditorReport report = new EditorReport("key fixes", schema);
        List<KeyPosition> places = SchemaPositions.of(schema).keys().stream()
                .filter(place -> place.key().deprecated() == null)
                .toList();
        List<String> texts = new ArrayList<>();
        for (KeyPosition place : places) {
            String value =
                    EditorKeysTest.wantedValues(schema, place.key()).iterator().next();
            texts.add(place.named(place.key().name() + "z", value));
        }
        List<List<Fix>> answers = LanguageServer.shared().fix(schema.file(), texts);
        for (int i = 0; i < places.size(); i++) {
            List<String> titles = answers.get(i).stream().map(Fix::title).toList();
            report.check(
                    "fixes", places.get(i), titles.contains(places.get(i).key().name()), titles);
        }
        report.finish();
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void theLoaderAndTheEditorAgreeOnGeneratedDocuments(EditorSchema schema) {
        EditorReport report = new EditorReport("mutants", schema);
        List<String> texts = new ArrayList<>();
        List<List<Diagnostic>> expected = new ArrayList<>();
        for (int seed = 1; texts.size() < DOCUMENTS; seed++) {
            String yaml =
                    Documents.next(schema.schema(), Decisions.ofSeed(seed)).yaml();
            List<Diagnostic> errors = schema.errors(yaml);
            if (!isBeyondEditor(yaml, errors)) {
                texts.add(yaml);
                expected.add(errors);
            }
        }
        List<List<Problem>> answers = LanguageServer.shared().diagnose(schema.file(), texts);
        for (int i = 0; i < texts.size(); i++) {
            List<Diagnostic> errors = expected.get(i);
            boolean isShown = answers.get(i).stream().anyMatch(Problem::isError);
            report.check(
                    errors.isEmpty() ? "accepted" : "rejected",
                    texts.get(i),
                    isShown != errors.isEmpty(),
                    "the loader reports " + describe(errors) + ", the editor " + answers.get(i));
        }
        report.finish();
    }

    /**
     * Returns true if an editor cannot judge a document: all its problems are load-only; or it names its own schema, which the editor uses
     * instead; or it is empty, for which the server reports nothing; or it has an unquoted null key, after which the server reports
     * nothing; or it has values that JavaScript cannot represent: a character that counts as two, or a number that is rounded to zero.
     */
    private static boolean isBeyondEditor(String yaml, List<Diagnostic> errors) {
        boolean isLoadOnly = !errors.isEmpty() && errors.stream().allMatch(EditorMistakesTest::isLoadOnly);
        return isLoadOnly
                || yaml.contains("$schema")
                || yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))
                || errors.stream().anyMatch(error -> error.message().startsWith("unknown key 'null'"))
                || yaml.contains("1e-400")
                || yaml.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }
}
