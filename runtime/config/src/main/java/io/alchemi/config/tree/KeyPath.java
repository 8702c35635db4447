package io.alchemi.config.tree;

import org.jspecify.annotations.Nullable;

/**
 * Path of a value in a tree, for example {@code model.heads} or {@code endpoints[2].url}.
 *
 * <p>Written out only for a message: most values have no problem.
 */
public final class KeyPath {
    /** The path of the root. */
    public static final KeyPath ROOT = new KeyPath(null, "", -1);

    private final @Nullable KeyPath parent;
    private final String name;
    private final int index;

    private KeyPath(@Nullable KeyPath parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** Returns the path of a key in this section or map. */
    public KeyPath key(String key) {
        return new KeyPath(this, key, -1);
    }

    /**
     * Returns the path of an item in this list.
     *
     * @param item the index, from 0
     */
    public KeyPath item(int item) {
        return new KeyPath(this, "", item);
    }

    /** Returns true if this is the path of the root. */
    public boolean isRoot() {
        return parent == null;
    }

    /** Returns the last key of the path, with the indexes that follow it. */
    public String last() {
        return index >= 0 && parent != null ? parent.last() + "[" + index + "]" : name;
    }

    /** Returns the path as in messages. */
    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        return index >= 0 ? parent + "[" + index + "]" : parent.isRoot() ? name : parent + "." + name;
    }
}
