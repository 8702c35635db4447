package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the launcher starts a finished build. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {
    @TempDir(factory = TargetTempDirFactory.class)
    Path folder;

    @Test
    void startsFromAnyWorkingDirectoryWithoutMaven() throws IOException {
        Checkout checkout = Checkout.built(folder);
        for (int start = 1; start <= 2; start++) {
            StartedProcess validate =
                    checkout.alchemi("validate", checkout.configuration().toString());
            assertThat(validate.exitCode()).as(validate.err()).isZero();
        }
        assertThat(checkout.mavenCalls()).isZero();
    }

    @Test
    void explainsAProblemWithThePageInTheJar() throws IOException {
        StartedProcess explain = Checkout.built(folder).alchemi("explain", "alc201");
        assertThat(explain.exitCode()).as(explain.err()).isZero();
        assertThat(explain.out().lines())
                .startsWith(Files.readAllLines(Checkout.REPOSITORY.resolve("docs/diagnostics/ALC201.md"))
                        .get(0)
                        .substring(2))
                .contains("      batchsize: 128");
    }

    /** The default configuration is in the installation, not in the working directory. */
    @Test
    void findsTheDefaultConfigurationInTheInstallation() throws IOException {
        StartedProcess dryRun = Checkout.built(folder).alchemi("align", "train", "--device", "cpu", "--dry-run");
        assertThat(dryRun.exitCode()).as(dryRun.err()).isZero();
        assertThat(dryRun.out()).contains("can be trained here, on cpu");
    }

    @ParameterizedTest
    @CsvSource({
        "./absolute",
        "./relative",
        "./chain",
        "./chain-of-relatives",
        "sh absolute",
        "sh relative",
        "sh chain",
        "sh chain-of-relatives",
        "found-on-path"
    })
    void startsThroughLinks(String call) throws IOException {
        Checkout checkout = Checkout.built(folder);
        Path here = checkout.elsewhere();
        Path there = Files.createDirectory(folder.resolve("other links"));
        Path relative = Path.of("../my checkout/alchemi");
        Files.createSymbolicLink(here.resolve("absolute"), checkout.launcher());
        Files.createSymbolicLink(here.resolve("relative"), relative);
        Files.createSymbolicLink(here.resolve("chain"), there.resolve("second"));
        Files.createSymbolicLink(here.resolve("chain-of-relatives"), Path.of("../other links/second"));
        Files.createSymbolicLink(there.resolve("second"), relative);
        Files.createSymbolicLink(there.resolve("found-on-path"), relative);
        StartedProcess version =
                checkout.start(Map.of("PATH", there + ":" + System.getenv("PATH")), "sh", "-c", call + " --version");
        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).startsWith("alchemi ");
    }

    /** As over ssh, where the environment variables come from another machine. */
    @ParameterizedTest
    @ValueSource(strings = {"xx_XX.UTF-8", "C", "POSIX", ""})
    void fileNamesDoNotDependOnTheLocale(String locale) throws IOException {
        Checkout checkout = Checkout.built(Files.createDirectory(folder.resolve("Prüfung")));
        Path here = Files.createDirectory(checkout.elsewhere().resolve("Versuch ü"));
        Files.copy(checkout.configuration(), here.resolve("größer.mae.yaml"));
        StartedProcess training = checkout.start(
                Map.of("LC_ALL", locale, "LANG", locale),
                "sh",
                "-c",
                "cd 'Versuch ü' && '" + checkout.launcher() + "' pretrain-mae größer.mae.yaml --max-steps 1");
        assertThat(training.exitCode()).as(training.err()).isZero();
        assertThat(here.resolve("runs/pretrain-mae")).isNotEmptyDirectory();
        assertThat(checkout.elsewhere().toFile().list()).containsExactly("Versuch ü");
    }

    /** An archive of classes is made for one java and jar, and made again for others. */
    @Test
    void preparesAFastStartOnce() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Path facts = checkout.madeForFile();
        String expected = Files.readString(facts);
        Files.delete(facts);
        StartedProcess first = checkout.alchemi("--version");
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(facts).hasContent(expected);
        FileTime made = Files.getLastModifiedTime(checkout.archive());
        assertThat(output(checkout.alchemi("--version"))).isEqualTo(first.out());
        assertThat(Files.getLastModifiedTime(checkout.archive())).isEqualTo(made);

        Files.writeString(facts, expected.replace("JAVA_RUNTIME_VERSION=\"", "JAVA_RUNTIME_VERSION=\"16."));
        assertThat(output(checkout.alchemi("--version"))).isEqualTo(first.out());
        assertThat(facts).hasContent(expected);
        assertThat(Files.getLastModifiedTime(checkout.archive())).isNotEqualTo(made);

        Files.delete(checkout.archive());
        assertThat(output(checkout.alchemi("--version"))).isEqualTo(first.out());
    }

    /** All files of a distribution have the same time, so another version may have any time. */
    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z"})
    void preparesAgainForAJarOfAnotherTime(String time) throws IOException {
        Checkout checkout = Checkout.built(folder);
        output(checkout.alchemi("--version")); // Later starts do not look at the time to see whether to build.
        Files.setLastModifiedTime(checkout.jar(), FileTime.from(Instant.parse(time)));
        output(checkout.alchemi("--version"));
        assertThat(checkout.index()).content().contains("schema train.mae ");
        FileTime made = Files.getLastModifiedTime(checkout.index());
        output(checkout.alchemi("--version"));
        assertThat(Files.getLastModifiedTime(checkout.index())).isEqualTo(made);
    }

    /** A copy may be damaged, cannot be read, or be of another jar of the same time. */
    @ParameterizedTest
    @ValueSource(strings = {"cut off", "binary", "folder", "of another jar"})
    void readsTheIndexInTheJarIfItsCopyIsWrong(String wrong) throws IOException {
        Checkout checkout = Checkout.built(folder);
        Files.delete(checkout.madeForFile());
        StartedProcess first = checkout.alchemi("schema", "list");
        String schemas = output(first);
        List<String> lines = Files.readAllLines(checkout.index());
        Files.delete(checkout.index());
        switch (wrong) {
            case "cut off" -> Files.writeString(checkout.index(), lines.get(0) + "\nschema");
            case "binary" -> Files.write(checkout.index(), new byte[] {(byte) 0xff, 0, 1});
            case "folder" -> Files.createDirectory(checkout.index());
            default -> {
                Files.write(checkout.index(), lines.subList(1, lines.size()));
                assertThat(output(checkout.alchemi("schema", "list"))).isNotEqualTo(schemas);
                addEntry(checkout.jar());
            }
        }
        assertThat(output(checkout.alchemi("schema", "list"))).isEqualTo(schemas);
    }

    /** Adds a file to a jar, which keeps its time. */
    private static void addEntry(Path jar) throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.writeString(files.getPath("other.txt"), "another jar");
        }
        Files.setLastModifiedTime(jar, time);
    }

    /** Images of containers select a garbage collector in this way. Java reports that it reads the variable. */
    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void aVariableMaySelectTheGarbageCollector(String variable) throws IOException {
        Checkout checkout = Checkout.built(folder);
        Files.delete(checkout.madeForFile());
        for (int start = 1; start <= 2; start++) {
            StartedProcess version = checkout.alchemi(Map.of(variable, "-XX:+UseSerialGC"), "--version");
            assertThat(version.exitCode()).as(version.err()).isZero();
            assertThat(version.out()).startsWith("alchemi ");
            assertThat(version.err().lines()).singleElement().asString().contains("Picked up " + variable);
        }
        assertThat(checkout.archive()).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_HOME", "PATH"})
    void aRelativePathOfJavaIsThatOfTheSameJava(String variable) throws IOException {
        Checkout checkout = Checkout.built(folder);
        Files.delete(checkout.madeForFile());
        Path java = checkout.elsewhere().toRealPath().relativize(Path.of(System.getProperty("java.home")));
        Map<String, String> variables = variable.equals("PATH")
                ? Map.of("JAVA_HOME", "", "PATH", java + "/bin:" + System.getenv("PATH"))
                : Map.of("JAVA_HOME", java.toString());
        assertThat(output(checkout.alchemi(variables, "--version"))).startsWith("alchemi ");
        assertThat(checkout.archive()).exists();
        assertThat(checkout.jar().resolveSibling("lib/..").toFile().list()).containsOnly("alchemi.jar", "lib", "start");
    }

    /** The images of PyTorch set it. The tensor engine would try to download that version of its libraries. */
    @Test
    void theVersionOfAnotherPyTorchIsIgnored() throws IOException {
        Checkout checkout = Checkout.built(folder);
        StartedProcess dryRun = checkout.alchemi(
                Map.of("PYTORCH_VERSION", "2.8.0"),
                "pretrain-mae",
                checkout.configuration().toString(),
                "--dry-run");
        assertThat(dryRun.exitCode()).as(dryRun.err()).isZero();
    }

    @Test
    void aPathWithAColonIsRefused() throws IOException {
        Checkout checkout = Checkout.built(Files.createDirectory(folder.resolve("a:b")));
        StartedProcess start = checkout.alchemi("--version");
        assertThat(start.exitCode()).isEqualTo(70);
        assertThat(start.out()).isEmpty();
        assertThat(start.err())
                .isEqualTo(
                        "alchemi: cannot start from " + folder.resolve("a:b/my checkout")
                                + ", because Java reads a colon in a path as the end of that path; move it to another folder\n");
    }

    /** With a version manager, the java on the path may be a script that starts another one. */
    @Test
    void preparesOnceIfJavaIsAScript() throws IOException {
        Checkout checkout = Checkout.built(folder);
        String jdk = jdk("exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");
        Path facts = Path.of(checkout.jar().resolveSibling("start") + jdk, "bin/java/made-for.txt");
        output(checkout.alchemi(Map.of("JAVA_HOME", jdk), "--version"));
        FileTime made = Files.getLastModifiedTime(facts);
        output(checkout.alchemi(Map.of("JAVA_HOME", jdk), "--version"));
        assertThat(Files.getLastModifiedTime(facts)).isEqualTo(made);
    }

    @Test
    void startsWithoutAnArchiveIfItsPreparationFails() throws IOException {
        Checkout checkout = Checkout.built(folder);
        String jdk = jdk("case \"$*\" in *FastStart*) exit 1;; esac\nexec '" + System.getProperty("java.home")
                + "/bin/java' \"$@\"");
        Path prepared = Path.of(checkout.jar().resolveSibling("start") + jdk, "bin/java");
        assertThat(output(checkout.alchemi(Map.of("JAVA_HOME", jdk), "--version")))
                .startsWith("alchemi ");
        assertThat(prepared).isEmptyDirectory();
    }

    private static String output(StartedProcess start) throws IOException {
        assertThat(start.exitCode()).isZero();
        return start.out() + start.err();
    }

    @Test
    void reportsMissingJava() throws IOException {
        StartedProcess start = Checkout.built(folder)
                .alchemi(Map.of("JAVA_HOME", "", "PATH", folder.resolve("bin").toString()), "--version");
        assertThat(start.exitCode()).isEqualTo(70);
        assertThat(start.err())
                .isEqualTo("alchemi: no java found; install a JDK, version 17 or newer, or set JAVA_HOME\n");
    }

    @Test
    void reportsAnInvalidJavaHome() throws IOException {
        StartedProcess start = Checkout.built(folder).alchemi(Map.of("JAVA_HOME", "/no/jdk"), "--version");
        assertThat(start.exitCode()).isEqualTo(70);
        assertThat(start.err()).startsWith("alchemi: JAVA_HOME is /no/jdk, but there is no bin/java in it");
    }

    @Test
    void prefersTheJavaOfJavaHomeToThatOfThePath() throws IOException {
        Checkout checkout = Checkout.built(folder);
        String jdk = jdk("echo java of JAVA_HOME");
        Checkout.program(folder.resolve("bin/java"), "echo java of the path");
        StartedProcess stated = checkout.alchemi(Map.of("JAVA_HOME", jdk), "--version");
        assertThat(stated.exitCode()).isZero();
        assertThat(stated.out()).isEqualTo("java of JAVA_HOME\n");
        StartedProcess found = checkout.alchemi(Map.of("JAVA_HOME", ""), "--version");
        assertThat(found.exitCode()).isZero();
        assertThat(found.out()).isEqualTo("java of the path\n");
    }

    /** Each command line with the exit code that scripts may rely on. */
    @Test
    void exitCodesArePassedOn() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Path bad = folder.resolve("train.mae.bad.yaml");
        Files.writeString(bad, "train:\n  batchsize: 64\n");
        assertThat(checkout.alchemi("--help").exitCode()).isZero();
        assertThat(checkout.alchemi().exitCode()).isEqualTo(2);
        assertThat(checkout.alchemi("no-such-command").exitCode()).isEqualTo(2);
        StartedProcess refused = checkout.alchemi("validate", bad.toString());
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.err()).contains("did you mean 'batch_size'?").doesNotContain("\tat ", "    at ");
        assertThat(checkout.alchemi("pretrain-mae", bad.toString()).exitCode()).isEqualTo(65);
        assertThat(checkout.alchemi("validate", "none.mae.yaml", "--schema", "train.mae")
                        .exitCode())
                .isEqualTo(66);
    }

    @Test
    void aPipeGetsWholeLinesWithoutEscapeCodes() throws IOException {
        Checkout checkout = Checkout.built(folder);
        StartedProcess training = checkout.alchemi(
                "pretrain-mae", checkout.configuration().toString(), "--max-steps", "20", "--set", "train.log_every=5");
        assertThat(training.exitCode()).as(training.err()).isZero();
        assertThat(training.out() + training.err())
                .doesNotContain("\r", "\u001b")
                .endsWith("\n");
        assertThat(training.out().lines())
                .hasSize(7)
                .anyMatch(line -> line.equals("20 steps; a line every 5 steps has the means since the line before"))
                .anyMatch(line -> line.startsWith("step 20/20  loss "))
                .anyMatch(line -> line.startsWith("after 20 steps ("))
                .anyMatch(line -> line.startsWith("run runs/pretrain-mae/"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsATraining(String signal, int exitCode) throws IOException {
        Checkout checkout = Checkout.built(folder);
        // If Maven runs in the background, its children ignore SIGINT unless env resets it.
        StartedProcess training = checkout.start(
                Map.of(),
                "env",
                "--default-signal=INT",
                checkout.launcher().toString(),
                "pretrain-mae",
                checkout.configuration().toString(),
                "--max-steps",
                "100000000");
        training.untilItSays("step 50/").signal(signal);
        assertThat(training.exitCode()).isEqualTo(exitCode);
    }

    /** Short commands do not use the tensor engine, so they need none of its jars. */
    @ParameterizedTest
    @ValueSource(strings = {"validate", "config show"})
    void shortCommandsLoadOnlyOurJar(String words) throws IOException {
        Checkout checkout = Checkout.built(folder);
        checkout.deleteLib();
        Path log = folder.resolve("classes.txt");
        // The launcher disables all logging. The option for the list of classes must come after that and before the
        // class path.
        String jdk = jdk("for argument; do\n"
                + "  shift\n"
                + "  [ \"$argument\" = -cp ] && set -- \"$@\" '-Xlog:class+load:file=" + log + "'\n"
                + "  set -- \"$@\" \"$argument\"\n"
                + "done\n"
                + "exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");
        StartedProcess start = checkout.start(
                Map.of("JAVA_HOME", jdk),
                "sh",
                "-c",
                "'" + checkout.launcher() + "' " + words + " '" + checkout.configuration() + "'");
        assertThat(start.exitCode()).as(start.err()).isZero();
        List<String> classes = Files.readAllLines(log);
        assertThat(classes).anyMatch(line -> line.contains(" io.alchemi.trainers.mae.MaeExperimentSchema "));
        List<String> unwanted = List.of(
                " ai.djl.",
                " io.alchemi.trainers.mae.MaePretrainer ",
                " java.util.logging.",
                " org.yaml.snakeyaml.Yaml ");
        assertThat(classes)
                .filteredOn(line -> unwanted.stream().anyMatch(line::contains)
                        || (line.contains(" io.alchemi.") && line.contains("$$Lambda")))
                .isEmpty();
    }

    /** The commands about runs need a library that other short commands do not need. */
    @Test
    void completionListsTheRuns() throws IOException {
        Checkout checkout = Checkout.built(folder);
        String run = "20251128-101500-ab4e-base";
        Files.createDirectories(checkout.elsewhere().resolve("runs/align-train").resolve(run));

        StartedProcess show = checkout.alchemi("__complete", "runs", "show", "");
        assertThat(show.exitCode()).isZero();
        assertThat(show.out()).isEqualTo(run + "\nlast\n");
        StartedProcess train = checkout.alchemi("__complete", "align", "train", "--resume", "2");
        assertThat(train.exitCode()).isZero();
        assertThat(train.out()).isEqualTo(run + "\n");
    }

    /** Returns a JDK whose java is a shell script. */
    private String jdk(String lines) throws IOException {
        Path home = folder.resolve("jdk");
        Files.createDirectories(home.resolve("bin"));
        Checkout.program(home.resolve("bin/java"), lines);
        return home.toString();
    }
}
