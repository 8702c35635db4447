package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Path of a value, for example {@code bands[2].center} or {@code metrics."top.1"}.
 *
 * @param steps the keys and indices
 */
public record SettingPath(List<Step> steps) {

    /**
     * Key or index.
     *
     * @param name the key, or empty for an index
     * @param index the index of an item, or -1 for a key
     */
    public record Step(String name, int index) {
        /** Returns true if this step is an index. */
        public boolean isIndex() {
            return index >= 0;
        }
    }

    /** Parses a path; returns null if it is invalid. */
    public static @Nullable SettingPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        boolean nameNext = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (nameNext && c == '"') {
                end = text.indexOf('"', at + 1);
                if (end < 0) {
                    return null;
                }
                steps.add(new Step(text.substring(at + 1, end), -1));
                end++;
            } else if (!nameNext && c == '[') {
                end = text.indexOf(']', at);
                int index = end < 0 ? -1 : index(text.substring(at + 1, end));
                if (index < 0) {
                    return null;
                }
                steps.add(new Step("", index));
                end++;
            } else if (nameNext) {
                end = at;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                if (end == at) {
                    return null;
                }
                steps.add(new Step(text.substring(at, end), -1));
            } else if (c == '.') {
                end = at + 1;
                nameNext = true;
                at = end;
                continue;
            } else {
                return null;
            }
            nameNext = false;
            at = end;
        }
        return nameNext ? null : new SettingPath(steps);
    }

    /** Returns the value at this path in a tree, or null. */
    public @Nullable Node in(Node tree) {
        Node node = tree;
        for (Step step : steps) {
            if (!step.isIndex() && node instanceof Mapping mapping) {
                node = mapping.get(step.name());
            } else if (step.isIndex()
                    && node instanceof Sequence sequence
                    && step.index() < sequence.items().size()) {
                node = sequence.items().get(step.index());
            } else {
                return null;
            }
        }
        return node;
    }

    private static int index(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }
}
