package io.alchemi.command.index;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Determines the schema of a file from an option, from the {@code $schema} line for editors, or from the file name. */
public final class SchemaOfFile {
    private final ProgramIndex index;

    /** Creates a lookup in an index. */
    public SchemaOfFile(ProgramIndex index) {
        this.index = index;
    }

    /**
     * Returns the schema of an id.
     *
     * @param argument the command-line argument that contains the id
     * @throws ConfigException if there is no such schema
     */
    public SchemaEntry ofId(String id, String argument) {
        SchemaEntry entry = index.schema(id);
        if (entry == null) {
            String nearest = Suggestion.didYouMean(id, ids(index.schemas()));
            throw usageError(
                    new Document(Document.Kind.FLAG, argument, argument),
                    "unknown schema '" + id + "'",
                    nearest.isEmpty() ? "known schemas: " + String.join(", ", ids(index.schemas())) : nearest);
        }
        return entry;
    }

    /**
     * Returns the schema of a file.
     *
     * @param file the file, which has been read
     * @param warnings receives the warning about a reference that is not followed
     * @throws ConfigException if the file cannot be read, if it refers to an unknown schema, or if no schema or several match
     */
    public SchemaEntry of(FileText file, List<Diagnostic> warnings) {
        Diagnostic problem = file.problem();
        if (problem != null) {
            throw new ConfigException(List.of(problem));
        }
        SchemaReference reference = SchemaReference.in(file.document());
        SchemaEntry declared = reference == null ? null : declared(reference, warnings);
        if (declared != null) {
            return declared;
        }
        String name = file.document().name();
        List<SchemaEntry> matching = matching(Path.of(name), index.nearSchemas());
        if (matching.isEmpty()) {
            matching = matching(Path.of(name), index.schemas());
        }
        Document document = new Document(Document.Kind.FILE, name, "");
        if (matching.size() > 1) {
            throw usageError(
                    document,
                    "the file name matches several schemas: " + String.join(", ", ids(matching)),
                    "add --schema ID");
        }
        SchemaEntry only = index.only();
        if (matching.isEmpty() && only != null) {
            return only;
        } else if (matching.isEmpty()) {
            throw usageError(document, "the file name matches no schema", knownSchemas());
        }
        return matching.get(0);
    }

    private String knownSchemas() {
        return index.schemas().isEmpty()
                ? "there are no schemas on the class path; a module needs the option --add-modules of java"
                : "add --schema ID; known schemas: " + String.join(", ", ids(index.schemas()));
    }

    /** Returns the schema that a file refers to, or null if the reference is on another machine. */
    private @Nullable SchemaEntry declared(SchemaReference reference, List<Diagnostic> warnings) {
        String id = reference.id();
        // The schema of a file "align.sweep.schema.json" may be that of sweeps.
        for (String end = id; end != null; end = end.indexOf('.') < 0 ? null : end.substring(end.indexOf('.') + 1)) {
            SchemaEntry known = index.schema(end);
            if (known != null) {
                return known;
            }
        }
        if (reference.isRemote()) {
            warnings.add(new Diagnostic(
                    DiagnosticId.REMOTE_SCHEMA,
                    reference.place(),
                    "the schema '" + reference.target() + "' is not downloaded",
                    "name a file ID.schema.json with the id of a known schema"));
            return null;
        }
        String nearest = id == null ? "" : Suggestion.didYouMean(id, ids(index.schemas()));
        throw new ConfigException(List.of(new Diagnostic(
                DiagnosticId.UNKNOWN_SCHEMA,
                reference.place(),
                "'" + reference.target() + "' is not the JSON Schema of a known schema",
                nearest.isEmpty() ? "name a file ID.schema.json, or add --schema ID" : nearest,
                List.of("known schemas: " + String.join(", ", ids(index.schemas()))))));
    }

    static List<SchemaEntry> matching(Path file, List<SchemaEntry> schemas) {
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        List<SchemaEntry> matching = new ArrayList<>();
        for (SchemaEntry entry : schemas) {
            for (String pattern : entry.files()) {
                if (endMatches(path, pattern)) {
                    matching.add(entry);
                    break;
                }
            }
        }
        return matching;
    }

    /** Returns true if the last parts of a path match a pattern, in which a star matches anything within a part. */
    static boolean endMatches(String path, String pattern) {
        String[] parts = path.split("/");
        String[] wanted = pattern.split("/");
        if (wanted.length > parts.length) {
            return false;
        }
        for (int i = 1; i <= wanted.length; i++) {
            if (!matches(parts[parts.length - i], 0, wanted[wanted.length - i], 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String text, int at, String pattern, int from) {
        if (from == pattern.length()) {
            return at == text.length();
        }
        if (pattern.charAt(from) == '*') {
            return matches(text, at, pattern, from + 1) || (at < text.length() && matches(text, at + 1, pattern, from));
        }
        return at < text.length()
                && text.charAt(at) == pattern.charAt(from)
                && matches(text, at + 1, pattern, from + 1);
    }

    private static List<String> ids(List<SchemaEntry> schemas) {
        List<String> ids = new ArrayList<>();
        for (SchemaEntry entry : schemas) {
            ids.add(entry.id());
        }
        return ids;
    }

    private static ConfigException usageError(Document document, String message, String label) {
        int width = document.text().length() + 1;
        SourceLocation place = new SourceLocation(document, new Span(1, 1, 1, width));
        return new ConfigException(List.of(new Diagnostic(DiagnosticId.USAGE, place, message, label)));
    }
}
