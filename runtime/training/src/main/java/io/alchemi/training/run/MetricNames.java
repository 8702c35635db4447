package io.alchemi.training.run;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of metrics, which trackers and data frames take as names of columns. */
final class MetricNames {
    private static final String STEP = "step";

    /** The whole loss of a step. */
    static final String LOSS = "loss";

    /** The norm of all gradients of a step before clipping. */
    static final String GRADIENT_NORM = "grad_norm";

    /** The learning rate of a step. */
    static final String LEARNING_RATE = "lr";

    /** What the runtime records itself. */
    private static final Set<String> RESERVED = Set.of(
            LOSS,
            GRADIENT_NORM,
            LEARNING_RATE,
            "tokens_per_s",
            "gb_per_s",
            "peak_mem_gb",
            "step_time_s",
            "tokens",
            "num_bytes");

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private MetricNames() {}

    /** Returns a name that consists of letters, digits and underscores, and is not that of the key of the step. */
    static String require(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a valid name for a metric; use letters, digits and _, a letter first");
        }
        if (name.equals(STEP)) {
            throw new IllegalArgumentException("a metric must not be called 'step', which is the number of the step");
        }
        return name;
    }

    /** Returns a name that the runtime does not use for a metric of its own. */
    static String requireFree(String name) {
        if (RESERVED.contains(require(name))) {
            throw new IllegalArgumentException(
                    "the metric '" + name + "' is recorded by the loop itself; choose another name");
        }
        return name;
    }
}
