package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.util.Utils;
import io.alchemi.command.ExitCode;
import io.alchemi.config.testing.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests unpacking the tensor engine, in separate processes, because a library stays loaded. */
class EngineFolderTest {
    @TempDir
    private Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        }
    }

    private record Outcome(int exit, String output) {}

    private Outcome rehearse(Path cache) throws IOException, InterruptedException {
        return rehearse(cache, List.of());
    }

    private Outcome rehearse(Path cache, List<String> starter) throws IOException, InterruptedException {
        return rehearse(starter, List.of(), Map.of("ENGINE_CACHE_DIR", cache.toString()));
    }

    /** Starts with a home folder that Java takes from the system, and one of the environment. */
    private Outcome rehearse(String home, String stated) throws IOException, InterruptedException {
        return rehearse(List.of(), List.of("-Duser.home=" + home), Map.of("ENGINE_CACHE_DIR", "", "HOME", stated));
    }

    private Outcome rehearse(List<String> starter, List<String> options, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(CommandLine.ofProcess(folder.resolve("runs")));
        command.addAll(1, options);
        command.addAll(0, starter);
        command.addAll(List.of("pretrain-mae", CommandLine.SMALL.toString(), "--dry-run", "--quiet"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private Path engine() throws IOException {
        return engine(folder);
    }

    /** Copies the unpacked engine. The files are links until a test replaces one. */
    private static Path engine(Path cache) throws IOException {
        Path unpacked;
        try (Stream<Path> versions = Files.list(Utils.getEngineCacheDir("pytorch"))) {
            unpacked = versions.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path copy = Files.createDirectories(cache.resolve("pytorch").resolve(unpacked.getFileName()));
        try (Stream<Path> libraries = Files.list(unpacked)) {
            for (Path library : libraries.toList()) {
                Files.createSymbolicLink(copy.resolve(library.getFileName()), library);
            }
        }
        return copy;
    }

    /** A truncated library crashed the process with SIGBUS, and in place of a missing one the system's was loaded. */
    @ParameterizedTest
    @ValueSource(strings = {"cut off", "missing"})
    void aDamagedEngineIsUnpackedAgain(String damage) throws IOException, InterruptedException {
        Path engine = engine();
        Path library = engine.resolve("libtorch_cpu.so");
        long size = Files.size(library);
        Files.delete(library);
        if (damage.equals("cut off")) {
            try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
                file.setLength(size / 2);
            }
        }
        Outcome outcome = rehearse(folder);
        assertThat(outcome.output()).contains("The configuration can be trained here");
        assertThat(outcome.exit()).isZero();
        assertThat(library).hasSize(size);
    }

    /** Such folders are as large as the engine. */
    @Test
    void deletesWhatAnInterruptedUnpackingLeft() throws IOException, InterruptedException {
        Path cache = folder.resolve("pytorch");
        Path left = Files.createDirectories(cache.resolve("tmp17446744073709551615"));
        Files.writeString(left.resolve("libtorch.so"), "half");
        Path other = Files.createDirectory(cache.resolve("tmp1 of a user"));
        assertThat(rehearse(folder).exit()).isZero();
        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    /** Java does not know the home folder of such a user of a container. */
    @ParameterizedTest
    @ValueSource(strings = {"?", "/proc/none"})
    void aUserWithoutHomeHasTheOneOfTheEnvironment(String home) throws IOException, InterruptedException {
        Path stated = folder.resolve("home below the temporary folder");
        engine(stated.resolve(".djl.ai"));
        Outcome outcome = rehearse(home, stated.toString());
        assertThat(outcome.output()).contains("The configuration can be trained here");
        assertThat(folder.resolve("?")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "?, '', '.djl.ai: error: the tensor engine cannot be unpacked, since you have no home folder [ALC405]'",
        "/proc/none, home, '/proc/none/.djl.ai: error: the tensor engine cannot be unpacked, since your home folder cannot be "
                + "written [ALC405]'"
    })
    void aUserWithoutAnyHomeIsRefused(String home, String stated, String message)
            throws IOException, InterruptedException {
        Outcome outcome = rehearse(home, stated);
        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.output()).contains(message, "set ENGINE_CACHE_DIR to a folder of your own");
    }

    /** Images of PyTorch set this variable. */
    @Test
    void theVersionOfAnotherPyTorchIsNamed() throws IOException, InterruptedException {
        engine();
        Outcome outcome = rehearse(
                List.of(), List.of(), Map.of("ENGINE_CACHE_DIR", folder.toString(), "PYTORCH_VERSION", "2.8.0"));
        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.output())
                .contains(
                        "the tensor engine does not start: ",
                        "unset the environment variable PYTORCH_VERSION, which selects version 2.8.0 of the engine");
    }

    /** The page of the problem has a folder that cannot be written, and one that can. */
    @Test
    void thePageHasThePrintedOutput() throws Exception {
        engine();
        Page page = new Page(Path.of(System.getProperty("alchemi.root"), "docs/diagnostics/ALC405.md"));
        page.run((block, line) -> {
            String cache = line.substring(line.indexOf('=') + 1, line.indexOf(' '));
            Outcome outcome = rehearse(cache.startsWith("/proc") ? Path.of(cache) : folder);
            return outcome.exit() == ExitCode.FINE ? "" : outcome.output();
        });
    }

    /** A user of a container may have no name. */
    @Test
    void aUserWithoutNameOwnsTheEngine() throws IOException, InterruptedException {
        Path engine = engine();
        giveTo("4711", engine);
        giveTo("4711", folder);
        Outcome outcome = rehearse(
                folder, List.of("setpriv", "--reuid=4711", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        assertThat(outcome.output()).contains("The configuration can be trained here");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void theEngineOfAnotherUserIsRefused() throws IOException, InterruptedException {
        Path engine = engine();
        giveTo("4711", engine);
        Outcome outcome = rehearse(folder);
        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.output())
                .contains(engine + ": error: the unpacked tensor engine belongs to another user, 4711 [ALC405]");
    }

    private static void giveTo(String user, Path owned) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("chown", user, owned.toString()).start().waitFor();
        assumeTrue(exit == 0, "chown requires root");
    }

    @Test
    void aDiskThatIsTooSmallIsNamed() throws IOException, InterruptedException {
        mount("size=1m");
        Outcome outcome = rehearse(folder);
        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.output())
                .contains(
                        "the tensor engine needs 452 MB to be unpacked, but the disk has 1 MB left [ALC405]",
                        "set ENGINE_CACHE_DIR to a folder of your own");
    }

    @Test
    void aFileSystemThatForbidsExecutionIsNamed() throws IOException, InterruptedException {
        mount("size=4m,noexec");
        Path library = engine().resolve("libc10.so");
        byte[] content = Files.readAllBytes(library);
        Files.delete(library);
        Files.write(library, content);
        Outcome outcome = rehearse(folder);
        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.output())
                .contains("the tensor engine does not start: ", "programs must be allowed to run from this folder");
    }

    private void mount(String options) throws IOException, InterruptedException {
        mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString())
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(mounted, "mounting requires root");
    }
}
