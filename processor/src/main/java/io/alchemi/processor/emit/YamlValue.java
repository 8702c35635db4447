package io.alchemi.processor.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** The YAML text of a default or an example, taken apart. */
public sealed interface YamlValue {

    /**
     * A scalar.
     *
     * @param text the text without quotes
     * @param quoted whether it stood in quotes
     */
    record Scalar(String text, boolean quoted) implements YamlValue {
        /** Whether it is the null of YAML. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /**
     * A sequence.
     *
     * @param items its items
     */
    record Items(List<YamlValue> items) implements YamlValue {}

    /**
     * A mapping.
     *
     * @param values its values by key
     */
    record Entries(Map<String, YamlValue> values) implements YamlValue {}

    /** Reads a text. */
    static YamlValue read(String text) {
        LoaderOptions options = new LoaderOptions();
        Node node =
                new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options).getSingleNode();
        return of(node);
    }

    /** Whether a text is the null of YAML. */
    static boolean isNull(String text) {
        return read(text) instanceof Scalar scalar && scalar.isNull();
    }

    private static YamlValue of(@Nullable Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, YamlValue> values = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                values.put(((ScalarNode) entry.getKeyNode()).getValue(), of(entry.getValueNode()));
            }
            return new Entries(values);
        } else if (node instanceof SequenceNode sequence) {
            List<YamlValue> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(of(item));
            }
            return new Items(items);
        } else if (node instanceof ScalarNode scalar) {
            return new Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
        }
        return new Scalar("", false);
    }

    /** The value as YAML text in one line. */
    default String write() {
        StringBuilder out = new StringBuilder();
        if (this instanceof Scalar scalar) {
            return scalar.quoted() ? YamlText.quote(scalar.text()) : scalar.text();
        } else if (this instanceof Items list) {
            for (YamlValue item : list.items()) {
                out.append(out.isEmpty() ? "" : ", ").append(item.write());
            }
            return "[" + out + "]";
        } else if (this instanceof Entries mapping) {
            for (Map.Entry<String, YamlValue> entry : mapping.values().entrySet()) {
                out.append(out.isEmpty() ? "" : ", ")
                        .append(YamlText.key(entry.getKey()))
                        .append(": ")
                        .append(entry.getValue().write());
            }
            return "{" + out + "}";
        }
        throw new AssertionError(this);
    }
}
