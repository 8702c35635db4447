package io.alchemi.command.editor;

import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.SchemaFile;
import io.alchemi.config.text.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Schemas, and the files by which editors know which schema a file has. What these files hold otherwise stays as
 * it is.
 */
public final class EditorFiles {
    private static final String VS_CODE_EXTENSION = "redhat.vscode-yaml";

    private final Path project;
    private final Path folder;
    private final List<Loader<?>> loaders;
    private final List<Path> written = new ArrayList<>();

    /**
     * Creates the files of schemas.
     *
     * @param project the folder that editors open, for their settings
     * @param folder the folder of the JSON Schemas
     */
    public EditorFiles(Path project, Path folder, List<Loader<?>> loaders) {
        this.project = project;
        this.folder = folder;
        this.loaders = loaders;
    }

    /** Returns the files that were written. */
    public List<Path> written() {
        return written;
    }

    /**
     * Writes the JSON Schemas.
     *
     * @param url where they will be, which gives them an {@code $id}; null if nowhere. Some validators take no {@code $id} that is
     *     not a whole URL.
     */
    public void schemas(@Nullable String url) throws IOException {
        for (Loader<?> loader : loaders) {
            String schema = loader.jsonSchema();
            String id = url == null ? "" : "\n  \"$id\": " + JsonObject.quote(url(url, loader)) + ",";
            write(file(loader), schema.replaceFirst("\n", Matcher.quoteReplacement(id + "\n")));
        }
    }

    /** Writes {@code settings.json} and {@code extensions.json} of VS Code. */
    public void visualStudioCode() throws IOException {
        Path settings = project.resolve(".vscode/settings.json");
        Path extensions = project.resolve(".vscode/extensions.json");
        CommentedJson associations = new CommentedJson(read(settings));
        CommentedJson recommendations = new CommentedJson(read(extensions));
        Path at = settings;
        try {
            // New members come first, so the last one is added first.
            for (int i = loaders.size() - 1; i >= 0; i--) {
                Loader<?> loader = loaders.get(i);
                List<String> files = patterns(loader);
                if (!files.isEmpty()) {
                    associations = associations.with(List.of("yaml.schemas", "./" + path(file(loader))), files);
                }
            }
            at = extensions;
            recommendations = recommendations.with(List.of("recommendations"), List.of(VS_CODE_EXTENSION));
        } catch (CommentedJson.SyntaxException e) {
            throw new IOException(at + " cannot be changed: " + e.getMessage(), e);
        }
        write(settings, associations.toString());
        write(extensions, recommendations.toString());
    }

    /** Writes {@code .idea/jsonSchemas.xml}, and JSON Schemas for JetBrains IDEs. */
    public void idea() throws IOException {
        Path mappings = project.resolve(".idea/jsonSchemas.xml");
        IdeaMappings idea = new IdeaMappings(mappings, read(mappings));
        for (Loader<?> loader : loaders) {
            Path file = folder.resolve("jetbrains").resolve(name(loader));
            write(file, JetBrainsSchema.of(loader.jsonSchema()));
            List<String> files = loader.schema().rootFacts().files();
            if (!files.isEmpty()) {
                idea.put(loader.schema().rootFacts().id(), path(file), files);
            }
        }
        write(mappings, idea.write());
    }

    /**
     * Writes {@code catalog.json} in the form of SchemaStore.
     *
     * @param url where the JSON Schemas will be
     */
    public void catalog(String url) throws IOException {
        List<JsonObject> schemas = new ArrayList<>();
        for (Loader<?> loader : loaders) {
            String doc = loader.schema().docs(loader.schema().root()).ofRecord();
            schemas.add(new JsonObject()
                    .put("name", loader.schema().rootFacts().id())
                    .put("description", FirstSentence.plain(doc))
                    .put("fileMatch", patterns(loader))
                    .put("url", url(url, loader)));
        }
        JsonObject catalog = new JsonObject()
                .put("$schema", "https://json.schemastore.org/schema-catalog.json")
                .put("version", 1)
                .put("schemas", schemas);
        write(folder.resolve("catalog.json"), catalog.write());
    }

    private static String url(String folder, Loader<?> loader) {
        return (folder.endsWith("/") ? folder : folder + "/") + name(loader);
    }

    private static String name(Loader<?> loader) {
        return SchemaFile.name(loader.schema().rootFacts().id());
    }

    private Path file(Loader<?> loader) {
        return folder.resolve(name(loader));
    }

    /** Returns the patterns of the files of a schema, in any folder. */
    private static List<String> patterns(Loader<?> loader) {
        RootSchema facts = loader.schema().rootFacts();
        List<String> patterns = new ArrayList<>();
        facts.files().forEach(file -> patterns.add("**/" + file));
        return patterns;
    }

    /** Returns a path relative to the project, with slashes. */
    private String path(Path file) {
        Path relative = project.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        return relative.toString().replace('\\', '/');
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Files.writeString(file, text);
        written.add(file);
    }
}
