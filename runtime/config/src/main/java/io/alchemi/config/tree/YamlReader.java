package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Scalar.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a YAML document into a tree with locations. */
public final class YamlReader {
    private YamlReader() {}

    /**
     * Parses a whole document.
     *
     * @return the root, an empty mapping if the document is empty, or null if it is not valid YAML
     */
    public static @Nullable Node read(Document document, Limits limits, Diagnostics problems) {
        Node root = readPlain(document, limits, problems);
        return root instanceof Scalar scalar && scalar.isNull() ? new Mapping(root.place(), List.of()) : root;
    }

    /**
     * Parses a whole document that holds one value.
     *
     * @return the value, or null if it is not valid YAML
     */
    public static @Nullable Node readPlain(Document document, Limits limits, Diagnostics problems) {
        return read(document, document.text(), 1, Style.PLAIN, limits, problems);
    }

    /**
     * Parses a value in the first line of a document. Its unquoted scalars become {@link Style#BARE}.
     *
     * @param column column of the value, from 1
     * @return the value, or null if it is not valid YAML
     */
    public static @Nullable Node readValue(
            Document document, String value, int column, Limits limits, Diagnostics problems) {
        return read(document, value, column, Style.BARE, limits, problems);
    }

    private static @Nullable Node read(
            Document document, String text, int column, Style plain, Limits limits, Diagnostics problems) {
        Node simple = SimpleYaml.read(document, text, column, plain, limits);
        return simple == null ? FullYaml.read(document, text, column, plain, limits, problems) : simple;
    }
}
