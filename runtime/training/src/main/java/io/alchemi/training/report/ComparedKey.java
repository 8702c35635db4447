package io.alchemi.training.report;

import io.alchemi.training.runs.ResolvedValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration key and its values in several runs.
 *
 * @param key the path of the key
 * @param values the value of each run; null for a run that does not have the key
 */
record ComparedKey(String key, List<@Nullable ResolvedValue> values) {

    /** Returns the keys of all runs, in the order of the first run that has them. */
    static List<ComparedKey> of(List<Map<String, ResolvedValue>> runs) {
        Set<String> keys = new LinkedHashSet<>();
        runs.forEach(run -> keys.addAll(run.keySet()));
        List<ComparedKey> rows = new ArrayList<>();
        for (String key : keys) {
            List<@Nullable ResolvedValue> values = new ArrayList<>();
            runs.forEach(run -> values.add(run.get(key)));
            rows.add(new ComparedKey(key, values));
        }
        return rows;
    }

    /** Returns true if the values differ, ignoring their origins. */
    boolean differs() {
        return values.stream()
                        .map(value -> value == null ? "" : "=" + value.text())
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }
}
