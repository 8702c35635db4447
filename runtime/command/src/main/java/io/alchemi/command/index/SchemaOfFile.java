package io.alchemi.command.index;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Determines the schema of a file from an option, from the {@code $schema} line for editors, or from the file name. */
public final class SchemaOfFile {
    private static final String SUFFIX = ".schema.json";

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
     * @throws ConfigException if the file does not exist, or if no schema or several match
     */
    public SchemaEntry of(Path file) {
        if (!Files.exists(file)) {
            Document missing = new Document(Document.Kind.FILE, file.toString(), "");
            throw new ConfigException(List.of(new Diagnostic(
                    DiagnosticId.NO_SUCH_FILE,
                    new SourceLocation(missing, Span.START),
                    FileProblem.reason(file, new NoSuchFileException(file.toString())),
                    "")));
        }
        SchemaEntry declared = declared(file);
        if (declared != null) {
            return declared;
        }
        List<SchemaEntry> matching = matching(file, index.nearSchemas());
        if (matching.isEmpty()) {
            matching = matching(file, index.schemas());
        }
        Document document = new Document(Document.Kind.FILE, file.toString(), "");
        if (matching.size() > 1) {
            throw usageError(
                    document,
                    "the file name matches several schemas: " + String.join(", ", ids(matching)),
                    "add --schema ID");
        }
        if (matching.isEmpty()) {
            throw usageError(
                    document,
                    "the file name matches no schema",
                    "add --schema ID; known schemas: " + String.join(", ", ids(index.schemas())));
        }
        return matching.get(0);
    }

    /** Returns the schema named by the leading comments of the file or by its {@code $schema} key, or null. */
    private @Nullable SchemaEntry declared(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            line = line != null && line.startsWith("\ufeff") ? line.substring(1) : line;
            while (line != null && (line.isBlank() || line.startsWith("#") || line.startsWith("$schema:"))) {
                int at = line.indexOf("$schema");
                if (at >= 0) {
                    SchemaEntry named = named(line.substring(at + 7));
                    if (named != null) {
                        return named;
                    }
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            return null; // Reading the configuration reports the cause.
        }
        return null;
    }

    private @Nullable SchemaEntry named(String reference) {
        String path = reference.strip();
        int end = path.indexOf(SUFFIX);
        if (end < 0) {
            return null;
        }
        int start = end;
        while (start > 0 && "/\\ =:'\"".indexOf(path.charAt(start - 1)) < 0) {
            start--;
        }
        return index.schema(path.substring(start, end));
    }

    private static List<SchemaEntry> matching(Path file, List<SchemaEntry> schemas) {
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
