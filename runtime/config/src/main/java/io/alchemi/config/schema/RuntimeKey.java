package io.alchemi.config.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key of {@code metrics.jsonl} that the runtime writes itself. Trainers cannot declare metrics with these names. */
public enum RuntimeKey {
    /** The number of the step. */
    STEP("step"),
    /** When the line was written. */
    TIME("time"),
    /** The whole loss. */
    LOSS("loss"),
    /** The norm of all gradients before clipping. */
    GRADIENT_NORM("grad_norm"),
    /** The learning rate. */
    LEARNING_RATE("lr"),
    /** The duration of the step in seconds. */
    STEP_SECONDS("step_time_s"),
    /** Tokens per second. */
    TOKENS_PER_SECOND("tokens_per_s"),
    /** Input in 10<sup>9</sup> bytes per second. */
    GIGABYTES_PER_SECOND("gb_per_s"),
    /** The largest resident memory of the process in 10<sup>9</sup> bytes. */
    PEAK_MEMORY("peak_mem_gb"),
    /** Tokens of the step. */
    TOKENS("tokens"),
    /** Bytes of input of the step. */
    BYTES("num_bytes");

    private final String text;

    RuntimeKey(String text) {
        this.text = text;
    }

    /** Returns true if two runs that compute the same may have different values. */
    public boolean isMeasured() {
        return switch (this) {
            case TIME, STEP_SECONDS, TOKENS_PER_SECOND, GIGABYTES_PER_SECOND, PEAK_MEMORY -> true;
            case STEP, LOSS, GRADIENT_NORM, LEARNING_RATE, TOKENS, BYTES -> false;
        };
    }

    /** Returns the measured keys as they are written. */
    public static List<String> measured() {
        List<String> measured = new ArrayList<>();
        for (RuntimeKey key : values()) {
            if (key.isMeasured()) {
                measured.add(key.text);
            }
        }
        return measured;
    }

    /** Returns the key as it is written. */
    public String text() {
        return text;
    }

    /** Returns the key that is written as a text, or null. */
    public static @Nullable RuntimeKey of(String text) {
        for (RuntimeKey key : values()) {
            if (key.text.equals(text)) {
                return key;
            }
        }
        return null;
    }
}
