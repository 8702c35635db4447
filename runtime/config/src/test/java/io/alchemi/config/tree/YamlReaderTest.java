package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.testing.Golden;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
        Diagnostics problems = new Diagnostics();
        Node root = YamlReader.readPlain(new Document(Document.Kind.FILE, "t.yaml", yaml), Limits.DEFAULT, problems);
        return problems.sorted().isEmpty() ? root + "\n" : "\n" + TextFormat.render(problems.sorted(), false);
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
}
