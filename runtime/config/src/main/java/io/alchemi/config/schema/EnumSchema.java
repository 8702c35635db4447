package io.alchemi.config.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum in YAML.
 *
 * @param type qualified name of the enum
 * @param ignoreCase true if names are case-insensitive
 * @param constants the constants in declaration order
 */
public record EnumSchema(String type, boolean ignoreCase, List<Constant> constants) {

    /**
     * A constant of an enum.
     *
     * @param javaName its name in Java
     * @param name its name in YAML
     * @param aliases other accepted names
     * @param deprecated the reason why it is deprecated, or null if it is not
     */
    public record Constant(
            String javaName,
            String name,
            List<String> aliases,
            @Nullable String deprecated) {}

    /** Returns the constant with a name or alias, or null. */
    public @Nullable Constant find(String text) {
        for (Constant constant : constants) {
            if (matches(constant.name(), text)) {
                return constant;
            }
            for (String alias : constant.aliases()) {
                if (matches(alias, text)) {
                    return constant;
                }
            }
        }
        return null;
    }

    private boolean matches(String name, String text) {
        if (!ignoreCase || name.length() != text.length()) {
            return name.equals(text);
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(name.charAt(i)) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Converts ASCII letters only: in Unicode {@code ſ} matches s, but not in the patterns of editors. */
    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** Returns the names of all constants. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Constant constant : constants) {
            names.add(constant.name());
        }
        return names;
    }
}
