package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples on the pages of the problems of schemas and of documents: the wrong ones get exactly the problem that the page is
 * about, those in Java on the line that a comment marks; the right ones get none.
 */
class DiagnosticPagesTest {
    private static final Path PAGES = Path.of("../docs/diagnostics");
    /** An indented message is that of a file which a message of the compiler quotes. */
    private static final Pattern CODE = Pattern.compile("^(?:\\S.* | {2})\\[(ALC\\d+)]$", Pattern.MULTILINE);

    private static final Pattern LINE = Pattern.compile("^\\w+\\.java:\\[(\\d+),", Pattern.MULTILINE);

    static Stream<DiagnosticId> ids() {
        return Stream.of(DiagnosticId.values()) // Broken extends are shown with several files, by CommandPagesTest.
                .filter(id -> id.code().matches("ALC[123].*") && !id.code().matches("ALC31[3-6]"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void wrongExamplesHaveTheProblemAndRightOnesNone(DiagnosticId id, @TempDir Path folder) throws Exception {
        Page page = new Page(PAGES.resolve(id.code() + ".md"));
        Map<Block, String> printed = page.run(new Examples(folder));

        String language = id.code().startsWith("ALC1") ? "java" : "yaml";
        List<Block> wrong = page.blocks().stream().filter(page::isWrong).toList();
        assertThat(wrong).isNotEmpty().allSatisfy(block -> {
            String output = printed.getOrDefault(block, "");
            assertThat(block.language()).isEqualTo(language);
            assertThat(found(CODE, output)).containsOnly(id.code());
            if (language.equals("java")) {
                assertThat(new TreeSet<>(found(LINE, output))).isEqualTo(marked(page.text(block), id));
            }
        });
        assertThat(page.blocks()).anyMatch(block -> block.language().equals(language) && !page.isWrong(block));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The numbers of the lines that end with the id as a comment. */
    private static Set<String> marked(String java, DiagnosticId id) {
        Set<String> marked = new TreeSet<>();
        List<String> lines = java.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// " + id.code())) {
                marked.add(Integer.toString(i + 1));
            }
        }
        return marked;
    }
}
