package io.alchemi.config.schema;

import java.time.Duration;

/**
 * Regular expressions for formatted strings, in the common subset of Java and ECMA 262.
 *
 * <p>The JDK parses every string that matches. Therefore the loader and JSON Schema, which has only the expression, agree.
 */
final class StringFormats {
    static final String DATE = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
            + "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
    private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?";
    private static final String OFFSET = "(?:Z|[+-](?:0[0-9]|1[0-7]):[0-5][0-9])";
    private static final String SHORT_DURATION = "[0-9]{1,9}(?:ms|s|m|h|d)";
    private static final String ISO_DURATION =
            "P(?=[0-9T])(?:[0-9]{1,9}D)?(?:T(?=[0-9])(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?"
                    + "(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?S)?)?";
    private static final String URI_CHARACTER = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
    private static final String URI_PATH = "(?:/?" + URI_CHARACTER + "+(?:/" + URI_CHARACTER + "*)*|/)";
    static final String URI = "(?:[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9._~-]+(?::[0-9]{1,5})?(?:/"
            + URI_CHARACTER + "*)*|" + URI_PATH + ")|/?[A-Za-z0-9._~-]+(?:/" + URI_CHARACTER + "*)*)"
            + "(?:\\?(?:" + URI_CHARACTER + "|[/?])*)?(?:#(?:" + URI_CHARACTER + "|[/?])*)?";

    static final String DURATION = "(?:" + SHORT_DURATION + "|" + ISO_DURATION + ")";
    static final String INSTANT = DATE + "T" + TIME + OFFSET;

    private StringFormats() {}

    /**
     * Parses a duration: {@code 30s}, or the ISO form {@code PT30S}.
     *
     * @throws IllegalArgumentException if the text is neither, or {@link java.time.DateTimeException}
     */
    static Duration duration(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        int unit = 0;
        while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        long count = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw new IllegalArgumentException("not a duration: " + text);
        };
    }
}
