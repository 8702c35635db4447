package io.alchemi.config.diagnose;

/**
 * The catalogue of all problems. A code is stable and never given to another problem; the page {@code docs/diagnostics/CODE.md}
 * explains it.
 *
 * <p>1xx are wrong in a schema, at compile time; 2xx can be said in JSON Schema, 3xx only loading finds them, 4xx are the
 * machine's, 5xx the command line's, 9xx ours.
 */
public enum DiagnosticId {
    /** A component whose type is no value in YAML. */
    UNSUPPORTED_TYPE("ALC101", Severity.ERROR),
    /** A default or an example of a key that the loader would refuse. */
    BAD_VALUE("ALC102", Severity.ERROR),
    /** Two keys, or two constants of an enum, of one name. */
    DUPLICATE_NAME("ALC103", Severity.ERROR),
    /** An alias or a retired key that is also something else. */
    ALIAS_COLLISION("ALC104", Severity.ERROR),
    /** A range that no value is in. */
    EMPTY_RANGE("ALC105", Severity.ERROR),
    /** A public record or one of its components without a description. */
    MISSING_DESCRIPTION("ALC106", Severity.ERROR),
    /** A key of the global block that a schema declares elsewhere. */
    GLOBAL_KEY("ALC107", Severity.ERROR),
    /** A synonym of a key of the global block; may be suppressed. */
    GLOBAL_SYNONYM("ALC108", Severity.ERROR),
    /** A moved key whose new place does not exist, or whose old one does. */
    MOVED_TO_NOWHERE("ALC109", Severity.ERROR),
    /** A rule that cannot be called with components. */
    BAD_RULE("ALC110", Severity.ERROR),
    /** A record or an enum that generated code cannot see. */
    PRIVATE_TYPE("ALC111", Severity.ERROR),
    /** A file that is named as an example and does not load. */
    BAD_EXAMPLE_FILE("ALC112", Severity.ERROR),
    /** More than one global block below one root. */
    SEVERAL_GLOBAL_BLOCKS("ALC113", Severity.ERROR),
    /** A command whose trainer takes no schema. */
    COMMAND_WITHOUT_SCHEMA("ALC114", Severity.ERROR),
    /** A command whose schema has no global block where it belongs. */
    COMMAND_WITHOUT_GLOBAL_BLOCK("ALC115", Severity.ERROR),
    /** Two flags of one name. */
    FLAG_CLASH("ALC116", Severity.ERROR),
    /** A required key that the template cannot fill. */
    REQUIRED_WITHOUT_EXAMPLE("ALC117", Severity.ERROR),
    /** A record of another jar without a description. */
    RECORD_WITHOUT_SCHEMA("ALC118", Severity.ERROR),
    /** A record that always holds itself. */
    ENDLESS_RECORD("ALC119", Severity.ERROR),
    /** An enum without constants. */
    EMPTY_ENUM("ALC120", Severity.ERROR),
    /** An annotation where it has no meaning. */
    MISPLACED_ANNOTATION("ALC121", Severity.ERROR),
    /** A schema that is no plain record. */
    NOT_A_RECORD("ALC122", Severity.ERROR),
    /** A trainer that generated code cannot construct. */
    TRAINER_NOT_CONSTRUCTIBLE("ALC123", Severity.ERROR),
    /** A name that cannot be written in YAML or on a command line. */
    BAD_NAME("ALC124", Severity.ERROR),
    /** A pattern that does not compile, that editors read otherwise than Java, or that refuses its own suggestion. */
    BAD_PATTERN("ALC125", Severity.ERROR),
    /** A type that nobody generated. */
    UNKNOWN_TYPE("ALC126", Severity.ERROR),
    /** Two schemas of one id, or two commands of one name. */
    DUPLICATE_ID("ALC127", Severity.ERROR),
    /** A generated class whose name is taken. */
    NAME_TAKEN("ALC128", Severity.ERROR),
    /** A key of a global block that holds other keys. */
    GLOBAL_SECTION("ALC129", Severity.ERROR),
    /** A collection whose items may be null. */
    NULL_ITEM("ALC130", Severity.ERROR),
    /** An optional with a default, of a collection, or inside something else. */
    BAD_OPTIONAL("ALC131", Severity.ERROR),
    /** A map whose keys are neither texts nor constants. */
    BAD_MAP_KEY("ALC132", Severity.ERROR),
    /** A set of what is no single value. */
    BAD_SET_ITEM("ALC133", Severity.ERROR),
    /** A length that nothing has. */
    BAD_LENGTH("ALC134", Severity.ERROR),
    /** A type that a sealed interface permits and that is no plain record. */
    NOT_A_BRANCH("ALC135", Severity.ERROR),
    /** Two permitted records of one tag. */
    DUPLICATE_TAG("ALC136", Severity.ERROR),
    /** A tag that stands where a branch has a key of its own. */
    TAG_IS_A_KEY("ALC137", Severity.ERROR),
    /** Permitted records that nothing in YAML tells apart. */
    AMBIGUOUS_BRANCHES("ALC138", Severity.ERROR),
    /** A constraint of another library that has no effect; a warning, may be suppressed. */
    IGNORED_CONSTRAINT("ALC139", Severity.WARNING),
    /** A path whose file has a schema that is none, or that nothing was generated for. */
    BAD_INPUT_SCHEMA("ALC140", Severity.ERROR),
    /** An enum of a class file whose docs were not kept; a warning, may be suppressed. */
    MISSING_ENUM_DOCS("ALC141", Severity.WARNING),
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
    /** An output that would be written outside of the folder of the run, or over one of the run's own files. */
    OUTPUT_OUTSIDE("ALC403", Severity.ERROR),
    /** A command line that cannot be understood. */
    USAGE("ALC501", Severity.ERROR),
    /** A file that is not there or cannot be read. */
    NO_SUCH_FILE("ALC502", Severity.ERROR),
    /** A path of a {@code --set} that leads nowhere. */
    SETTING_PATH("ALC503", Severity.ERROR),
    /** An environment variable with our prefix and no key. */
    UNKNOWN_VARIABLE("ALC504", Severity.ERROR),
    /** A fault of the processor. */
    FAULT("ALC900", Severity.ERROR);

    private final String code;
    private final Severity severity;

    DiagnosticId(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** What is printed, looked up and suppressed: {@code ALC201}. */
    public String code() {
        return code;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }
}
