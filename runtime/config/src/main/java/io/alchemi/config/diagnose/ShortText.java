package io.alchemi.config.diagnose;

/** Shortens text for messages, since a value may have megabytes. */
public final class ShortText {
    private static final int LONGEST = 300;

    private ShortText() {}

    /** Returns the text, without its middle if it is longer than 300 characters. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    static String of(String text, int longest) {
        int length = text.length();
        return length <= longest ? text : text.substring(0, longest / 2) + " … " + text.substring(length - longest / 2);
    }
}
