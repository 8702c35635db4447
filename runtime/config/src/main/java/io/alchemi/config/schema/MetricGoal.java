package io.alchemi.config.schema;

/** Which values of a metric are better. The names are those of the annotation's constants. */
public enum MetricGoal {
    /** Neither. */
    NONE,
    /** Larger ones. */
    MAXIMIZE,
    /** Smaller ones. */
    MINIMIZE;

    /** Returns true if a value is better than another. */
    public boolean isBetter(double value, double than) {
        return switch (this) {
            case NONE -> false;
            case MAXIMIZE -> value > than;
            case MINIMIZE -> value < than;
        };
    }
}
