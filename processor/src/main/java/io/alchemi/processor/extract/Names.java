package io.alchemi.processor.extract;

import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** From names in Java to names in YAML, of flags and of generated classes. */
public final class Names {
    private Names() {}

    /** A name in snake_case: {@code batchSize} is {@code batch_size}, {@code URLPath} is {@code url_path}. */
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

    /** The constant of an enum as it stands in YAML. */
    static String constant(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The flag of a key. */
    static String flag(String key) {
        return key.replace('_', '-');
    }

    /** The simple name of the class that is generated for a type: {@code Outer_InnerSchema}. */
    public static String generated(TypeElement type, String suffix) {
        StringBuilder out = new StringBuilder(type.getSimpleName());
        Element outer = type.getEnclosingElement();
        while (outer instanceof TypeElement enclosing) {
            out.insert(0, '_').insert(0, enclosing.getSimpleName());
            outer = enclosing.getEnclosingElement();
        }
        return out.append(suffix).toString();
    }

    /** The package of a type, in which all that is generated for it stands. */
    public static String packageOf(TypeElement type) {
        for (Element at = type; at != null; at = at.getEnclosingElement()) {
            if (at instanceof PackageElement home) {
                return home.getQualifiedName().toString();
            }
        }
        return "";
    }

    /** The qualified name of the class that is generated for a type. */
    public static String qualified(TypeElement type, String suffix) {
        String home = packageOf(type);
        return home.isEmpty() ? generated(type, suffix) : home + "." + generated(type, suffix);
    }

    /** A type as its users write it: without the package, with the enclosing types. */
    public static String shown(TypeElement type) {
        String home = packageOf(type);
        String name = type.getQualifiedName().toString();
        return home.isEmpty() ? name : name.substring(home.length() + 1);
    }
}
