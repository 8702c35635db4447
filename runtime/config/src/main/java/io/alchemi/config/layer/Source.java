package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import io.alchemi.config.tree.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return new FileSource(file, null);
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
        return new TextSource(new Document(Document.Kind.FILE, name, yaml));
    }

    /** Returns a source for the environment variables of this process that set keys of the global block. */
    static Source environment() {
        return variables(System.getenv());
    }

    /** Returns a source for environment variables that set keys of the global block. Ignores other and empty variables. */
    static Source variables(Map<String, String> variables) {
        return new VariablesSource(variables);
    }

    /** Returns a source for {@code --set} arguments such as {@code train.lr=0.1}. Later ones override earlier ones. */
    static Source set(List<String> arguments) {
        List<Setting> settings = new ArrayList<>();
        for (String argument : arguments) {
            settings.add(Setting.ofArgument(argument));
        }
        return new SettingsSource(settings);
    }

    /** Returns a source for values of paths. Later ones override earlier ones. */
    static Source values(List<PlacedValue> values) {
        return new ValuesSource(values);
    }

    /**
     * Returns a source for a tree that was read before.
     *
     * @param tree a tree in canonical form, for example that of another load
     */
    static Source tree(Mapping tree) {
        return new TreeSource(tree);
    }

    /** Returns a source for settings, such as the options of a command line. */
    static Source settings(List<Setting> settings) {
        return new SettingsSource(settings);
    }
}
