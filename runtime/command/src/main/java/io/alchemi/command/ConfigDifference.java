package io.alchemi.command;

import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key in which two configurations differ.
 *
 * @param key its path, in the notation of {@code --set}
 * @param a the value in the first configuration, or null if it does not have the key
 * @param b the value in the second configuration, or null if it does not have the key
 * @param note what differs if both values are shown alike, or empty: the contents of input files, or secrets
 */
record ConfigDifference(
        String key, @Nullable Value a, @Nullable Value b, String note) {

    /**
     * A value.
     *
     * @param text the value as YAML on one line
     * @param origin where it was set
     */
    record Value(String text, String origin) {}

    /**
     * Returns the differences, in the order of the keys of the first configuration, then of those that only the second one has. Lists of
     * scalars of equal length are compared item by item. Input files are equal if their contents are, whatever their names;
     * secrets are compared, but not shown.
     */
    static List<ConfigDifference> between(DiffSide a, DiffSide b) {
        List<ConfigDifference> differences = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(a.values().byPath().keySet());
        keys.addAll(b.values().byPath().keySet());
        for (String key : keys) {
            Node left = a.values().byPath().get(key);
            Node right = b.values().byPath().get(key);
            String origin = left == null ? "" : a.values().origin(left);
            String other = right == null ? "" : b.values().origin(right);
            if (left instanceof Sequence first
                    && right instanceof Sequence second
                    && first.items().size() == second.items().size()) {
                for (int i = 0; i < first.items().size(); i++) {
                    String item = key + "[" + i + "]";
                    Value value = value(first.items().get(i), origin);
                    add(item, value, value(second.items().get(i), other), a, b, differences);
                }
            } else if (!(left == null && isFilled(right, key, a)) && !(right == null && isFilled(left, key, b))) {
                add(key, value(left, origin), value(right, other), a, b, differences);
            }
        }
        return differences;
    }

    /** Returns true if a value is an empty section or list that has values in the other configuration, which are compared alone. */
    private static boolean isFilled(@Nullable Node value, String key, DiffSide other) {
        boolean isEmpty = (value instanceof Mapping mapping && mapping.entries().isEmpty())
                || (value instanceof Sequence sequence && sequence.items().isEmpty());
        if (isEmpty) {
            for (String path : other.values().byPath().keySet()) {
                if (path.startsWith(key + ".") || path.startsWith(key + "[")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Value value(@Nullable Node node, String origin) {
        return node == null ? null : new Value(YamlText.flow(node), origin);
    }

    private static void add(
            String key,
            @Nullable Value a,
            @Nullable Value b,
            DiffSide sideOfA,
            DiffSide sideOfB,
            List<ConfigDifference> differences) {
        Path inputOfA = sideOfA.input(key);
        Path inputOfB = sideOfB.input(key);
        boolean isSameText = a != null && a.text().equals(b == null ? null : b.text());
        boolean isEqual = isSameText;
        String note = "";
        if (inputOfA != null && inputOfB != null) {
            isEqual = haveEqualContents(inputOfA, inputOfB);
            note = isSameText ? "the files have different contents" : "";
        } else if (isSameText) {
            isEqual =
                    Objects.equals(sideOfA.secrets().get(key), sideOfB.secrets().get(key));
            note = "the secrets differ";
        }
        if (!isEqual) {
            differences.add(new ConfigDifference(key, a, b, note));
        }
    }

    private static boolean haveEqualContents(Path one, Path other) {
        try {
            return Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            return false; // Files that cannot be compared may differ.
        }
    }
}
