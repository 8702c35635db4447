package io.alchemi.config.schema;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Regular expressions for formatted strings, in the common subset of Java and ECMA 262.
 *
 * <p>The JDK parses every string that matches, except for the cases of {@link ScalarKind#rejection}. Therefore the loader and JSON Schema, which has only the expression, agree.
 */
final class StringFormats {
    static final String DATE = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
            + "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
    static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?";
    private static final String OFFSET = "(?:Z|[+-](?:0[0-9]|1[0-7]):[0-5][0-9])";
    /** Up to 19 digits, as many as the largest long has. Java refuses the values that are too large for their type. */
    private static final String COUNT = "[0-9]{1,19}";

    private static final String SHORT_DURATION = COUNT + "(?:\\.[0-9]{1,9})?(?:ms|s|m|h|d)";
    private static final String PARTS_OF_DURATION =
            "(?=[0-9])(?:" + COUNT + "d)?(?:" + COUNT + "h)?(?:" + COUNT + "m)?(?:" + COUNT + "s)?(?:" + COUNT + "ms)?";
    private static final String ISO_DURATION = "P(?=[0-9T])(?:" + COUNT + "D)?(?:T(?=[0-9])(?:" + COUNT + "H)?(?:"
            + COUNT + "M)?(?:" + COUNT + "(?:\\.[0-9]{1,9})?S)?)?";
    /** The characters of a user, a host with its port, or a segment of a path, for the inside of brackets; a path may have an @ too. */
    private static final String URI_CHARACTERS = "-A-Za-z0-9._~!$&'()*+,;=:%";
    /** Hosts separated by commas, as in {@code mongodb://a:1,b:2}. A colon begins a port, which may be missing. */
    private static final String HOSTS = "(?![^/?#]*:(?:[0-9]*[^0-9,/?#]|[0-9]{6}))[" + URI_CHARACTERS + "]*";

    private static final String AUTHORITY =
            "(?:[" + URI_CHARACTERS + "]*@)?(?:\\[" + IpAddress.IPV6 + "\\](?::[0-9]{0,5})?|" + HOSTS + ")";
    /**
     * Matches what is both a URI reference and a {@link java.net.URI}, which must have something after its scheme and after
     * {@code //}. No group repeats characters, which would take the stack of Java for a long string.
     */
    static final String URI = "(?!.*%(?![0-9A-Fa-f]{2}))"
            + "(?:[A-Za-z][A-Za-z0-9+.-]*:(?=[^#])|(?![^/?#]*:)(?=.))"
            + "(?://(?=.)" + AUTHORITY + "(?:/[" + URI_CHARACTERS + "@/]*)?|(?!//)[" + URI_CHARACTERS + "@/]*)"
            + "(?:\\?[" + URI_CHARACTERS + "@/?]*)?(?:#[" + URI_CHARACTERS + "@/?]*)?";

    static final String DURATION = "(?:" + SHORT_DURATION + "|" + PARTS_OF_DURATION + "|" + ISO_DURATION + ")";
    static final String INSTANT = DATE + "T" + TIME + OFFSET;
    static final String PERIOD =
            "P(?=[0-9])(?:" + COUNT + "Y)?(?:" + COUNT + "M)?(?:" + COUNT + "W)?(?:" + COUNT + "D)?";
    static final String ZONE =
            "(?:[A-Za-z][A-Za-z0-9~/._+-]*|(?:UTC|GMT|UT)?[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9](?::[0-5][0-9])?|18:00))";
    static final String LOCALE = "[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?";

    private static final long SECOND = 1_000_000_000L;

    private StringFormats() {}

    /**
     * Parses a duration: {@code 1.5h}, {@code 1h30m}, or the ISO form {@code PT30S}.
     *
     * @throws IllegalArgumentException if the text is neither, or {@link java.time.DateTimeException}
     * @throws ArithmeticException if it is too large
     */
    static Duration duration(String text) {
        if (text.startsWith("P")) {
            return Duration.parse(text);
        }
        Duration sum = Duration.ZERO;
        int start = 0;
        while (start < text.length()) {
            int unit = start;
            while (unit < text.length() && !Character.isLetter(text.charAt(unit))) {
                unit++;
            }
            int end = unit;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            sum = sum.plus(part(new BigDecimal(text.substring(start, unit)), text.substring(unit, end)));
            start = end;
        }
        return sum;
    }

    /** Returns a number of units. Fractions of a nanosecond are dropped. */
    private static Duration part(BigDecimal count, String unit) {
        long nanos = switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> SECOND;
            case "m" -> 60 * SECOND;
            case "h" -> 3600 * SECOND;
            case "d" -> 86_400 * SECOND;
            default -> throw new IllegalArgumentException("not a unit of time: " + unit);
        };
        BigDecimal[] seconds = count.multiply(BigDecimal.valueOf(nanos)).divideAndRemainder(BigDecimal.valueOf(SECOND));
        return Duration.ofSeconds(seconds[0].toBigInteger().longValueExact(), seconds[1].longValue());
    }

    /**
     * Returns the canonical spelling of a duration: {@code 1h30m}.
     *
     * @param text the given spelling, for a duration that is too exact for the canonical one
     */
    static String shortest(Duration duration, String text) {
        if (duration.toNanosPart() % 1_000_000 != 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        append(out, duration.toDays(), "d");
        append(out, duration.toHoursPart(), "h");
        append(out, duration.toMinutesPart(), "m");
        append(out, duration.toSecondsPart(), "s");
        append(out, duration.toMillisPart(), "ms");
        return out.isEmpty() ? "0s" : out.toString();
    }

    private static void append(StringBuilder out, long count, String unit) {
        if (count > 0) {
            out.append(count).append(unit);
        }
    }
}
