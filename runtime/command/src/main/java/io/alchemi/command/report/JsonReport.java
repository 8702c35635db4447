package io.alchemi.command.report;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.JsonObject;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a report as a JSON document, whose members are described in {@code docs/configuration.md}. */
public final class JsonReport {
    private static final int VERSION = 1;

    private JsonReport() {}

    /** Returns the document. */
    public static String write(ValidationReport report) {
        List<JsonObject> files = new ArrayList<>();
        for (CheckedFile file : report.files()) {
            files.add(new JsonObject()
                    .put("file", file.name())
                    .putOrNull("profile", file.profile())
                    .putOrNull("schema", file.schema())
                    .put("valid", file.valid()));
        }
        List<JsonObject> diagnostics = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            diagnostics.add(json(diagnostic));
        }
        return new JsonObject()
                .put("version", VERSION)
                .put("files", files)
                .put("diagnostics", diagnostics)
                .put("errors", report.errors())
                .put("warnings", report.diagnostics().size() - report.errors())
                .put("exit_code", report.exitCode())
                .write();
    }

    private static JsonObject json(Diagnostic diagnostic) {
        SourceLocation place = diagnostic.place();
        boolean isInFile = place.document().kind() == Document.Kind.FILE;
        JsonObject json = new JsonObject()
                .put("id", diagnostic.id().code())
                .put("severity", diagnostic.id().severity().word())
                .putOrNull("file", isInFile ? place.document().name() : null)
                .putOrNull("argument", isInFile ? null : place.document().name());
        addSpan(json, place);
        return json.putOrNull("key", orNull(diagnostic.key()))
                .put("message", diagnostic.message())
                .putOrNull("hint", orNull(diagnostic.label()))
                .put("notes", diagnostic.notes())
                .put("title", DiagnosticPage.of(diagnostic.id()).title())
                .put("page", diagnostic.id().code() + ".md");
    }

    private static void addSpan(JsonObject json, SourceLocation place) {
        Span span = place.span();
        if (place.isInText()) {
            json.put("line", span.line())
                    .put("column", span.column())
                    .put("end_line", span.endLine())
                    .put("end_column", span.endColumn());
        } else {
            json.put("line", JsonObject.NULL)
                    .put("column", JsonObject.NULL)
                    .put("end_line", JsonObject.NULL)
                    .put("end_column", JsonObject.NULL);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
