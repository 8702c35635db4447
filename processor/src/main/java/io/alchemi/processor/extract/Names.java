package io.alchemi.processor.extract;

import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Derives names of keys, flags and generated classes from Java names. */
public final class Names {
    private Names() {}

    /** Returns a name in snake_case: {@code batch_size} for {@code batchSize}, {@code url_path} for {@code URLPath}. */
    public static String snake(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && startsWord(name, i)) {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    private static boolean startsWord(String name, int at) {
        char before = name.charAt(at - 1);
        if (before == '_') {
            return false;
        }
        boolean endsCapitals = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return !Character.isUpperCase(before) || endsCapitals;
    }

    /**
     * Returns the YAML name of an enum constant: {@code cosine_decay} for {@code COSINE_DECAY} and {@code cosineDecay}. In capitals, a
     * digit ends no word: {@code fp8e4} for {@code FP8E4}.
     */
    static String constant(String name) {
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        return capitals ? name.toLowerCase(Locale.ROOT) : snake(name);
    }

    /** Returns the flag of a key, in kebab-case and without dashes in front. */
    static String flag(String key) {
        return key.replace('_', '-');
    }

    /** Returns the simple name of the class generated for a type, for example {@code Outer_InnerSchema}. */
    public static String generated(TypeElement type, String suffix) {
        StringBuilder out = new StringBuilder(type.getSimpleName());
        Element outer = type.getEnclosingElement();
        while (outer instanceof TypeElement enclosing) {
            out.insert(0, '_').insert(0, enclosing.getSimpleName());
            outer = enclosing.getEnclosingElement();
        }
        return out.append(suffix).toString();
    }

    /** Returns the package of a type, which also contains everything generated for it. */
    public static String packageOf(TypeElement type) {
        for (Element at = type; at != null; at = at.getEnclosingElement()) {
            if (at instanceof PackageElement home) {
                return home.getQualifiedName().toString();
            }
        }
        return "";
    }

    /** Returns the qualified name of the class generated for a type. */
    public static String qualified(TypeElement type, String suffix) {
        String home = packageOf(type);
        return home.isEmpty() ? generated(type, suffix) : home + "." + generated(type, suffix);
    }

    /** Returns the name of a type for messages: without the package, with the enclosing types. */
    public static String shown(TypeElement type) {
        String home = packageOf(type);
        String name = type.getQualifiedName().toString();
        return home.isEmpty() ? name : name.substring(home.length() + 1);
    }
}
