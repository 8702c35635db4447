package io.alchemi.training.run;

import java.util.regex.Pattern;

/** Names of figures, which trackers and data frames take as column names. */
final class FigureNames {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private FigureNames() {}

    static String require(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a valid name for a figure; use letters, digits and _, a letter first");
        }
        if (name.equals("step")) {
            throw new IllegalArgumentException("a figure must not be called 'step', the key of the step's number");
        }
        return name;
    }
}
