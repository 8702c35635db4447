package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.training.folder.RunStatus.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
    private static final String FILE = "the training could not read or write a file: ";

    private static Ending failed(String reason, int exitCode) {
        return new Ending(State.FAILED, reason, exitCode);
    }

    @Test
    void problemsThatTheUserCanFixAreFailures() {
        assertThat(Ending.of(new TrainingException("diverged"))).isEqualTo(failed("diverged", ExitCode.FAILED));
        ConfigException usage = new ConfigException(List.of(Arguments.usage("--x", "is wrong", "")));
        assertThat(Ending.of(usage)).isEqualTo(failed(usage.getMessage(), ExitCode.USAGE));
        assertThat(Ending.of(StoppedException.after(3, new Stop("SIGTERM", ExitCode.TERMINATED))))
                .isEqualTo(new Ending(State.INTERRUPTED, "SIGTERM", ExitCode.TERMINATED));
    }

    @Test
    void filesAreNamed() {
        assertThat(Ending.of(new FileSystemException("/runs/a", null, "No space left on device")))
                .isEqualTo(failed(FILE + "/runs/a: no space left on device; delete some files", ExitCode.FAILED));
        assertThat(Ending.of(new UncheckedIOException(new NoSuchFileException("/"))))
                .isEqualTo(failed(FILE + "/: file not found", ExitCode.FAILED));
        assertThat(Ending.of(new IOException("Data.csv:3: no number")))
                .isEqualTo(failed(FILE + "Data.csv:3: no number", ExitCode.FAILED));
    }

    /** The message is libtorch's. */
    @Test
    void outOfMemoryInTheEngineIsRecognized() {
        String reason = "out of memory: use a smaller batch or model";
        assertThat(Ending.of(
                        new EngineException("[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't"
                                + " allocate memory: you tried to allocate 64000000000 bytes. Error code 12")))
                .isEqualTo(failed(reason, ExitCode.FAILED));
        assertThat(Ending.of(new OutOfMemoryError("Java heap space"))).isEqualTo(failed(reason, ExitCode.FAILED));
    }

    @Test
    void everythingElseIsABug() {
        assertThat(Ending.of(new IllegalStateException("x")))
                .isEqualTo(failed("java.lang.IllegalStateException: x", ExitCode.FAULT));
        assertThat(Ending.of(new EngineException("shapes differ")).exitCode()).isEqualTo(ExitCode.FAULT);
    }
}
