package io.alchemi.command.report;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;

/** Writes a report as workflow commands of GitHub Actions, one line for each diagnostic. */
public final class GithubReport {
    private GithubReport() {}

    /** Returns the commands. */
    public static String write(ValidationReport report) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : report.diagnostics()) {
            SourceLocation place = diagnostic.place();
            boolean isInFile = place.document().kind() == Document.Kind.FILE;
            String title = diagnostic.id().code() + ": "
                    + DiagnosticPage.of(diagnostic.id()).title();
            out.append("::").append(diagnostic.id().severity().word()).append(' ');
            out.append(isInFile ? "file=" + property(place.document().name()) + position(place) + "," : "");
            out.append("title=").append(property(title)).append("::");
            out.append(isInFile ? "" : data(EscapedText.of(place.describe()) + ": "));
            out.append(data(Messages.lines(diagnostic))).append('\n');
        }
        return out.toString();
    }

    /** Returns the lines and columns. GitHub counts the last character in, and ignores columns of more than one line. */
    private static String position(SourceLocation place) {
        Span span = place.span();
        if (!place.isInText()) {
            return "";
        } else if (span.endLine() > span.line()) {
            int last = span.endColumn() > 1 ? span.endLine() : span.endLine() - 1;
            return ",line=" + span.line() + ",endLine=" + last;
        }
        return ",line=" + span.line() + ",col=" + span.column() + ",endLine=" + span.line() + ",endColumn="
                + Math.max(span.column(), span.endColumn() - 1);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(EscapedText.of(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
