package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.text.Mask;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import java.nio.file.Path;
import java.util.List;

/**
 * Loaded configuration.
 *
 * @param value the record
 * @param warnings the warnings
 * @param tree the resolved canonical tree with defaults
 * @param inputs the input files
 * @param mask replaces the secrets of the configuration and its input files in texts, such as lines of a log
 * @param <T> the record's type
 */
public record Loaded<T>(T value, List<Diagnostic> warnings, Mapping tree, Inputs inputs, Mask mask) {

    /**
     * Returns the origin of a value.
     *
     * @param path path of the value, for example {@code train.lr} or {@code bands[2].center}
     * @throws IllegalArgumentException if the configuration has no such path
     */
    public Origin origin(String path) {
        return Origin.of(node(path));
    }

    /**
     * Returns the record of an input file with a schema, as read when the configuration was loaded.
     *
     * @param file the path from the configuration's record
     * @param type the file's root record, as given by {@code @Input(schema = …)}
     * @throws IllegalArgumentException if no such file was read as a record of this type
     */
    public <R> R input(Path file, Class<R> type) {
        return type.cast(inputs.read(file, type).value());
    }

    /**
     * Returns a value of an input file with a schema, with its location for diagnostics.
     *
     * @param file the path from the configuration's record
     * @param type the file's root record
     * @param path path of the value in the file
     * @throws IllegalArgumentException if no such file was read as a record of this type, or the file has no such path
     */
    public Node inputNode(Path file, Class<?> type, String path) {
        return node(inputs.read(file, type).stated(), path, file.toString());
    }

    /**
     * Returns a value of the resolved tree.
     *
     * @param path path of the value
     * @throws IllegalArgumentException if the configuration has no such path
     */
    public Node node(String path) {
        return node(tree, path, "the configuration");
    }

    /** Returns the type of the record and the number of warnings. No values, which may be secrets. */
    @Override
    public String toString() {
        return "Loaded[" + value.getClass().getName() + ", warnings=" + warnings.size() + "]";
    }

    private static Node node(Mapping tree, String path, String where) {
        SettingPath parsed = SettingPath.parse(path);
        Node node = parsed == null ? null : parsed.in(tree);
        if (node == null) {
            throw new IllegalArgumentException(where + " has no '" + path + "'");
        }
        return node;
    }
}
