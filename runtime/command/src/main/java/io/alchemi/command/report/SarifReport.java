package io.alchemi.command.report;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.JsonObject;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report in SARIF 2.1.0, the Static Analysis Results Interchange Format. */
public final class SarifReport {
    private final List<DiagnosticId> rules = new ArrayList<>();

    private SarifReport() {}

    /**
     * Returns the document.
     *
     * @param version the version of the program
     */
    public static String write(ValidationReport report, String version) {
        return new SarifReport().document(report, version).write();
    }

    private JsonObject document(ValidationReport report, String version) {
        List<JsonObject> results = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            results.add(result(diagnostic));
        }
        List<JsonObject> artifacts = new ArrayList<>();
        for (CheckedFile file : report.files()) {
            artifacts.add(new JsonObject().put("location", artifact(file.name())));
        }
        List<JsonObject> described = new ArrayList<>();
        for (DiagnosticId rule : rules) {
            described.add(rule(rule));
        }
        JsonObject driver =
                new JsonObject().put("name", "Alchemi").put("version", version).put("rules", described);
        JsonObject run = new JsonObject()
                .put("tool", new JsonObject().put("driver", driver))
                .put("columnKind", "unicodeCodePoints")
                .put(
                        "invocations",
                        List.of(new JsonObject()
                                .put("executionSuccessful", true)
                                .put("exitCode", report.exitCode())))
                .put("artifacts", artifacts)
                .put("results", results);
        return new JsonObject()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0")
                .put("runs", List.of(run));
    }

    private static JsonObject rule(DiagnosticId id) {
        DiagnosticPage page = DiagnosticPage.of(id);
        JsonObject help = new JsonObject().put("text", page.rendered(false)).put("markdown", page.markdown());
        return new JsonObject()
                .put("id", id.code())
                .put("shortDescription", text(page.title()))
                .put("help", help)
                .put(
                        "defaultConfiguration",
                        new JsonObject().put("level", id.severity().word()));
    }

    private JsonObject result(Diagnostic diagnostic) {
        DiagnosticId id = diagnostic.id();
        if (!rules.contains(id)) {
            rules.add(id);
        }
        SourceLocation place = diagnostic.place();
        boolean isInFile = place.document().kind() == Document.Kind.FILE;
        JsonObject location = new JsonObject();
        if (isInFile) {
            JsonObject physical = new JsonObject()
                    .put("artifactLocation", artifact(place.document().name()));
            if (place.isInText()) {
                physical.put("region", region(place.span()));
            }
            location.put("physicalLocation", physical);
        }
        if (!diagnostic.key().isEmpty()) {
            JsonObject key =
                    new JsonObject().put("fullyQualifiedName", diagnostic.key()).put("kind", "property");
            location.put("logicalLocations", List.of(key));
        }
        String where = isInFile ? "" : place.describe() + ": ";
        JsonObject result = new JsonObject()
                .put("ruleId", id.code())
                .put("ruleIndex", rules.indexOf(id))
                .put("level", id.severity().word())
                .put("message", text(where + Messages.lines(diagnostic)));
        return location.isEmpty() ? result : result.put("locations", List.of(location));
    }

    private static JsonObject region(Span span) {
        return new JsonObject()
                .put("startLine", span.line())
                .put("startColumn", span.column())
                .put("endLine", span.endLine())
                .put("endColumn", span.endColumn());
    }

    private static JsonObject text(String text) {
        return new JsonObject().put("text", text);
    }

    private static JsonObject artifact(String name) {
        return new JsonObject().put("uri", uri(name));
    }

    /** Returns the URI of a file: relative, unless its name is absolute. */
    static String uri(String name) {
        Path path = Path.of(name).normalize();
        StringBuilder out = new StringBuilder();
        String slashes = path.toString().replace(File.separatorChar, '/');
        if (path.isAbsolute()) {
            out.append(slashes.startsWith("/") ? "file://" : "file:///");
        }
        for (byte unit : slashes.getBytes(StandardCharsets.UTF_8)) {
            int value = unit & 0xff;
            boolean isPlain = (value >= 'a' && value <= 'z')
                    || (value >= 'A' && value <= 'Z')
                    || (value >= '0' && value <= '9')
                    || "-._~/".indexOf(value) >= 0;
            out.append(
                    isPlain
                            ? String.valueOf((char) value)
                            : "%"
                                    + Integer.toHexString(0x100 | value)
                                            .substring(1)
                                            .toUpperCase(Locale.ROOT));
        }
        return out.toString();
    }
}
