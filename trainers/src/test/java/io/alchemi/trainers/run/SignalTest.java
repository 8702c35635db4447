package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import io.alchemi.command.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how a training process reacts to signals. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignalTest {
    @TempDir
    private Path runs;

    private @Nullable Process process;

    @BeforeEach
    void signalsExist() {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "/bin/kill, which sends the signals, does not exist");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /**
     * Returns true if this process ignores a signal. Under {@code nohup} a training continues after the terminal is closed, like all
     * programs.
     */
    private static boolean isIgnored(String name) throws IOException, InterruptedException {
        Process list = new ProcessBuilder("/bin/kill", "-l", name).start();
        int number = Integer.parseInt(new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (number - 1) & 1) == 1;
            }
        }
        return false;
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(CommandLine.ofProcess(runs));
        command.addAll(List.of(
                "pretrain-mae",
                CommandLine.SMALL.toString(),
                "--progress",
                "plain",
                "--set",
                "train.log_every=1",
                "--max-steps",
                "1000000"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static void awaitStep(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("step 3/")) {
            line = output.readLine();
        }
        assertThat(line).as("the process is training").isNotNull();
    }

    private Path run() throws IOException {
        try (Stream<Path> folders = Files.list(runs.resolve("pretrain-mae"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private String status(String member) throws IOException {
        return JsonParser.parseString(Files.readString(run().resolve("status.json")))
                .getAsJsonObject()
                .get(member)
                .getAsString();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "USR1, 75"})
    void aSignalSavesTheRun(String name, int code) throws IOException, InterruptedException {
        assumeTrue(!isIgnored(name), "this process and its children ignore SIG" + name);
        process = start();
        try (BufferedReader output = process.inputReader()) {
            awaitStep(output);
            signal(process, name);
            List<String> rest = output.lines().toList();

            assertThat(process.waitFor()).isEqualTo(code);
            assertThat(rest)
                    .contains("stopping after the current step; a second signal stops at once, without saving")
                    .last()
                    .isEqualTo("  go on with: alchemi pretrain-mae --resume " + run());
            assertThat(status("state")).isEqualTo("interrupted");
            assertThat(status("reason")).isEqualTo("SIG" + name);
            long steps = Files.readAllLines(run().resolve("metrics.jsonl")).size();
            assertThat(run().resolve(String.format("checkpoints/step-%06d.safetensors", steps)))
                    .exists();
        }
    }

    /** {@code timeout} signals both a process and its group. */
    @Test
    void aSignalThatArrivesTwiceAtOnceCountsOnce() throws IOException, InterruptedException {
        process = start();
        try (BufferedReader output = process.inputReader()) {
            awaitStep(output);
            String pid = Long.toString(process.pid());
            new ProcessBuilder("/bin/kill", "-TERM", pid, pid).start().waitFor();
            assertThat(output.lines()).anyMatch(line -> line.endsWith("its state is saved"));
            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    @Test
    void theTimeLimitSavesTheRun() throws IOException, InterruptedException {
        process = start("--max-time", "6s");
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor()).isEqualTo(ExitCode.SAVED);
            assertThat(lines)
                    .anyMatch(line -> line.matches("interrupted after step \\d+ by --max-time; its state is saved"));
            assertThat(run().resolve("checkpoints")).isNotEmptyDirectory();
        }
    }
}
