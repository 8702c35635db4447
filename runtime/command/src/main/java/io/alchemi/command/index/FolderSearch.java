package io.alchemi.command.index;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Finds the configurations in a folder and the folders below it by the file patterns of schemas. Skips folders of runs, hidden files
 * and folders, and links to folders.
 */
public final class FolderSearch {
    private static final String RUNS = "runs";

    private final List<SchemaEntry> schemas;
    private final List<Path> found = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private FolderSearch(List<SchemaEntry> schemas) {
        this.schemas = schemas;
    }

    /**
     * Returns the files, sorted by name within each folder.
     *
     * @param schemas the schemas whose files to find
     * @param problems receives the folders that cannot be read
     * @throws ConfigException if there is no such file
     */
    public static List<Path> find(Path folder, List<SchemaEntry> schemas, List<Diagnostic> problems) {
        FolderSearch search = new FolderSearch(schemas);
        search.visit(folder);
        problems.addAll(search.problems);
        if (search.found.isEmpty() && search.problems.isEmpty()) {
            throw new ConfigException(
                    List.of(problem(folder, "no file in this folder matches a schema", search.hint())));
        }
        return search.found;
    }

    private void visit(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (Path entry : listed) {
                entries.add(folder.toString().equals(".") ? Path.of(name(entry)) : entry);
            }
        } catch (IOException e) {
            problems.add(problem(folder, FileProblem.reason(folder, e), ""));
            return;
        } catch (DirectoryIteratorException e) {
            problems.add(problem(folder, FileProblem.reason(folder, Objects.requireNonNull(e.getCause())), ""));
            return;
        }
        Collections.sort(entries);
        for (Path entry : entries) {
            String name = name(entry);
            boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            if (name.startsWith(".") || (isFolder && name.equals(RUNS))) {
                continue;
            }
            if (isFolder) {
                visit(entry);
            } else if (!Files.isDirectory(entry)
                    && !SchemaOfFile.matching(entry, schemas).isEmpty()) {
                found.add(entry);
            }
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private String hint() {
        List<String> patterns = new ArrayList<>();
        for (SchemaEntry schema : schemas) {
            for (String pattern : schema.files()) {
                if (!patterns.contains(pattern)) {
                    patterns.add(pattern);
                }
            }
        }
        return patterns.isEmpty()
                ? "the schema names no files; write the names of the files"
                : "looked for " + String.join(", ", patterns);
    }

    private static Diagnostic problem(Path folder, String message, String label) {
        SourceLocation place = new SourceLocation(new Document(Document.Kind.FILE, folder.toString(), ""), Span.START);
        return new Diagnostic(DiagnosticId.NO_SUCH_FILE, place, message, label);
    }
}
