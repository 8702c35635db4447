package io.alchemi.command.editor;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.schema.SchemaFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration that a command writes, with a header that leads editors to an existing JSON Schema. */
public final class WrittenConfiguration {
    private static final List<String> FOLDERS = List.of("", "schemas", "configs/schemas");

    private final Path here;
    private final Loader<?> loader;
    private final String id;

    /**
     * Creates the configurations of a schema.
     *
     * @param here the working directory, above which no JSON Schema is looked for
     */
    public WrittenConfiguration(Path here, Loader<?> loader) {
        this.here = real(here);
        this.loader = loader;
        this.id = loader.schema().rootFacts().id();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /** Returns the header of a text that is printed, for a file in the working directory. */
    public String header() {
        Path schema = existing(here);
        return schema == null ? SchemaFile.headerWithoutFile(id) : SchemaFile.header(reference(here, schema));
    }

    /**
     * Writes a new file, and the JSON Schema into the folder {@code schemas} beside it if there is none.
     *
     * @param body the text below the header
     * @param err receives a warning if the JSON Schema that was found is another one
     * @return the files that were written, the configuration first
     * @throws ConfigException if the file exists
     * @throws UncheckedIOException if it cannot be written
     */
    public List<Path> write(Path output, String body, PrintStream err) {
        List<Path> written = new ArrayList<>(List.of(output));
        Path at = output;
        try {
            if (Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(output.toString());
            }
            Path folder = Files.createDirectories(here.resolve(output).resolveSibling(""))
                    .toRealPath();
            Path schema = existing(folder);
            if (schema == null) {
                schema = folder.resolve(SchemaFile.defaultPath(id));
                at = output.resolveSibling(SchemaFile.defaultPath(id));
                Files.createDirectories(schema.resolveSibling(""));
                Files.writeString(schema, loader.jsonSchema(), StandardOpenOption.CREATE_NEW);
                written.add(at);
                at = output;
            } else if (!Files.readString(schema).equals(loader.jsonSchema())) {
                err.println("warning: " + schema + " is not the JSON Schema of this version; 'schema export "
                        + here.relativize(schema.resolveSibling("")) + "' writes it");
            }
            String header = SchemaFile.header(reference(folder, schema));
            Files.writeString(output, header + body, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            String advice = at.equals(output) ? "choose another file, or delete this one" : "delete it, or move it";
            throw new ConfigException(
                    List.of(Arguments.usage(at.toString(), "a file or folder of this name exists", advice)));
        } catch (IOException e) {
            deletePart(at);
            throw new UncheckedIOException(new IOException(at + ": " + FileProblem.reason(at, e), e));
        }
        return written;
    }

    /** Deletes a file of which only a part was written. It did not exist before. */
    private static void deletePart(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // It was not written.
        }
    }

    /** Returns the JSON Schema in a folder, or in those above it up to the working directory; null if there is none. */
    private @Nullable Path existing(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            for (String inside : FOLDERS) {
                Path file = at.resolve(inside).resolve(SchemaFile.name(id));
                if (Files.isRegularFile(file)) {
                    return file.normalize();
                }
            }
            if (at.equals(here) || !at.startsWith(here)) {
                return null;
            }
        }
        return null;
    }

    /** Returns the path from a folder to a file, as editors read it: with slashes, and without spaces. */
    private static String reference(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/').replace(" ", "%20");
    }
}
