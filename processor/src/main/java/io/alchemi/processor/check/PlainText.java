package io.alchemi.processor.check;

import java.util.regex.Pattern;

/** Texts that YAML 1.2's core schema reads as text without quotes. */
final class PlainText {
    private static final Pattern OTHER = Pattern.compile("~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
            + "|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
            + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private PlainText() {}

    /** Whether a text, of printable characters and without blanks around it, is read as that text. */
    static boolean is(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl)
                && !OTHER.matcher(text).matches();
    }
}
