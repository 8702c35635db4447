package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.index.ProgramIndex;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed when a command fails with an error of the virtual machine. */
class AlchemiFailureTest {
    @Test
    void theVirtualMachinesErrorsHaveNoTrace() {
        assertThat(run(new OutOfMemoryError("Java heap space")))
                .isEqualTo("error: out of memory; give Java more, for example JAVA_TOOL_OPTIONS=-Xmx4g\nexit 1\n");
        assertThat(run(new StackOverflowError()))
                .startsWith("This is a bug in Alchemi.")
                .endsWith("\n  java.lang.StackOverflowError\nexit 70\n");
    }

    @Test
    void anErrorOfACommandIsABugOfItsAuthors() {
        assertThat(CommandLine.print(List.of("lab", "match", "a.csv", "b.csv", "--top", "8")))
                .startsWith("This is a bug in the command org.example.MatchAction. ")
                .endsWith("\n  java.lang.StackOverflowError\nexit 70\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsNoMistakeOfTheCommandLine(@TempDir Path folder) {
        Path longest = folder.resolve("x".repeat(300));

        assertThat(CommandLine.print(List.of("config", "init", "prices", "-o", longest.toString())))
                .startsWith("error: " + longest + ": ")
                .endsWith("exit 1\n");
        assertThat(CommandLine.print(List.of("schema", "export", longest.toString())))
                .startsWith("error: " + longest)
                .endsWith("exit 1\n");
    }

    /** The package java.util is open to nobody. */
    @Test
    void aModuleThatDoesNotOpenItsPackageIsNamed() {
        assertThat(run(() -> ProgramIndex.instance("java.util.Collections")))
                .isEqualTo(
                        "error: cannot use java.util.Collections; add 'opens java.util to io.alchemi.command;' to the"
                                + " module-info.java of java.base\nexit 1\n");
    }

    private static String run(Error error) {
        return run(() -> {
            throw error;
        });
    }

    private static String run(Runnable failing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Subcommand command = new Subcommand() {
            @Override
            public String name() {
                return "fail";
            }

            @Override
            public String summary() {
                return "Fail";
            }

            @Override
            public int run(List<String> arguments, Console console) {
                failing.run();
                return ExitCode.FINE;
            }
        };
        int code = Alchemi.run(command, List.of(), new Console(stream, stream, false, Map.of()));
        return out.toString(StandardCharsets.UTF_8) + "exit " + code + "\n";
    }
}
