package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that CONTRIBUTING.md lists for an extension of the language are those that mention the most recent one. */
class ContributingTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FILE = Pattern.compile("`([a-z-]+/\\S+?)`");

    @ParameterizedTest
    @CsvSource({
        "'**A constraint**', '\\b(MultipleOf|Divisor)\\b'",
        "'**A scalar type**', '\\bCurrency\\b'",
        "'**A generated artifact**', '\\bReferencePage\\b'",
    })
    void theListedFilesAreThoseThatMentionIt(String heading, String mention) throws IOException {
        assertThat(listed(heading)).isNotEmpty().isEqualTo(mentioning(Pattern.compile(mention)));
    }

    private static Set<String> listed(String heading) throws IOException {
        String guide = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        int start = guide.indexOf(heading);
        String section = guide.substring(
                start,
                guide.indexOf("\n**A ", start + 1) < 0
                        ? guide.indexOf("\n## ", start)
                        : guide.indexOf("\n**A ", start + 1));
        Set<String> files = new TreeSet<>();
        Matcher matcher = FILE.matcher(section);
        while (matcher.find()) {
            assertThat(ROOT.resolve(matcher.group(1))).exists();
            files.add(matcher.group(1));
        }
        return files;
    }

    /** Returns the main files that mention a name. Files of a listed package count as the package. */
    private static Set<String> mentioning(Pattern name) throws IOException {
        Set<String> files = new TreeSet<>();
        for (Path module : modules()) {
            try (Stream<Path> sources = Files.walk(module.resolve("src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    if (name.matcher(Files.readString(source)).find()) {
                        String path = ROOT.relativize(source).toString();
                        files.add(path.contains("/emit/reference/") ? path.substring(0, path.lastIndexOf('/')) : path);
                    }
                }
            }
        }
        return files;
    }

    private static List<Path> modules() {
        List<Path> modules = new ArrayList<>();
        for (String module : Arrays.asList(
                "schema-annotations",
                "processor",
                "runtime/config",
                "runtime/command",
                "runtime/training",
                "trainers")) {
            modules.add(ROOT.resolve(module));
        }
        return modules;
    }
}
