package io.alchemi.config;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.List;
import java.util.Objects;

/** What a resolution gave, in one line each. */
final class Resolutions {
    private Resolutions() {}

    /** The value at a path. */
    static Node node(ConfigResolver resolution, String path) {
        return Objects.requireNonNull(
                Objects.requireNonNull(SettingPath.parse(path)).in(resolution.tree()), path);
    }

    /** The value at a path and where it is from. */
    static String value(ConfigResolver resolution, String path) {
        Node node = node(resolution, path);
        return (node instanceof Scalar scalar ? scalar.text() : node) + " from "
                + Origin.of(node).describe();
    }

    /** The problems: id, document, message. */
    static List<String> messages(ConfigResolver resolution) {
        return resolution.problems().stream()
                .map(problem ->
                        problem.id().code() + " " + problem.place().document().name() + ": " + problem.message())
                .toList();
    }

    /** The problems: id, location, message. */
    static List<String> located(ConfigResolver resolution) {
        return resolution.problems().stream()
                .map(problem -> problem.id().code() + " " + problem.place().describe() + " " + problem.message())
                .toList();
    }
}
