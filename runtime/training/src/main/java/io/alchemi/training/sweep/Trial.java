package io.alchemi.training.sweep;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A trial of a sweep.
 *
 * @param index number in the sweep, from 0; never changes
 * @param id hash of everything that determines the result
 * @param values the varying values as YAML, by key path
 * @param planned false if the sweep file no longer includes it
 */
record Trial(int index, String id, Map<String, String> values, boolean planned) {

    /** Returns the name of the run folder. Leading zeros make the names sort numerically. */
    String folder() {
        return String.format(Locale.ROOT, "%05d-%s", index, id.substring(0, 8));
    }

    /** Formats the values for people. */
    String describe() {
        return describe(values);
    }

    /** Formats values for people. */
    static String describe(Map<String, String> values) {
        StringJoiner all = new StringJoiner(" ");
        values.forEach((key, value) -> all.add(key + "=" + value));
        return all.toString();
    }
}
