package io.alchemi.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the zip like a new user: unpacked into a folder with spaces in its path, on a machine without Maven. */
class ZipTest {
    private static final Path ZIP = Path.of(System.getProperty("alchemi.zip"));

    private static final Pattern CODE =
            Pattern.compile("^ *(```+)[^\n]*\n.*?^ *\\1 *$|`[^`\n]*`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
    private static final Pattern EXTERNAL = Pattern.compile("[a-z]+:");

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void unpack() throws IOException, InterruptedException {
        Path tools = Files.createDirectories(folder.resolve("my tools ü"));
        assertThat(start(tools, "unzip", "-q", ZIP.toString())).isZero();
        home = tools.resolve(String.valueOf(ZIP.getFileName()).replace(".zip", ""));
    }

    @Test
    void hasAllFiles() throws IOException {
        assertThat(names(home))
                .containsExactly(
                        "CHANGELOG.md",
                        "CONTRIBUTING.md",
                        "LICENSE",
                        "README.md",
                        "SECURITY.md",
                        "alchemi",
                        "alchemi.cmd",
                        "configs",
                        "docs",
                        "examples",
                        "jars");
        assertThat(names(home.resolve("jars"))).containsExactly("alchemi.jar", "lib", "processor");
        assertThat(names(home.resolve("jars/lib")))
                .filteredOn(name -> name.startsWith("pytorch-native-cpu"))
                .extracting(name -> name.replaceAll(".*\\d-", ""))
                .containsExactly("linux-aarch64.jar", "linux-x86_64.jar", "osx-aarch64.jar", "win-x86_64.jar");
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(home.resolve("alchemi"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void runsWithoutMaven() throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve("work"));
        assertThat(alchemi(
                        work,
                        "validate",
                        home.resolve("configs/phase2/alignment.yaml").toString()))
                .isZero();
        assertThat(Files.readString(work.resolve("out.txt"))).endsWith("alignment.yaml: valid alignment\n");
        assertThat(home.resolve("jars/start" + System.getProperty("java.home") + "/bin/java/classes.jsa"))
                .exists();
        assertThat(alchemi(work, "align", "train", "--max-steps", "2", "--device", "cpu"))
                .as(Files.readString(work.resolve("err.txt")))
                .isZero();
        assertThat(Files.readString(work.resolve("out.txt"))).contains("after 2 steps (");
        assertThat(alchemi(work, "runs", "list")).isZero();
        assertThat(Files.readString(work.resolve("out.txt"))).contains("align train  finished   2/2");
    }

    /** DocumentLinksTest checks the pages in the repository, which has more files. */
    @Test
    void everyRelativeLinkOfAPageLeadsToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                boolean isRelative =
                        !target.startsWith("#") && !EXTERNAL.matcher(target).lookingAt();
                links += isRelative ? 1 : 0;
                if (isRelative && Files.notExists(page.resolveSibling(target.replaceAll("#.*", "")))) {
                    dead.add(home.relativize(page) + ": " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(100);
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private int alchemi(Path work, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = home.resolve("alchemi").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return start(work, command);
    }

    private static int start(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(command))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", "/usr/bin:/bin");
        return builder.start().waitFor();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
            Collections.sort(names);
            return names;
        }
    }
}
