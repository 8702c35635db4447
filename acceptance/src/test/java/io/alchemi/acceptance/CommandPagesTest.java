package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.command.Subcommand;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the command lines on the pages of machine and command-line problems. The wrong ones must have exactly the problem of the page,
 * the right ones none. {@code yaml NAME} and {@code csv NAME} blocks are files used by them. {@code regression} is the program of the
 * example, which was built before this test.
 */
class CommandPagesTest {
    private static final Path PAGES = Checkout.REPOSITORY.resolve("docs/diagnostics");
    private static final Path EXAMPLE = Path.of("target/examples/regression/target/classes");

    @TempDir
    Path folder;

    static Stream<DiagnosticId> ids() {
        return Stream.of(DiagnosticId.values())
                .filter(id -> id.code().matches("ALC(31[3-6]|[45].*)")
                        && id != DiagnosticId.ENGINE // Tested in separate processes.
                        && id != DiagnosticId.SECRET_OF_RUN); // Tested with a special trainer.
    }

    @ParameterizedTest
    @MethodSource("ids")
    void wrongCommandLinesHaveTheProblemAndRightOnesNone(DiagnosticId id) throws Exception {
        Page page = new Page(PAGES.resolve(id.code() + ".md"));
        Map<Block, String> printed = page.run(this::run);

        List<Block> wrong = page.blocks().stream().filter(page::isWrong).toList();
        assertThat(wrong)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(
                                printed.getOrDefault(block, "").lines().filter(line -> line.endsWith("]")))
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith("[" + id.code() + "]")));
        assertThat(page.blocks()).anyMatch(block -> block.language().equals("sh") && !page.isWrong(block));
    }

    private String run(Block block, String text) throws Exception {
        if (!block.name().isEmpty()) {
            Path file = folder.resolve(block.name());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
            return "";
        }
        assertThat(block.language()).isEqualTo("sh");
        StringBuilder out = new StringBuilder();
        for (String line : text.lines().toList()) {
            out.append(command(line));
        }
        return out.toString();
    }

    /** Returns the output of a command line if it fails, else an empty string. */
    private String command(String line) throws Exception {
        Map<String, String> environment = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        for (String word : line.split(" ")) {
            if (word.startsWith("ALCHEMI_")) {
                environment.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else if (!word.equals("alchemi")) {
                boolean isFile = word.endsWith(".yaml") && !word.contains("=");
                arguments.add(isFile ? folder.resolve(word).toString() : word);
            }
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = run(arguments, new Console(stream, stream, false, environment));
        String output = printed.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
        return exit == ExitCode.FINE ? "" : output;
    }

    private static int run(List<String> arguments, Console console) throws IOException, ReflectiveOperationException {
        if (!arguments.get(0).equals("regression")) {
            return Alchemi.run(arguments, console);
        }
        try (URLClassLoader example =
                new URLClassLoader(new URL[] {EXAMPLE.toUri().toURL()}, CommandPagesTest.class.getClassLoader())) {
            Subcommand main = (Subcommand) example.loadClass("org.example.regression.RegressionTrainerMain")
                    .getConstructor()
                    .newInstance();
            return Alchemi.run(main, arguments.subList(1, arguments.size()), console);
        }
    }
}
