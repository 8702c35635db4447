package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
    private static final Document FILE = new Document(Document.Kind.FILE, "a.yaml", "a: 1");

    @Test
    void stackTracesAreShownOnRequest() {
        Diagnostic problem = new Diagnostic(
                DiagnosticId.USER_CODE,
                new SourceLocation(FILE, Span.START),
                "",
                "a rule threw",
                "",
                List.of(),
                new ArithmeticException("/ by \u001bzero"));

        assertThat(printed(List.of(problem), false)).contains("a rule threw").doesNotContain("by");
        assertThat(printed(List.of(problem), true))
                .contains("\n  java.lang.ArithmeticException: / by \\u001bzero\n    at ")
                .contains("DiagnosticPrinterTest.stackTracesAreShownOnRequest");
        assertThat(DiagnosticPrinter.exitCode(List.of(problem))).isEqualTo(ExitCode.FAULT);
    }

    @Test
    void theOptionForStackTracesIsWrittenBeforeTheCommand() {
        assertThat(CommandLine.print(List.of("--debug", "--version")))
                .isEqualTo(CommandLine.print(List.of("--version")));
    }

    private static String printed(List<Diagnostic> problems, boolean debug) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        DiagnosticPrinter.print(problems, new Console(stream, stream, false, Map.of(), debug, Program.alchemi()));
        return out.toString(StandardCharsets.UTF_8);
    }
}
