package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Named parameters as one module sees them: under its own prefix. */
public final class Weights {
    private final Map<String, NDArray> all;
    private final String prefix;

    /**
     * Looks at a whole map.
     *
     * @param all parameters by full name, such as {@code enc.layers.0.linear1.weight}; not copied
     */
    public Weights(Map<String, NDArray> all) {
        this(all, "");
    }

    private Weights(Map<String, NDArray> all, String prefix) {
        this.all = all;
        this.prefix = prefix;
    }

    /**
     * Looks at a part of a module.
     *
     * @param part its name, such as {@code self_attn} or {@code layers.0}
     * @return the parameters whose names go on with that part and a dot
     */
    public Weights in(String part) {
        return new Weights(all, prefix + part + ".");
    }

    /**
     * Returns one parameter.
     *
     * @param name its name below the prefix
     * @return the array itself
     * @throws IllegalArgumentException if there is none of that name
     */
    public NDArray get(String name) {
        NDArray found = all.get(prefix + name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + prefix + name + " among the " + all.size() + " given");
        }
        return found;
    }

    /**
     * Tells whether there is such a parameter.
     *
     * @param name its name below the prefix
     * @return true if it is there
     */
    public boolean has(String name) {
        return all.containsKey(prefix + name);
    }

    /**
     * Returns the full name of something in this module.
     *
     * @param name its name below the prefix
     * @return prefix and name
     */
    public String path(String name) {
        return prefix + name;
    }
}
