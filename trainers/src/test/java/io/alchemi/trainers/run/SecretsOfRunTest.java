package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.Subcommand;
import io.alchemi.trainers.command.OwnNamesTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trainer with secrets: neither its output nor the files of its run contain them. */
class SecretsOfRunTest {
    private static final String SECRET = "s3cr3t-t0ken";
    private static final String TRAINER = """
            package lab;

            import io.alchemi.schema.*;
            import io.alchemi.training.run.*;
            import io.alchemi.training.session.RuntimeConfig;

            @TrainerCommand("track")
            public final class Tracker implements Trainer<Tracker.Track> {
                /**
                 * A run that reports to a server.
                 *
                 * @param global settings of the whole run
                 * @param name name of the sender
                 * @param token password for the server
                 */
                @ConfigSchema(id = "track", env = "TRACK")
                public record Track(
                        RuntimeConfig global,
                        @Default("lab") String name,
                        @Secret @Example("{file: token.txt}") String token) {}

                @Override
                public void train(Track config, Run run) {
                    if (!config.token().equals("s3cr3t-t0ken")) {
                        throw new IllegalStateException(config.token());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void noFileOfARunHasASecret() throws Exception {
        Path config = Files.writeString(
                folder.resolve("track.yaml"), "extends: base.yaml\ntoken: {file: token.txt}\nname: lab\n");
        Files.writeString(folder.resolve("base.yaml"), "token: " + SECRET + "\n");
        Files.writeString(folder.resolve("token.txt"), SECRET + "\n");

        int exit = track(
                Map.of("TRACK_NAME", SECRET), config.toString(), "--set", "name=a " + SECRET, "--set", "name=lab");

        assertThat(exit).as(printed()).isZero();
        assertThat(printed()).doesNotContain("t0ken").contains("run ");
        assertThat(files("runs"))
                .extracting(file -> file.getFileName().toString())
                .contains("config.yaml", "command.txt", "environment.json", "track.yaml", "report.html");
        assertThat(files("runs"))
                .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("t0ken"));
    }

    @Test
    void theExceptionOfATrainerHasNoSecret() throws Exception {
        Path token = Files.writeString(folder.resolve("token.txt"), "other-t0ken");

        assertThat(track(Map.of(), "--set", "token.file=" + token)).isEqualTo(70);
        assertThat(printed())
                .contains("This is a bug in the trainer lab.Tracker.", "java.lang.IllegalStateException: ********\n")
                .doesNotContain("other-t0ken");
        assertThat(files("runs"))
                .extracting(file -> file.getFileName().toString())
                .contains("status.json");
        assertThat(files("runs"))
                .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("other-t0ken"));
    }

    @Test
    void aRunThatCouldNotBeResumedIsRefusedBeforeItHasAFolder() throws Exception {
        Path config = Files.writeString(folder.resolve("track.yaml"), "token: " + SECRET + "\n");

        assertThat(track(Map.of(), config.toString())).isEqualTo(65);
        assertThat(printed())
                .doesNotContain("t0ken")
                .contains("track.yaml:1:8: error: 'token' is a secret, but the folder of a run keeps its configuration,"
                        + " to go on with it [ALC406]")
                .contains("write {file: PATH} with the path of a file that holds the secret");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aRunNeedsNoFileIfEveryKeyHasAValue() throws Exception {
        Path token = Files.writeString(folder.resolve("token.txt"), SECRET);

        assertThat(track(Map.of(), "--set", "token.file=" + token))
                .as(printed())
                .isZero();
        assertThat(printed()).contains(", without a file\n");
        assertThat(files("runs")).extracting(Path::getFileName).contains(Path.of("config.yaml"));
        assertThat(track(Map.of())).isEqualTo(2);
        assertThat(printed()).contains("no configuration is named, but these keys are required: token");
    }

    @Test
    void aProgramWithOneTrainerNamesItself() throws Exception {
        Path token = Files.writeString(folder.resolve("token.txt"), SECRET);

        assertThat(track(Map.of(), "--help")).isZero();
        assertThat(track(Map.of(), "--set", "token.file=" + token)).isZero();
        assertThat(track(Map.of(), "config", "show", "--set", "token.file=" + token))
                .isZero();

        assertThat(printed())
                .contains("Usage: track [CONFIG…] [options]", "  config show ", "\nname: lab\ntoken: {file: ")
                .doesNotContain("alchemi ");
        assertThat(files("runs"))
                .filteredOn(file -> file.endsWith("command.txt"))
                .singleElement()
                .satisfies(file -> assertThat(file).content().startsWith("track --set "));
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int track(Map<String, String> environment, String... arguments)
            throws IOException, ReflectiveOperationException {
        Path classes = compile();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setProperty("alchemi.runs", folder.resolve("runs").toString());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Subcommand main = (Subcommand)
                    loader.loadClass("lab.TrackerMain").getConstructor().newInstance();
            return Alchemi.run(main, List.of(arguments), new Console(stream, stream, false, environment));
        } finally {
            System.clearProperty("alchemi.runs");
        }
    }

    private Path compile() throws IOException, ReflectiveOperationException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///lab/Tracker.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return TRAINER;
                    }
                };
        List<String> problems = new ArrayList<>();
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problem -> problems.add(problem.toString()),
                        List.of("-d", classes.toString(), "-Aalchemi.root=" + folder, "-cp", OwnNamesTest.classPath()),
                        null,
                        List.of(source));
        task.setProcessors(List.of(processor("SchemaProcessor"), processor("IndexProcessor")));
        assertThat(task.call()).as(problems.toString()).isTrue();
        return classes;
    }

    /** Creates the processor by reflection, because its class file has annotations that are not on the class path. */
    private static Processor processor(String name) throws ReflectiveOperationException {
        return Class.forName("io.alchemi.processor." + name)
                .asSubclass(Processor.class)
                .getDeclaredConstructor()
                .newInstance();
    }
}
