package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.testing.Golden;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader as a reader of YAML 1.2. */
class YamlReaderTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/alchemi/config/tree");

    /**
     * Cases for the chapters of the specification of YAML 1.2.2. In {@code yaml.txt}, {@code →} is a tab, {@code ⇐} a carriage return,
     * {@code ␣} a space at the end of a line, and {@code ∎} the end of a document without a line break.
     */
    @Test
    void theChaptersOfTheSpecification() throws IOException {
        StringBuilder out = new StringBuilder();
        for (String block : Files.readString(FOLDER.resolve("yaml.txt")).split("(?m)^### ")) {
            if (!block.isBlank()) {
                int end = block.indexOf('\n') + 1;
                out.append("### ").append(block).append("=== ");
                out.append(outcome(characters(block.substring(end)))).append('\n');
            }
        }
        Golden.compare(FOLDER.resolve("yaml.expected.txt"), out.toString());
    }

    private static String characters(String written) {
        return written.replace('→', '\t').replace('⇐', '\r').replace('␣', ' ').replaceAll("∎\n?", "");
    }

    private static String outcome(String yaml) {
        return outcome(yaml, Limits.DEFAULT);
    }

    @Test
    void lineSeparatorsAreOnlyAllowedInDoubleQuotes() {
        for (String separator : new String[] {"\u0085", "\u2028", "\u2029"}) {
            String code = String.format("%04x", (int) separator.charAt(0));
            String refused = "line separator U+" + code.toUpperCase(Locale.ROOT) + " outside a double-quoted string";
            for (String yaml : new String[] {
                "a: 1 # note@b: 2",
                "a: x@y",
                "a: 'x@y'",
                "a: |\n  x@y",
                "a:@ 1",
                "@a: 1",
                "[a,@b]",
                "x: [1@, 2]",
                "a: 1@"
            }) {
                assertThat(outcome(yaml.replace("@", separator))).as(yaml).contains("ALC309", refused);
            }
            assertThat(outcome("a: \"x" + separator + "y\"")).isEqualTo("{a: \"x\\u" + code + "y\"}\n");
        }
    }

    @Test
    void theExcerptBehindALineSeparatorShowsTheLineOfTheProblem() {
        assertThat(outcome("a: \"x\u2028y\u0085\u2029z\"\nb: ]\n")).isEqualTo("""

                t.yaml:2:4: error: unexpected ']' [ALC200]
                  |
                2 | b: ]
                  |    ^ delete it, or put the string in quotes
                """);
    }

    /** Each limit is the last value that a document may have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NODES  | 3  | a:",
                "NODES  | 5  | {a: [1, 2]}",
                "NODES  | 9  | {a: &a [1, 2], b: *a}",
                "NODES  | 13 | {a: &a [1, 2], b: *a, c: *a}",
                "NODES  | 17 | {a: &a {x: 1, y: 2}, b: {<<: *a}}",
                "LENGTH | 8  | {a: &a xyz, b: *a}",
                "LENGTH | 14 | {a: &a {b: xyz}, b: [*a, *a]}",
                "DEPTH  | 1  | a",
                "DEPTH  | 3  | [[a], b]",
                "DEPTH  | 3  | {a: {b: c}}",
                "DEPTH  | 4  | {a: {b: [1], c: [2]}, d: 3}",
                "DEPTH  | 5  | {a: &a [[1]], b: [*a]}",
                "DEPTH  | 6  | {a: [[&a [1], &b [[2]]], 3]}"
            })
    void valuesTextAndNestingAreLimited(String limited, int limit, String yaml) {
        assertThat(outcome(yaml, limits(limited, limit))).doesNotContain("ALC307");
        assertThat(outcome(yaml, limits(limited, limit - 1))).contains("[ALC307]", " " + (limit - 1) + " ");
    }

    private static Limits limits(String limited, int limit) {
        return switch (limited) {
            case "NODES" -> new Limits(1000, 1000, limit);
            case "LENGTH" -> new Limits(limit, 1000, 1000);
            default -> new Limits(1000, limit, 1000);
        };
    }

    @Test
    void nestingOfAKeyIsLimitedToo() {
        assertThat(outcome("? [a]\n: 1", limits("DEPTH", 3))).contains("a key must be a scalar");
        assertThat(outcome("? [a]\n: 1", limits("DEPTH", 2))).contains("nesting is deeper than 2 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a: !!map {b: 1}   | !!map",
                "a: !!seq [b]      | !!seq",
                "a: !!int 5        | !!int",
                "a: !!str 'b'      | !!str",
                "a: !own 5         | !own",
                "a: ! 5            | !"
            })
    void aTagIsRefusedByItsName(String yaml, String tag) {
        assertThat(outcome(yaml)).contains("tag '" + tag + "' is not supported");
    }

    @Test
    void theTagThatMeansAStringIsAllowedInFrontOfOne() {
        assertThat(outcome("a: ! 'b'")).isEqualTo("{a: 'b'}\n");
    }

    @Test
    void aProblemOfASettingIsAtTheColumnOfItsValue() {
        Document document = new Document(Document.Kind.SET, "--set a=[b, !!c d]", "--set a=[b, !!c d]");
        Diagnostics problems = new Diagnostics();
        YamlReader.readValue(document, "[b, !!c d,\n !!e f]", 9, Limits.DEFAULT, problems);

        assertThat(problems.sorted())
                .extracting(problem -> problem.place().span().line() + ":"
                        + problem.place().span().column() + "-"
                        + problem.place().span().endColumn())
                .containsExactly("1:13-18", "2:2-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--- 5 | 1:1-4", "5\\n... | 2:1-4", "--- 5\\n... | 1:1-4"})
    void aDefaultHasNoMarkers(String value, String place) {
        Diagnostics problems = new Diagnostics();
        YamlReader.readPlain(
                new Document(Document.Kind.DEFAULT, "default", value.replace("\\n", "\n")), Limits.DEFAULT, problems);

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("'---' and '...' mark a document");
            Span span = problem.place().span();
            assertThat(span.line() + ":" + span.column() + "-" + span.endColumn())
                    .isEqualTo(place);
        });
    }

    private static String outcome(String yaml, Limits limits) {
        Diagnostics problems = new Diagnostics();
        Node root = YamlReader.readPlain(new Document(Document.Kind.FILE, "t.yaml", yaml), limits, problems);
        return problems.sorted().isEmpty() ? root + "\n" : "\n" + TextFormat.render(problems.sorted(), false);
    }
}
