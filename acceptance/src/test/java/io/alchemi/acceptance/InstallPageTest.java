package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the coordinates on the installation page. Another Maven process compiled the projects {@code load} and {@code greet} before
 * this test, see the pom.
 */
class InstallPageTest {
    private static final Path SOURCES = Path.of("src/it");
    private static final Path BUILT = Path.of("target/it").toAbsolutePath();
    private static final Path REPOSITORY = Path.of("target/repository").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir(factory = TargetTempDirFactory.class)
    Path folder;

    private Page page;

    @BeforeEach
    void read() throws IOException {
        page = new Page(Checkout.REPOSITORY.resolve("docs/install.md"));
    }

    /** The invoker created a project from the archetype in a new folder, and built, tested and ran it. */
    @Test
    void theCommandsForANewProjectAreThoseThatMavenRan() throws IOException {
        String commands = Files.readString(Checkout.REPOSITORY.resolve("docs/install.md"));
        Properties project = new Properties();
        Properties calls = new Properties();
        project.load(new StringReader(Files.readString(SOURCES.resolve("quickstart/test.properties"))));
        calls.load(new StringReader(Files.readString(SOURCES.resolve("quickstart/invoker.properties"))));

        for (String name : List.of("archetypeGroupId", "archetypeArtifactId", "artifactId")) {
            assertThat(commands).contains("-D" + name + "=" + project.getProperty(name));
        }
        assertThat(commands)
                .contains("cd " + project.getProperty("artifactId") + " && mvn -q "
                        + calls.getProperty("invoker.goals.2"));
    }

    @Test
    void projectsOnThePageAreThoseThatMavenBuilt() throws IOException {
        Map<Block, String> files = new HashMap<>();
        for (Block block : page.blocks()) {
            if (Set.of("xml", "java").contains(block.language())) {
                files.put(block, Files.readString(SOURCES.resolve(block.name())));
            }
        }
        assertThat(files).hasSize(3);
        page.compare(files);
    }

    @Test
    void theProgramThatLoadsIsThatOfItsPage() throws IOException {
        Page api = new Page(Checkout.REPOSITORY.resolve("docs/java-api.md"));
        Map<Block, String> files = new HashMap<>();
        for (Block block : api.blocks()) {
            if (block.name().endsWith("Courier.java") || block.name().endsWith("Main.java")) {
                files.put(
                        block,
                        Files.readString(SOURCES.resolve("load/src/main/java").resolve(block.name())));
            }
        }
        assertThat(files).hasSize(2);
        api.compare(files);
    }

    /** The page for Java developers begins with two files and these commands. */
    @Test
    void theFirstProgramRunsWithTheJarOfACheckout() throws IOException {
        Path file = Checkout.REPOSITORY.resolve("docs/java-api.md");
        Page api = new Page(file);
        for (Block block : api.blocks().subList(0, 2)) {
            String name = block.name().substring(block.name().lastIndexOf('/') + 1);
            Files.writeString(folder.resolve(name), api.text(block));
        }
        String commands = Files.readAllLines(file).stream()
                .dropWhile(line -> !line.startsWith("    DIST="))
                .takeWhile(line -> !line.isBlank())
                .map(line -> line.strip().replace("~/alchemi", "'" + Checkout.REPOSITORY + "'") + "\n")
                .reduce("", String::concat);
        String path = Path.of(JAVA).getParent() + File.pathSeparator + System.getenv("PATH");

        StartedProcess shell = StartedProcess.start(folder, Map.of("PATH", path), List.of("sh", "-e", "-c", commands));

        assertThat(shell.exitCode()).as(() -> shell.out() + shell.err()).isZero();
        assertThat(shell.out()).isEqualTo("Server[port=9090]\n");
    }

    @Test
    void theProgramThatLoadsRunsWithTwoJars() throws IOException {
        Files.writeString(folder.resolve("courier.yaml"), "http: {timeout: 10s}\n");

        assertThat(jars("load"))
                .satisfiesExactlyInAnyOrder(
                        jar -> assertThat(jar).startsWith("alchemi-config-"),
                        jar -> assertThat(jar).startsWith("snakeyaml-"));
        assertThat(run("load", "org.example.courier.Main", folder)).startsWith("courier waits 10 s\n");
    }

    @Test
    void theProgramWithACommandRunsWithThreeJars() throws IOException {
        assertThat(jars("greet"))
                .satisfiesExactlyInAnyOrder(
                        jar -> assertThat(jar).startsWith("alchemi-config-"),
                        jar -> assertThat(jar).startsWith("alchemi-command-"),
                        jar -> assertThat(jar).startsWith("snakeyaml-"));
        assertThat(run("greet", "org.example.greet.GreetMain", folder)).isEqualTo("Hello, world\n");
        assertThat(run("greet", "org.example.greet.GreetMain", folder, "config", "show", "--set", "name=you"))
                .isEqualTo("# $schema-id: greeting\nname: you\n");
    }

    @Test
    void theJavacCommandsMatchThePage() throws Exception {
        for (String jar : List.of(
                "alchemi-schema-annotations",
                "alchemi-config",
                "alchemi-command",
                "alchemi-processor",
                "snakeyaml",
                "javapoet")) {
            Files.createSymbolicLink(folder.resolve(jar + ".jar"), newest(jar));
        }
        Files.copy(SOURCES.resolve("greet/src/main/java/org/example/greet/Greet.java"), folder.resolve("Greet.java"));
        String path = Path.of(JAVA).getParent() + File.pathSeparator + System.getenv("PATH");

        page.run((block, text) -> {
            if (!block.language().equals("sh")) {
                return "";
            }
            StartedProcess shell = StartedProcess.start(folder, Map.of("PATH", path), List.of("sh", "-e", "-c", text));
            assertThat(shell.exitCode()).as(() -> shell.out() + shell.err()).isZero();
            return shell.out();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "greet"})
    void gradleHasTheCoordinatesOfMaven(String project) {
        String gradle = text(project + "/build.gradle.kts");
        String maven = text(project + "/pom.xml").replace("${alchemi.version}", "0.2.0");

        Set<String> wanted = new TreeSet<>();
        for (MatchResult found : all(
                maven,
                "<(dependency|path)>\\s*<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>"
                        + "\\s*(<scope>provided</scope>)?")) {
            String scope = found.group(1).equals("path")
                    ? "annotationProcessor"
                    : found.group(5) == null ? "implementation" : "compileOnly";
            wanted.add(scope + " " + found.group(2) + ":" + found.group(3) + ":" + found.group(4));
        }
        Set<String> stated = new TreeSet<>();
        for (MatchResult found : all(gradle, "(\\w+)\\(\"([^\"]+:[^\"]+)\"\\)")) {
            stated.add(found.group(1) + " " + found.group(2));
        }
        assertThat(stated).hasSize(3).isEqualTo(wanted);
    }

    private static List<MatchResult> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private String text(String name) {
        return page.blocks().stream()
                .filter(block -> block.name().equals(name))
                .map(page::text)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> jars(String project) throws IOException {
        return Stream.of(classPath(project).split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
    }

    private static String classPath(String project) throws IOException {
        return Files.readString(BUILT.resolve(project).resolve("target/classpath.txt"))
                .strip();
    }

    /** Returns the output of a program with a resource folder on its class path. */
    private String run(String project, String main, Path resources, String... arguments) throws IOException {
        String classPath = BUILT.resolve(project).resolve("target/classes")
                + File.pathSeparator
                + classPath(project)
                + File.pathSeparator
                + resources;
        List<String> command = new ArrayList<>(List.of(JAVA, "-cp", classPath, main));
        command.addAll(List.of(arguments));
        StartedProcess program = StartedProcess.start(folder, Map.of(), command);
        assertThat(program.exitCode()).as(() -> program.out() + program.err()).isZero();
        return program.out();
    }

    /** Returns the jar of an artifact in the repository that the projects were built with. */
    private static Path newest(String artifact) throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            return files.filter(file -> file.getFileName().toString().matches(artifact + "-[0-9.]+\\.jar"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }
}
