package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import io.alchemi.config.tree.Mapping;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Source of configuration values: a file, a string, the environment or arguments. Later sources override earlier ones. */
public interface Source {
    /**
     * Returns the values of this source as a tree, or null if it cannot be read. Reports the reason as a problem.
     *
     * @param reading the context
     */
    @Nullable
    Mapping read(ReadContext reading);

    /** Returns true if this source is a document, which is read without those below it and may name parents with {@code extends}. */
    default boolean isDocument() {
        return false;
    }

    /**
     * Returns the document that {@code extends} names in this one, or null if this one has no place that a name could be relative to.
     * Two sources of the same document must be equal.
     *
     * @param name the name as written
     * @throws java.nio.file.InvalidPathException if it cannot be a file name on this system
     */
    default @Nullable Source beside(String name) {
        return null;
    }

    /** Returns a source for a YAML file in UTF-8. */
    static Source file(Path file) {
        return new FileSource(Objects.requireNonNull(file, "file"), null);
    }

    /** Returns a source for a YAML file that has been read. */
    static Source file(FileText text) {
        return new FileSource(Path.of(text.document().name()), text);
    }

    /**
     * Returns a source for a YAML string.
     *
     * @param name the name for messages
     */
    static Source text(String name, String yaml) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(yaml, "yaml");
        return new TextSource(new Document(Document.Kind.FILE, name, yaml));
    }

    /**
     * Returns a source for YAML in UTF-8 from a stream, which a load reads to its end and closes. It can be loaded once.
     *
     * @param name the name for messages
     */
    static Source stream(String name, InputStream stream) {
        return new StreamSource(Objects.requireNonNull(name, "name"), Objects.requireNonNull(stream, "stream"));
    }

    /**
     * Returns a source for a YAML resource in UTF-8. Names in its {@code extends} are relative to its folder.
     *
     * @param loader the loader that finds it; in a named module its package must be open
     * @param name the name from the root, for example {@code org/example/courier.yaml}
     */
    static Source resource(ClassLoader loader, String name) {
        return new ResourceSource(Objects.requireNonNull(loader, "loader"), Objects.requireNonNull(name, "name"));
    }

    /**
     * Returns a source for nested maps, iterables and arrays. Numbers, booleans and null are such; a constant of an enum of the schema
     * is its name in YAML; any other object, such as a path, is a string.
     *
     * @param name the name for messages
     */
    static Source map(String name, Map<String, ?> map) {
        return new MapSource(Objects.requireNonNull(name, "name"), Objects.requireNonNull(map, "map"));
    }

    /**
     * Returns a source for properties. Their names are paths and their values texts, as of {@code --set}: {@code http.timeout=5s}.
     *
     * @param name the name for messages
     */
    static Source properties(String name, Properties properties) {
        return properties(name, properties, "");
    }

    /**
     * Returns a source for properties whose names begin with a prefix and a dot, for example system properties
     * {@code courier.http.timeout}. Ignores all others.
     *
     * @param name the name for messages
     * @param prefix the prefix without the dot, or an empty string for all properties
     * @throws IllegalArgumentException if the prefix ends with a dot
     */
    static Source properties(String name, Properties properties, String prefix) {
        if (Objects.requireNonNull(prefix, "prefix").endsWith(".")) {
            throw new IllegalArgumentException("the prefix '" + prefix + "' ends with a dot: write it without the dot");
        }
        return new PropertiesSource(
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(properties, "properties"),
                prefix.isEmpty() ? "" : prefix + ".");
    }

    /** Returns a source for the environment variables of this process that set keys of the schema or of its global block. */
    static Source environment() {
        return variables(System.getenv());
    }

    /**
     * Returns a source for environment variables. Those with the prefix of the schema or of its global block set keys; others and
     * empty ones are ignored.
     */
    static Source variables(Map<String, String> variables) {
        return new VariablesSource(Objects.requireNonNull(variables, "variables"));
    }

    /** Returns a source for {@code --set} arguments such as {@code train.lr=0.1}. Later ones override earlier ones. */
    static Source set(List<String> arguments) {
        List<Setting> settings = new ArrayList<>();
        for (String argument : Objects.requireNonNull(arguments, "arguments")) {
            settings.add(Setting.ofArgument(argument));
        }
        return new SettingsSource(settings);
    }

    /** Returns a source for values of paths. Later ones override earlier ones. */
    static Source values(List<PlacedValue> values) {
        return new ValuesSource(Objects.requireNonNull(values, "values"));
    }

    /**
     * Returns a source for a tree that was read before.
     *
     * @param tree a tree in canonical form, for example that of another load
     */
    static Source tree(Mapping tree) {
        return new TreeSource(Objects.requireNonNull(tree, "tree"));
    }

    /** Returns a source for settings, such as the options of a command line. */
    static Source settings(List<Setting> settings) {
        return new SettingsSource(Objects.requireNonNull(settings, "settings"));
    }
}
