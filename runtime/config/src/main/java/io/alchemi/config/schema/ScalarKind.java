package io.alchemi.config.schema;

import io.alchemi.config.value.MemorySize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of scalar types: Java types whose values are single scalars in YAML, with everything that depends on the type.
 * CONTRIBUTING.md explains how to add a type.
 */
public enum ScalarKind {
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean", JsonType.BOOLEAN, "true or false", "true or false", boolean.class, Boolean.class),
    /** An 8-bit integer. */
    BYTE("byte", Byte.MIN_VALUE, Byte.MAX_VALUE, byte.class, Byte.class),
    /** A 16-bit integer. */
    SHORT("short", Short.MIN_VALUE, Short.MAX_VALUE, short.class, Short.class),
    /** A 32-bit integer. */
    INT("int", Integer.MIN_VALUE, Integer.MAX_VALUE, int.class, Integer.class),
    /** A 64-bit integer. */
    LONG("long", Long.MIN_VALUE, Long.MAX_VALUE, long.class, Long.class),
    /** An integer of any size. */
    BIG_INTEGER("biginteger", JsonType.INTEGER, "an integer", "integer", BigInteger.class),
    /** A finite 32-bit floating-point number. */
    FLOAT("float", JsonType.NUMBER, "a number", "number", float.class, Float.class),
    /** A finite 64-bit floating-point number. */
    DOUBLE("double", JsonType.NUMBER, "a number", "number", double.class, Double.class),
    /** A finite decimal number of any precision. */
    BIG_DECIMAL("bigdecimal", JsonType.NUMBER, "a number", "number", BigDecimal.class),
    /** Any string. */
    STRING("string", JsonType.STRING, "a string", "string", String.class),
    /** A string that is not shown. In YAML it may also be a mapping that names a file with the string. */
    SECRET("secret", JsonType.STRING, "a secret string", "secret string", String.class),
    /** The path of an output, relative to the run folder. */
    PATH("path", JsonType.STRING, "a path", "path", Path.class),
    /** The path of a file or folder that the program reads. */
    INPUT("input", JsonType.STRING, "a path", "path of an input", Path.class),
    /** A URI reference as defined by RFC 3986. */
    URI("uri", "a URI", "URI", StringFormats.URI, URI.class),
    /** A duration, for example {@code 30s}, {@code 1h30m} or {@code PT1H30M}. */
    DURATION(
            "duration",
            "a duration such as 30s, 1.5h, 1h30m or PT1H30M",
            "duration such as 30s",
            StringFormats.DURATION,
            Duration.class),
    /** A date, for example {@code 2026-01-31}. */
    DATE("date", "a date such as 2026-01-31", "date such as 2026-01-31", StringFormats.DATE, LocalDate.class),
    /** A timestamp, for example {@code 2026-01-31T12:00:00Z}. */
    INSTANT(
            "instant",
            "a timestamp such as 2026-01-31T12:00:00Z",
            "timestamp such as 2026-01-31T12:00:00Z",
            StringFormats.INSTANT,
            Instant.class),
    /** A universally unique identifier in the text form of RFC 9562. */
    UUID(
            "uuid",
            "a UUID such as 123e4567-e89b-12d3-a456-426614174000",
            "UUID",
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            UUID.class),
    /** A time of day, for example {@code 12:30}. */
    TIME("time", "a time of day such as 12:30", "time such as 12:30", StringFormats.TIME, LocalTime.class),
    /** A date and a time of day, for example {@code 2026-01-31T12:30}. */
    DATE_TIME(
            "datetime",
            "a date and time such as 2026-01-31T12:30",
            "date and time such as 2026-01-31T12:30",
            StringFormats.DATE + "T" + StringFormats.TIME,
            LocalDateTime.class),
    /** A timestamp that keeps its offset, for example {@code 2026-01-31T12:00:00+01:00}. */
    OFFSET_DATE_TIME(
            "offsetdatetime",
            "a timestamp such as 2026-01-31T12:00:00+01:00",
            "timestamp such as 2026-01-31T12:00:00+01:00",
            StringFormats.INSTANT,
            OffsetDateTime.class),
    /** An amount of years, months and days, for example {@code P1Y6M}. */
    PERIOD("period", "a period such as P30D, P2W or P1Y6M", "period such as P30D", StringFormats.PERIOD, Period.class),
    /** A time zone, for example {@code Europe/Vienna} or {@code +01:00}. */
    ZONE(
            "zone",
            "a time zone such as Europe/Vienna or +01:00",
            "time zone such as Europe/Vienna",
            StringFormats.ZONE,
            ZoneId.class),
    /** A language, optionally with script and region, for example {@code de-AT}. */
    LOCALE(
            "locale",
            "a language tag such as de or de-AT",
            "language tag such as de-AT",
            StringFormats.LOCALE,
            Locale.class),
    /** An IPv4 or IPv6 address. Host names are not allowed: loading never asks the network. */
    IP_ADDRESS(
            "address",
            "an IP address such as 192.0.2.1 or 2001:db8::1",
            "IP address",
            IpAddress.REGEX,
            InetAddress.class),
    /** A character encoding, for example {@code UTF-8}. */
    CHARSET(
            "charset",
            "a charset such as UTF-8",
            "charset such as UTF-8",
            "[A-Za-z0-9][A-Za-z0-9+.:_-]*",
            Charset.class),
    /** A currency code of ISO 4217, for example {@code EUR}. */
    CURRENCY("currency", "a currency code such as EUR", "currency code such as EUR", "[A-Z]{3}", Currency.class),
    /** A regular expression of Java. */
    REGEX("regex", JsonType.STRING, "a regular expression", "regular expression", Pattern.class),
    /** An amount of memory, for example {@code 512MiB}. */
    MEMORY_SIZE(
            "memory",
            "a size such as 512MiB, 1.5GB or 4096B",
            "size such as 512MiB",
            MemorySize.REGEX,
            MemorySize.class);

    /** The JSON Schema type of a value, which determines its notation in YAML. */
    public enum JsonType {
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** An integer. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** A string. */
        STRING;

        /** Returns the JSON Schema name of the type. */
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String word;
    private final JsonType jsonType;
    private final String noun;
    private final String signature;
    private final @Nullable String regex;
    private final long min;
    private final long max;
    private final Class<?> javaType;
    private final @Nullable Class<?> primitive;

    ScalarKind(String word, JsonType jsonType, String noun, String signature, Class<?>... javaTypes) {
        this(word, jsonType, noun, signature, null, Long.MIN_VALUE, Long.MAX_VALUE, javaTypes);
    }

    /** Creates an integer type with the limits of a Java type. */
    ScalarKind(String word, long min, long max, Class<?>... javaTypes) {
        this(word, JsonType.INTEGER, "an integer", "integer", null, min, max, javaTypes);
    }

    /** Creates a string type with a regular expression. */
    ScalarKind(String word, String noun, String signature, String regex, Class<?>... javaTypes) {
        this(word, JsonType.STRING, noun, signature, regex, Long.MIN_VALUE, Long.MAX_VALUE, javaTypes);
    }

    ScalarKind(
            String word,
            JsonType jsonType,
            String noun,
            String signature,
            @Nullable String regex,
            long min,
            long max,
            Class<?>... javaTypes) {
        this.word = word;
        this.jsonType = jsonType;
        this.noun = noun;
        this.signature = signature;
        this.regex = regex;
        this.min = min;
        this.max = max;
        this.javaType = javaTypes[javaTypes.length - 1];
        this.primitive = javaTypes.length == 1 ? null : javaTypes[0];
    }

    /** Parses the text of a scalar that passed the check into a value of {@link #javaType}. */
    public Object parse(String text) {
        return switch (this) {
            case BOOLEAN -> text.equalsIgnoreCase("true");
            case BYTE -> (byte) NumberText.longOf(text);
            case SHORT -> (short) NumberText.longOf(text);
            case INT -> (int) NumberText.longOf(text);
            case LONG -> NumberText.longOf(text);
            case BIG_INTEGER -> NumberText.bigInteger(text);
            case FLOAT -> (float) NumberText.doubleOf(text);
            case DOUBLE -> NumberText.doubleOf(text);
            case BIG_DECIMAL -> new BigDecimal(text);
            case STRING, SECRET -> text;
            case PATH, INPUT -> Path.of(text);
            case URI -> java.net.URI.create(text);
            case DURATION -> StringFormats.duration(text);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> OffsetDateTime.parse(text).toInstant();
            case UUID -> java.util.UUID.fromString(text);
            case TIME -> LocalTime.parse(text);
            case DATE_TIME -> LocalDateTime.parse(text);
            case OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
            case PERIOD -> Period.parse(text);
            case ZONE -> ZoneId.of(text);
            case LOCALE -> Locale.forLanguageTag(text);
            case IP_ADDRESS -> IpAddress.parse(text);
            case CHARSET -> Charset.forName(text);
            case CURRENCY -> Currency.getInstance(text);
            case REGEX -> Pattern.compile(text);
            case MEMORY_SIZE -> MemorySize.parse(text);
        };
    }

    /** Returns the text of a value of a Java type of a kind. */
    public static String text(Object value) {
        if (value instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        return value instanceof InetAddress address ? IpAddress.text(address) : value.toString();
    }

    /**
     * Returns the canonical spelling of a string that passed the check, which is a string that passes it too. Types without one,
     * such as paths, keep the spelling.
     */
    public String canonical(String text) {
        return switch (this) {
            case DURATION -> StringFormats.shortest((Duration) parse(text), text);
            case LOCALE, IP_ADDRESS, UUID, TIME, DATE_TIME, OFFSET_DATE_TIME, CHARSET, MEMORY_SIZE -> text(parse(text));
            default -> text;
        };
    }

    /**
     * Returns the requirement that a string does not meet although it matches the regular expression, or null. What the
     * expression cannot say depends on the Java runtime: the known time zones, charsets and currencies, and the syntax of regular
     * expressions. Nor does it say which durations, periods and sizes are too large for their type, and that a size is not less than
     * a byte.
     */
    public @Nullable String rejection(String text) {
        switch (this) {
            case ZONE, CHARSET, CURRENCY, REGEX, MEMORY_SIZE, DURATION, PERIOD -> {
                try {
                    parse(text);
                    return null;
                } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                    return rejection(e);
                }
            }
            default -> {
                return null;
            }
        }
    }

    private String rejection(RuntimeException thrown) {
        if (thrown instanceof PatternSyntaxException e) {
            return "must be " + noun + ": " + e.getDescription() + " at character " + (e.getIndex() + 1);
        } else if (this == DURATION || this == PERIOD || thrown.getCause() instanceof ArithmeticException) {
            return tooLarge();
        }
        return this == MEMORY_SIZE ? "must be 0B or at least one byte" : "must be " + noun;
    }

    /** Returns what is wrong with a string that {@link #isTooLarge} or is rejected because of its size. */
    public String tooLarge() {
        return "is too large for " + noun;
    }

    /** Returns true if a string matches the regular expression. */
    public boolean matches(String text) {
        return regex == null || Pattern.matches(regex, text);
    }

    /** Returns true if a string does not match only because its number has too many digits, as of a duration, a period or a size. */
    public boolean isTooLarge(String text) {
        return (this == DURATION || this == PERIOD || this == MEMORY_SIZE)
                && matches(text.replaceAll("(?<![0-9.])[0-9]{4,}", "1"));
    }

    /** Returns true if values have an order, so that {@link #compare} is allowed. */
    public boolean isOrdered() {
        return switch (this) {
            case DURATION, DATE, INSTANT, TIME, DATE_TIME, OFFSET_DATE_TIME, MEMORY_SIZE -> true;
            default -> false;
        };
    }

    /** Compares two strings that passed the check by their values; timestamps by the moment, whatever their offset. */
    public int compare(String text, String other) {
        return comparable(text).compareTo(comparable(other));
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> comparable(String text) {
        return (Comparable<Object>) (this == OFFSET_DATE_TIME ? INSTANT : this).parse(text);
    }

    /** Returns the names that the Java runtime knows, to suggest one of them, or an empty collection. */
    public Collection<String> knownNames() {
        return switch (this) {
            case ZONE -> ZoneId.getAvailableZoneIds();
            case CHARSET -> Charset.availableCharsets().keySet();
            default -> List.of();
        };
    }

    /** Returns the kind of a keyword in a schema text, or null. */
    static @Nullable ScalarKind ofWord(String word) {
        for (ScalarKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** Returns the first kind for a Java type, given by its qualified name or keyword, or null. */
    public static @Nullable ScalarKind ofJavaType(String name) {
        for (ScalarKind kind : values()) {
            for (Class<?> type : kind.javaTypes()) {
                if (type.getName().equals(name)) {
                    return kind;
                }
            }
        }
        return null;
    }

    /** Returns the keyword for the kind in a schema text. */
    public String word() {
        return word;
    }

    /** Returns the JSON Schema type. */
    public JsonType jsonType() {
        return jsonType;
    }

    /** Returns true for integers and decimal numbers. */
    public boolean isNumber() {
        return jsonType == JsonType.INTEGER || jsonType == JsonType.NUMBER;
    }

    /** Returns true for strings that need no form, whether they are shown or not. */
    static boolean isAnyString(@Nullable ScalarKind kind) {
        return kind == STRING || kind == SECRET;
    }

    /** Returns true for paths of files and folders. */
    public boolean isPath() {
        return this == PATH || this == INPUT;
    }

    /** Returns a noun with its article, for messages. */
    public String noun() {
        return noun;
    }

    /** Returns a noun without an article, for signatures. */
    public String signature() {
        return signature;
    }

    /** Returns the placeholder of a value on a command line, or an empty string if the option name is more informative. */
    public String placeholder() {
        return switch (jsonType) {
            case BOOLEAN -> "true";
            case INTEGER -> "N";
            case NUMBER -> "X";
            case STRING -> isPath() ? "PATH" : "";
        };
    }

    /** Returns the regular expression that the whole string must match, or null for any string. */
    public @Nullable String regex() {
        return regex;
    }

    /** Returns true for integers with the limits of a Java type. */
    public boolean isLimited() {
        return jsonType == JsonType.INTEGER && this != BIG_INTEGER;
    }

    /** Returns the regular expression of the keys of a map, which parsers of YAML turn into strings, or null for any string. */
    public @Nullable String keyRegex() {
        return isLimited() ? "0|-?[1-9][0-9]*" : regex;
    }

    /** Returns the minimum value of the Java type. */
    public long min() {
        return min;
    }

    /** Returns the maximum value of the Java type. */
    public long max() {
        return max;
    }

    /** Returns the Java types: a primitive type and its wrapper class, or one class. */
    public List<Class<?>> javaTypes() {
        return primitive == null ? List.of(javaType) : List.of(primitive, javaType);
    }

    /** Returns the class of the values, which is the wrapper class of a primitive type. */
    public Class<?> javaType() {
        return javaType;
    }
}
