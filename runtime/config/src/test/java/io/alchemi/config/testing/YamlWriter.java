package io.alchemi.config.testing;

import io.alchemi.config.testing.Written.Anchored;
import io.alchemi.config.testing.Written.Items;
import io.alchemi.config.testing.Written.Pair;
import io.alchemi.config.testing.Written.Pairs;
import io.alchemi.config.testing.Written.Piece;

/** Writes a document as YAML, in blocks or in one line as it falls. */
final class YamlWriter {
    private final Decisions decisions;
    private final StringBuilder out = new StringBuilder();

    private YamlWriter(Decisions decisions) {
        this.decisions = decisions;
    }

    static String write(Written root, Decisions decisions) {
        YamlWriter writer = new YamlWriter(decisions);
        if (root instanceof Pairs mapping && !mapping.pairs().isEmpty()) {
            writer.block(mapping, "");
        } else {
            writer.flow(root);
            writer.out.append('\n');
        }
        return writer.out.toString();
    }

    private void block(Pairs mapping, String indent) {
        for (Pair pair : mapping.pairs()) {
            out.append(indent).append(key(pair.name())).append(':');
            below(pair.value(), indent);
        }
    }

    private void below(Written value, String indent) {
        if (value instanceof Anchored marked) {
            out.append(" &").append(marked.anchor());
            below(marked.value(), indent);
        } else if (value instanceof Pairs mapping && !mapping.pairs().isEmpty() && !decisions.oneIn(5)) {
            out.append('\n');
            block(mapping, indent + "  ");
        } else if (value instanceof Items list && !list.items().isEmpty() && decisions.oneIn(2)) {
            out.append('\n');
            for (Written item : list.items()) {
                out.append(indent).append("  - ");
                flow(item);
                out.append('\n');
            }
        } else {
            out.append(' ');
            flow(value);
            out.append('\n');
        }
    }

    private void flow(Written value) {
        if (value instanceof Piece piece) {
            out.append(piece.yaml());
        } else if (value instanceof Anchored marked) {
            out.append('&').append(marked.anchor()).append(' ');
            flow(marked.value());
        } else if (value instanceof Items list) {
            String separator = "[";
            for (Written item : list.items()) {
                out.append(separator);
                flow(item);
                separator = ", ";
            }
            out.append(list.items().isEmpty() ? "[]" : "]");
        } else if (value instanceof Pairs mapping) {
            String separator = "{";
            for (Pair pair : mapping.pairs()) {
                out.append(separator).append(key(pair.name())).append(": ");
                flow(pair.value());
                separator = ", ";
            }
            out.append(mapping.pairs().isEmpty() ? "{}" : "}");
        }
    }

    /** A name as YAML; in quotes unless it is quite simple, except for merges, which only work without. */
    private static String key(String name) {
        boolean simple = name.equals("<<") || name.matches("[A-Za-z$_][A-Za-z0-9_.-]*");
        return simple ? name : quoted(name);
    }

    /** A text in double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c < ' ' || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c < 0xe000) || c > 0xfff0;
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (escaped && !Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
