package io.alchemi.processor.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The groups of a regular expression up to some point. A capturing group is certain if each match that reaches this point has passed it:
 * others are empty for a back reference in JavaScript and match nothing in Java.
 */
final class PatternGroups {
    private static final String NEGATIVE = "(?!";
    private static final String BEHIND = "(?<";

    private final Deque<Level> open = new ArrayDeque<>();
    private final List<String> names = new ArrayList<>();
    private final Set<Integer> certain = new HashSet<>();

    PatternGroups() {
        open.push(new Level("", 0, false));
    }

    /** A group that is open, or the whole expression. */
    private static final class Level {
        private final String start;
        private final int before;
        private final boolean captures;
        private boolean hasAlternatives;

        /** @param before number of the capturing groups that start before */
        Level(String start, int before, boolean captures) {
            this.start = start;
            this.before = before;
            this.captures = captures;
        }
    }

    /** Opens a group that captures nothing, or an assertion. */
    void open(String start) {
        open.push(new Level(start, names.size(), false));
    }

    /**
     * Opens a capturing group.
     *
     * @param name the name, or empty for none
     */
    void capture(String name) {
        open.push(new Level("(", names.size(), true));
        names.add(name);
    }

    /** Starts another alternative: a match has passed none of the groups in those before. */
    void alternative() {
        Level level = open.element();
        level.hasAlternatives = true;
        forget(level);
    }

    /**
     * Closes a group.
     *
     * @param isQuantified true if a quantifier follows. It may allow no repetition, and of an empty one Java and JavaScript keep
     *     different groups
     * @return the start of the group
     */
    String close(boolean isQuantified) {
        Level level = open.pop();
        // JavaScript matches backwards in a lookbehind, so its groups may capture other parts.
        boolean isOther = level.start.startsWith(NEGATIVE) || level.start.startsWith(BEHIND);
        if (isQuantified || level.hasAlternatives || isOther) {
            forget(level);
        }
        if (level.captures && !isQuantified) {
            certain.add(level.before + 1);
        }
        return level.start;
    }

    private void forget(Level level) {
        certain.removeIf(group -> group > level.before);
    }

    /** Returns true if a group is certain to have matched. */
    boolean isCertain(int group) {
        return certain.contains(group);
    }

    /** Returns true if a group is certain to have matched. */
    boolean isCertain(String name) {
        return isCertain(names.indexOf(name) + 1);
    }
}
