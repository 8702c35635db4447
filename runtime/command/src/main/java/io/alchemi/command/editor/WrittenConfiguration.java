package io.alchemi.command.editor;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.schema.SchemaFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
        this.here = here.toAbsolutePath().normalize();
        this.loader = loader;
        this.id = loader.schema().rootFacts().id();
    }

    /** Returns the header of a text that is printed, for a file in the working directory. */
    public String header() {
        Path schema = existing(here);
        return SchemaFile.header(schema == null ? SchemaFile.defaultPath(id) : reference(here, schema));
    }

    /**
     * Writes a new file, and the JSON Schema into the folder {@code schemas} beside it if there is none.
     *
     * @param body the text below the header
     * @return the files that were written, the configuration first
     * @throws ConfigException if the file exists or cannot be written
     */
    public List<Path> write(Path output, String body) {
        Path folder = here.resolve(output).resolveSibling("").normalize();
        Path schema = existing(folder);
        List<Path> written = new ArrayList<>(List.of(output));
        Path at = output;
        try {
            Path target = schema == null ? folder.resolve(SchemaFile.defaultPath(id)) : schema;
            Files.writeString(
                    output, SchemaFile.header(reference(folder, target)) + body, StandardOpenOption.CREATE_NEW);
            if (schema == null) {
                at = output.resolveSibling(SchemaFile.defaultPath(id));
                Files.createDirectories(target.getParent());
                Files.writeString(target, loader.jsonSchema());
                written.add(at);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ConfigException(List.of(Arguments.usage(
                    at.toString(), "the file already exists", "choose another file, or delete this one")));
        } catch (IOException e) {
            throw new ConfigException(List.of(Arguments.usage(at.toString(), FileProblem.reason(at, e), "")));
        }
        return written;
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
