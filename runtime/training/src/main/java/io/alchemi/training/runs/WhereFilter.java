package io.alchemi.training.runs;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.Setting;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selects runs by configuration values: {@code --where optimizer.lr=1e-3}. */
final class WhereFilter {
    private final List<Condition> conditions;
    private final List<String> unread = new ArrayList<>();

    /** A key and its required value. */
    private record Condition(String argument, String key, String value) {
        boolean holds(Map<String, ResolvedValue> configuration) {
            ResolvedValue found = configuration.get(key);
            return found != null && isSame(found.text(), value);
        }
    }

    private WhereFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Parses the arguments of {@code --where}.
     *
     * @throws ConfigException if an argument does not have the form {@code PATH=VALUE}
     */
    static WhereFilter of(List<String> arguments) {
        List<Condition> conditions = new ArrayList<>();
        for (String argument : arguments) {
            Setting setting = Setting.ofArgument(argument);
            String value = setting.value();
            if (value == null || setting.path().isEmpty()) {
                throw invalid(
                        argument, "expected a key, an equals sign and a value", "such as --where trainer.lr=1e-3");
            }
            conditions.add(new Condition(argument, setting.path(), value));
        }
        return new WhereFilter(conditions);
    }

    /**
     * Returns the runs that meet all conditions. If there are none, no configuration is read. A run whose configuration cannot be read is
     * left out.
     *
     * @throws ConfigException if no run has one of the keys
     */
    List<RunRecord> apply(List<RunRecord> runs) {
        if (conditions.isEmpty()) {
            return runs;
        }
        Set<String> keys = new LinkedHashSet<>();
        List<RunRecord> selected = new ArrayList<>();
        for (RunRecord run : runs) {
            Map<String, ResolvedValue> configuration = configuration(run);
            keys.addAll(configuration.keySet());
            if (conditions.stream().allMatch(condition -> condition.holds(configuration))) {
                selected.add(run);
            }
        }
        for (Condition condition : conditions) {
            if (!keys.isEmpty() && !keys.contains(condition.key())) {
                throw unknown(condition, new ArrayList<>(keys));
            }
        }
        return selected;
    }

    /** Returns one line for each run that was left out because its configuration cannot be read. */
    List<String> unread() {
        return unread;
    }

    private Map<String, ResolvedValue> configuration(RunRecord run) {
        try {
            return run.configuration();
        } catch (IOException e) {
            unread.add(run.folder() + ": " + RunFiles.CONFIG + " cannot be read");
            return Map.of();
        }
    }

    /** Compares two values, numerically if both are numbers, so that 1e-3 equals 0.001. */
    private static boolean isSame(String found, String wanted) {
        double number = number(found);
        return found.equals(wanted) || (!Double.isNaN(number) && number == number(wanted));
    }

    /** Returns a number, or NaN for other strings. */
    private static double number(String text) {
        boolean isPlain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        try {
            return isPlain ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static ConfigException unknown(Condition condition, List<String> keys) {
        String nearest = Suggestion.nearest(condition.key(), keys);
        if (nearest == null) {
            nearest = keys.stream()
                    .filter(key -> key.endsWith("." + condition.key()))
                    .findFirst()
                    .orElse(null);
        }
        return invalid(
                condition.argument(),
                "no run has the key '" + condition.key() + "'",
                nearest == null
                        ? "'alchemi runs show RUN --json' prints the keys of a run"
                        : "did you mean '" + nearest + "'?");
    }

    private static ConfigException invalid(String argument, String message, String label) {
        return new ConfigException(List.of(Arguments.usage("--where " + argument, message, label)));
    }
}
