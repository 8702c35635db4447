package io.alchemi.config.diagnose;

/**
 * Catalogue of all diagnostics. Codes are stable and never reused. The page {@code docs/diagnostics/CODE.md} explains each code.
 *
 * <p>1xx are errors in a schema, reported at compile time; 2xx errors in a document that JSON Schema can express, 3xx those that
 * only loading finds; 4xx concern the machine, 5xx the command line, 6xx data files; 9xx are bugs in Alchemi.
 */
public enum DiagnosticId {
    /** Type of a component that has no YAML representation. */
    UNSUPPORTED_TYPE("ALC101", Severity.ERROR),
    /** Default or example that the loader would reject. */
    BAD_VALUE("ALC102", Severity.ERROR),
    /** Two keys, or two constants of an enum, with the same YAML name. */
    DUPLICATE_NAME("ALC103", Severity.ERROR),
    /** Alias or removed key whose name is already used by a key or by another alias. */
    ALIAS_COLLISION("ALC104", Severity.ERROR),
    /** Range that contains no value. */
    EMPTY_RANGE("ALC105", Severity.ERROR),
    /** Public record, or component of one, without a description. */
    MISSING_DESCRIPTION("ALC106", Severity.ERROR),
    /** Key of the global block that a schema declares elsewhere. */
    GLOBAL_KEY("ALC107", Severity.ERROR),
    /** Synonym of a key of the global block. Can be suppressed. */
    GLOBAL_SYNONYM("ALC108", Severity.ERROR),
    /** Moved key whose new path does not exist, or whose old path still does. */
    MOVED_TO_NOWHERE("ALC109", Severity.ERROR),
    /** Rule method that cannot be called with the values of components. */
    BAD_RULE("ALC110", Severity.ERROR),
    /** Record or enum that generated code cannot access. */
    PRIVATE_TYPE("ALC111", Severity.ERROR),
    /** Example file of a schema that does not load. */
    BAD_EXAMPLE_FILE("ALC112", Severity.ERROR),
    /** More than one global block below one root. */
    SEVERAL_GLOBAL_BLOCKS("ALC113", Severity.ERROR),
    /** Command whose class does not implement its interface, or whose record has no schema. */
    COMMAND_WITHOUT_SCHEMA("ALC114", Severity.ERROR),
    /** Command whose schema has no global block named {@code global}. */
    COMMAND_WITHOUT_GLOBAL_BLOCK("ALC115", Severity.ERROR),
    /** Two flags with the same name or the same letter. */
    FLAG_CLASH("ALC116", Severity.ERROR),
    /** Required key that the template cannot fill. */
    REQUIRED_WITHOUT_EXAMPLE("ALC117", Severity.ERROR),
    /** Record of another jar without a generated description. */
    RECORD_WITHOUT_SCHEMA("ALC118", Severity.ERROR),
    /** Record that always contains itself. */
    ENDLESS_RECORD("ALC119", Severity.ERROR),
    /** Enum without constants. */
    EMPTY_ENUM("ALC120", Severity.ERROR),
    /** Annotation that has no effect where it is. */
    MISPLACED_ANNOTATION("ALC121", Severity.ERROR),
    /** Schema that is not a record without type parameters. */
    NOT_A_RECORD("ALC122", Severity.ERROR),
    /** Command whose class generated code cannot construct. */
    COMMAND_NOT_CONSTRUCTIBLE("ALC123", Severity.ERROR),
    /** Name that cannot be written in YAML or on a command line. */
    BAD_NAME("ALC124", Severity.ERROR),
    /** Pattern that does not compile, that editors interpret differently from Java, or that rejects one of its own suggestions. */
    BAD_PATTERN("ALC125", Severity.ERROR),
    /** Type that does not exist and that no annotation processor generated. */
    UNKNOWN_TYPE("ALC126", Severity.ERROR),
    /** Two schemas with the same id, or two commands with the same name. */
    DUPLICATE_ID("ALC127", Severity.ERROR),
    /** Generated class or resource whose name is already in use. */
    NAME_TAKEN("ALC128", Severity.ERROR),
    /** Key of a global block that contains other keys. */
    GLOBAL_SECTION("ALC129", Severity.ERROR),
    /** Collection whose items can be null. */
    NULL_ITEM("ALC130", Severity.ERROR),
    /** Optional with a default, of a collection, or inside another type. */
    BAD_OPTIONAL("ALC131", Severity.ERROR),
    /** Map whose keys have a type that keys cannot have. */
    BAD_MAP_KEY("ALC132", Severity.ERROR),
    /** Set whose items are neither scalars nor records. */
    BAD_SET_ITEM("ALC133", Severity.ERROR),
    /** Length constraint that is negative, contradictory or given twice. */
    BAD_LENGTH("ALC134", Severity.ERROR),
    /** Type that a sealed interface permits and that is not a plain record. */
    NOT_A_BRANCH("ALC135", Severity.ERROR),
    /** Two permitted records with the same tag. */
    DUPLICATE_TAG("ALC136", Severity.ERROR),
    /** Discriminator with the name of a key of a permitted record. */
    TAG_IS_A_KEY("ALC137", Severity.ERROR),
    /** Permitted records without a tag that have the same form of YAML value. */
    AMBIGUOUS_BRANCHES("ALC138", Severity.ERROR),
    /** Constraint of another library that has no effect. A warning; can be suppressed. */
    IGNORED_CONSTRAINT("ALC139", Severity.WARNING),
    /** Input whose schema is not a root record, or has no generated class. */
    BAD_INPUT_SCHEMA("ALC140", Severity.ERROR),
    /** An enum of a class file whose documentation was not kept; a warning, may be suppressed. */
    MISSING_ENUM_DOCS("ALC141", Severity.WARNING),
    /** Component of a command's options that is neither an optional option nor an operand in its place. */
    BAD_OPTIONS("ALC142", Severity.ERROR),
    /** Metric of a trainer with an invalid, reserved or duplicate name, or without a description. */
    BAD_METRIC("ALC143", Severity.ERROR),
    /** Reserved key that the global block does not have. */
    UNKNOWN_RESERVED_KEY("ALC144", Severity.ERROR),
    /** Bound of a range that is not a value of the component's type. */
    BAD_BOUND("ALC150", Severity.ERROR),
    /** Factory of a type of the program that generated code cannot call. */
    BAD_FACTORY("ALC151", Severity.ERROR),
    /** Secret that others could read, because it has a default, an option or a positional argument. */
    OPEN_SECRET("ALC152", Severity.ERROR),
    /** Condition of a required key that can never hold, or on a key that is never null. */
    BAD_REQUIREMENT("ALC154", Severity.ERROR),
    /** Permitted record without a required key that no other one has, though the keys select the record. */
    BAD_BY_KEYS("ALC155", Severity.ERROR),
    /** The keys of a component cannot be flattened into its record. */
    BAD_FLATTEN("ALC156", Severity.ERROR),
    /** Text that is not a valid YAML document. */
    SYNTAX("ALC200", Severity.ERROR),
    /** Key that the schema does not define. */
    UNKNOWN_KEY("ALC201", Severity.ERROR),
    /** Required key that is missing. */
    MISSING_KEY("ALC202", Severity.ERROR),
    /** Value whose type differs from the key's type. */
    WRONG_TYPE("ALC203", Severity.ERROR),
    /** Number outside the range of its key. */
    OUT_OF_RANGE("ALC204", Severity.ERROR),
    /** String that is not one of the allowed values. */
    UNKNOWN_CONSTANT("ALC205", Severity.ERROR),
    /** String that does not match the pattern or format of its key. */
    NO_MATCH("ALC206", Severity.ERROR),
    /** Null for a key that requires a value. */
    NULL("ALC207", Severity.ERROR),
    /** Key at its old path. */
    MOVED_KEY("ALC208", Severity.WARNING),
    /** Key that no longer has an effect. */
    RETIRED_KEY("ALC209", Severity.WARNING),
    /** Key under its old name. */
    ALIAS("ALC210", Severity.WARNING),
    /** Deprecated key or constant. */
    DEPRECATED_KEY("ALC211", Severity.WARNING),
    /** String, list or mapping that is too short or too long. */
    WRONG_LENGTH("ALC212", Severity.ERROR),
    /** Duplicate item in a set. */
    DUPLICATE_ITEM("ALC213", Severity.ERROR),
    /** Value of a sealed interface without the tag that selects a record. */
    MISSING_TAG("ALC214", Severity.ERROR),
    /** Section of a sealed interface without a key that selects a record. */
    NO_DECIDING_KEY("ALC216", Severity.ERROR),
    /** Section of a sealed interface with keys that select different records. */
    CONFLICTING_KEYS("ALC217", Severity.ERROR),
    /** Leading zeros, which some dialects read as octal, or {@code 0x} or {@code 0o} where a number need not be an integer. */
    LEADING_ZERO("ALC301", Severity.ERROR),
    /** Infinity, not a number, or a number too large for its type. */
    NOT_FINITE("ALC302", Severity.ERROR),
    /** Key that appears twice in one mapping. */
    DUPLICATE_KEY("ALC303", Severity.ERROR),
    /** Different values for one key, under two names or at two paths. */
    CONFLICTING_NAMES("ALC304", Severity.ERROR),
    /** Rule over several keys that does not hold. */
    RULE("ALC305", Severity.ERROR),
    /** Values that the constructor of a record rejected. */
    REJECTED("ALC306", Severity.ERROR),
    /** Document that exceeds a limit on size, nesting or number of values. */
    LIMIT("ALC307", Severity.ERROR),
    /** Bytes that are not valid UTF-8. */
    ENCODING("ALC308", Severity.ERROR),
    /** U+0085, U+2028 or U+2029 outside a double-quoted string. */
    LINE_SEPARATOR("ALC309", Severity.ERROR),
    /** Exception of a constructor or a rule that does not mean that a value is invalid. */
    USER_CODE("ALC311", Severity.ERROR),
    /** String that is not a path on this system. */
    INVALID_PATH("ALC312", Severity.ERROR),
    /** Parent that {@code extends} names and that does not exist or cannot be read. */
    MISSING_PARENT("ALC313", Severity.ERROR),
    /** File that extends itself, directly or through others. */
    PARENT_CYCLE("ALC314", Severity.ERROR),
    /** Chain of more than 16 parents. */
    PARENT_DEPTH("ALC315", Severity.ERROR),
    /** {@code extends} that names no file, or in a document that is no file. */
    BAD_PARENT("ALC316", Severity.ERROR),
    /** String in the format of its type that the type itself rejects. */
    INVALID_VALUE("ALC317", Severity.ERROR),
    /** Duration, date, time or size outside the range of its key. */
    OUT_OF_BOUNDS("ALC318", Severity.ERROR),
    /** File of a secret that cannot be read. */
    SECRET_FILE("ALC322", Severity.ERROR),
    /** Setting that this machine does not support. */
    MACHINE("ALC401", Severity.ERROR),
    /** Input file that does not exist. */
    MISSING_INPUT("ALC402", Severity.ERROR),
    /** Output path outside the run folder, or equal to one of the run's own files. */
    OUTPUT_OUTSIDE("ALC403", Severity.ERROR),
    /** Metric by which the best parameters are kept that the trainer does not declare with a goal. */
    UNKNOWN_METRIC("ALC404", Severity.ERROR),
    /** Tensor engine that cannot be unpacked or loaded. */
    ENGINE("ALC405", Severity.ERROR),
    /** Secret that the configuration of a run states itself, although the folder of the run keeps that configuration. */
    SECRET_OF_RUN("ALC406", Severity.ERROR),
    /** Command line that cannot be parsed. */
    USAGE("ALC501", Severity.ERROR),
    /** File that does not exist or cannot be read. */
    NO_SUCH_FILE("ALC502", Severity.ERROR),
    /** Malformed {@code --set}, or one for a list item that does not exist. */
    SETTING_PATH("ALC503", Severity.ERROR),
    /** Environment variable with the prefix of a schema or of a global block that matches no key. */
    UNKNOWN_VARIABLE("ALC504", Severity.ERROR),
    /** Two environment variables with different values for one key, or one whose name can mean several keys. */
    AMBIGUOUS_VARIABLE("ALC505", Severity.ERROR),
    /** Profile that no configuration file has. */
    UNKNOWN_PROFILE("ALC506", Severity.ERROR),
    /** Reference of a file to a JSON Schema that this program does not know. */
    UNKNOWN_SCHEMA("ALC509", Severity.ERROR),
    /** Reference of a file to a JSON Schema on another machine, which is not followed. */
    REMOTE_SCHEMA("ALC510", Severity.WARNING),
    /** Data file with content that cannot be used. */
    INPUT_DATA("ALC601", Severity.ERROR),
    /** Bug in Alchemi. */
    FAULT("ALC900", Severity.ERROR);

    private final String code;
    private final Severity severity;

    DiagnosticId(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** Returns the code that is printed, explained and suppressed, for example {@code ALC201}. */
    public String code() {
        return code;
    }

    /** Returns the severity. */
    public Severity severity() {
        return severity;
    }
}
