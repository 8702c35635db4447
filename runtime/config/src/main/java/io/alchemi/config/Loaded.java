package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import java.util.List;

/**
 * A configuration that was loaded.
 *
 * @param value the record
 * @param warnings what should be changed although it works
 * @param tree the resolved canonical tree with defaults
 * @param <T> the record's type
 */
public record Loaded<T>(T value, List<Diagnostic> warnings, Mapping tree) {

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
