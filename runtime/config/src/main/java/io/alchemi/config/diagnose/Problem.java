package io.alchemi.config.diagnose;

/**
 * The catalogue of the problems of documents and command lines. Ids are stable.
 *
 * <p>2xx can be said in JSON Schema, 3xx only loading finds them, 4xx are the machine's, 5xx the command line's.
 */
public enum Problem {
    /** The text is no YAML document. */
    SYNTAX("ALC200", Severity.ERROR),
    /** A key that the schema does not have. */
    UNKNOWN_KEY("ALC201", Severity.ERROR),
    /** A required key is absent. */
    MISSING_KEY("ALC202", Severity.ERROR),
    /** A value of another type than the key's. */
    WRONG_TYPE("ALC203", Severity.ERROR),
    /** A number outside the range of its key. */
    OUT_OF_RANGE("ALC204", Severity.ERROR),
    /** A text that is none of the constants. */
    UNKNOWN_CONSTANT("ALC205", Severity.ERROR),
    /** A text of another form than its key's. */
    NO_MATCH("ALC206", Severity.ERROR),
    /** Null for a key that needs a value. */
    NULL("ALC207", Severity.ERROR),
    /** A key at its former place. */
    MOVED_KEY("ALC208", Severity.WARNING),
    /** A key that no longer has an effect. */
    RETIRED_KEY("ALC209", Severity.WARNING),
    /** A key under its former name. */
    ALIAS("ALC210", Severity.WARNING),
    /** A key that should no longer be used. */
    DEPRECATED_KEY("ALC211", Severity.WARNING),
    /** A text, list or map that is too short or too long. */
    WRONG_LENGTH("ALC212", Severity.ERROR),
    /** An item twice in a set. */
    DUPLICATE_ITEM("ALC213", Severity.ERROR),
    /** A value that could be several things and does not say which. */
    MISSING_TAG("ALC214", Severity.ERROR),
    /** Zeros before a number, which some dialects read as octal, or {@code 0x} or {@code 0o} before one that is not whole. */
    LEADING_ZERO("ALC301", Severity.ERROR),
    /** Infinity or no number. */
    NOT_FINITE("ALC302", Severity.ERROR),
    /** A key twice in one mapping. */
    DUPLICATE_KEY("ALC303", Severity.ERROR),
    /** One key under two names or at two places, with different values. */
    CONFLICTING_NAMES("ALC304", Severity.ERROR),
    /** A rule over several keys does not hold. */
    RULE("ALC305", Severity.ERROR),
    /** The constructor of a record rejected its values. */
    REJECTED("ALC306", Severity.ERROR),
    /** The document is too large. */
    LIMIT("ALC307", Severity.ERROR),
    /** The bytes are no UTF-8 text. */
    ENCODING("ALC308", Severity.ERROR),
    /** What the configuration asks for cannot be done on this machine. */
    MACHINE("ALC401", Severity.ERROR),
    /** A file that the configuration names as an input is not there. */
    MISSING_INPUT("ALC402", Severity.ERROR),
    /** An output that would be written outside of the folder of the run. */
    OUTPUT_OUTSIDE("ALC403", Severity.ERROR),
    /** A command line that cannot be understood. */
    USAGE("ALC501", Severity.ERROR),
    /** A file that is not there or cannot be read. */
    NO_SUCH_FILE("ALC502", Severity.ERROR),
    /** A path of a {@code --set} that leads nowhere. */
    SETTING_PATH("ALC503", Severity.ERROR),
    /** An environment variable with our prefix and no key. */
    UNKNOWN_VARIABLE("ALC504", Severity.ERROR);

    private final String id;
    private final Severity severity;

    Problem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** The stable id. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }
}
