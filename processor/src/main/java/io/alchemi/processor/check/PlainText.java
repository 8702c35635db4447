package io.alchemi.processor.check;

import java.util.regex.Pattern;

/** Recognizes strings that YAML 1.2's core schema reads as strings without quotes. */
final class PlainText {
    private static final Pattern OTHER = Pattern.compile("~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
            + "|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
            + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private PlainText() {}

    /** Returns true if an unquoted string is read as the same string. Rejects surrounding spaces and control characters. */
    static boolean is(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl)
                && !OTHER.matcher(text).matches();
    }
}
