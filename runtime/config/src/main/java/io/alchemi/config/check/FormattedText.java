package io.alchemi.config.check;

import io.alchemi.config.schema.ValueType.Format;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * The forms of texts, as regular expressions that Java and ECMA 262 read alike, and their values.
 *
 * <p>What matches, the JDK can read: so JSON Schema, which has the expression alone, and the loader agree.
 */
public final class FormattedText {
    private static final String DATE = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
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
    private static final String URI_REFERENCE = "(?:[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9._~-]+(?::[0-9]{1,5})?(?:/"
            + URI_CHARACTER + "*)*|" + URI_PATH + ")|/?[A-Za-z0-9._~-]+(?:/" + URI_CHARACTER + "*)*)"
            + "(?:\\?(?:" + URI_CHARACTER + "|[/?])*)?(?:#(?:" + URI_CHARACTER + "|[/?])*)?";

    private FormattedText() {}

    /** The regular expression that the whole text matches. */
    public static String regex(Format format) {
        return switch (format) {
            case URI -> URI_REFERENCE;
            case DURATION -> "(?:" + SHORT_DURATION + "|" + ISO_DURATION + ")";
            case DATE -> DATE;
            case INSTANT -> DATE + "T" + TIME + OFFSET;
        };
    }

    /** Whether a text has a form. */
    static boolean matches(Format format, String text) {
        return Pattern.matches(regex(format), text);
    }

    /** The URI of a text that matches. */
    public static URI uri(String text) {
        return URI.create(text);
    }

    /** The duration of a text that matches. */
    public static Duration duration(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        int unit = 0;
        while (Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        long count = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The day of a text that matches. */
    public static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** The moment of a text that matches. */
    public static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
