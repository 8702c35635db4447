package io.alchemi.training.sweep;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A trial of a sweep.
 *
 * @param index number in its sweep, from 0, which never changes
 * @param id hash of what decides its result
 * @param values the values that vary, as YAML, by the paths of their keys
 * @param planned false if the sweep file no longer asks for it
 */
record Trial(int index, String id, Map<String, String> values, boolean planned) {

    /** Returns the name of its run folder. Leading zeros make names sort like numbers. */
    String folder() {
        return String.format(Locale.ROOT, "%05d-%s", index, id.substring(0, 8));
    }

    /** Returns the values for people. */
    String describe() {
        return describe(values);
    }

    /** Returns values for people. */
    static String describe(Map<String, String> values) {
        StringJoiner all = new StringJoiner(" ");
        values.forEach((key, value) -> all.add(key + "=" + value));
        return all.toString();
    }
}
