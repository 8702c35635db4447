package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration that was loaded.
 *
 * @param value the record
 * @param warnings what should be changed although it works
 * @param tree the resolved canonical tree with defaults
 * @param inputs the files that it names as inputs
 * @param <T> the record's type
 */
public record Loaded<T>(T value, List<Diagnostic> warnings, Mapping tree, Inputs inputs) {

    /**
     * Where a value comes from.
     *
     * @param path the value's path, for example {@code train.lr} or {@code bands[2].center}
     * @throws IllegalArgumentException if the configuration has no such path
     */
    public Origin origin(String path) {
        return Origin.of(node(path));
    }

    /**
     * The record of an input with a schema of its own, as it was when the configuration was loaded.
     *
     * @param file the path that the record holds
     * @param type the type of its record, which {@code @Input(schema = …)} states
     * @throws IllegalArgumentException if no such file was read as a record of this type
     */
    public <R> R input(Path file, Class<R> type) {
        return inputs.record(file, type);
    }

    /**
     * A value as it stands in the resolved tree.
     *
     * @param path the value's path
     * @throws IllegalArgumentException if the configuration has no such path
     */
    public Node node(String path) {
        SettingPath parsed = SettingPath.parse(path);
        Node node = parsed == null ? null : parsed.in(tree);
        if (node == null) {
            throw new IllegalArgumentException("the configuration has no '" + path + "'");
        }
        return node;
    }
}
