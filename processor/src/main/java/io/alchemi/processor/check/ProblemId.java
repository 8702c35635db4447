package io.alchemi.processor.check;

/** The catalogue of what can be wrong with a schema. An id is never given to another problem. */
public enum ProblemId {
    /** A component whose type is no value in YAML. */
    UNSUPPORTED_TYPE("ALC101"),
    /** A default or an example of a key that the loader would refuse. */
    BAD_VALUE("ALC102"),
    /** Two keys, or two constants of an enum, of one name. */
    DUPLICATE_KEY("ALC103"),
    /** An alias or a retired key that is also something else. */
    ALIAS_COLLISION("ALC104"),
    /** A range that no value is in. */
    EMPTY_RANGE("ALC105"),
    /** A public record or one of its components without a description. */
    MISSING_DESCRIPTION("ALC106"),
    /** A key of the global block that a schema declares elsewhere. */
    GLOBAL_KEY("ALC107"),
    /** A synonym of a key of the global block; may be suppressed. */
    GLOBAL_SYNONYM("ALC108"),
    /** A moved key whose new place does not exist, or whose old one does. */
    MOVED_TO_NOWHERE("ALC109"),
    /** A rule that cannot be called with components. */
    BAD_RULE("ALC110"),
    /** A record or an enum that generated code cannot see. */
    PRIVATE_TYPE("ALC111"),
    /** A file that is named as an example and does not load. */
    BAD_EXAMPLE_FILE("ALC112"),
    /** More than one global block below one root. */
    SEVERAL_GLOBAL_BLOCKS("ALC113"),
    /** A command whose trainer takes no schema. */
    COMMAND_WITHOUT_SCHEMA("ALC114"),
    /** A command whose schema has no global block where it belongs. */
    COMMAND_WITHOUT_GLOBAL_BLOCK("ALC115"),
    /** Two flags of one name. */
    FLAG_CLASH("ALC116"),
    /** A required key that the template cannot fill. */
    REQUIRED_WITHOUT_EXAMPLE("ALC117"),
    /** A record of another jar without a description. */
    RECORD_WITHOUT_SCHEMA("ALC118"),
    /** A record that always holds itself. */
    ENDLESS_RECORD("ALC119"),
    /** An enum without constants. */
    EMPTY_ENUM("ALC120"),
    /** An annotation where it has no meaning. */
    MISPLACED_ANNOTATION("ALC121"),
    /** A schema that is no plain record. */
    NOT_A_RECORD("ALC122"),
    /** A trainer that generated code cannot construct. */
    TRAINER_NOT_CONSTRUCTIBLE("ALC123"),
    /** A name that cannot be written in YAML or on a command line. */
    BAD_NAME("ALC124"),
    /** A pattern that does not compile, or that refuses its own suggestion. */
    BAD_PATTERN("ALC125"),
    /** A type that nobody generated. */
    UNKNOWN_TYPE("ALC126"),
    /** Two schemas of one id, or two commands of one name. */
    DUPLICATE_ID("ALC127"),
    /** A generated class whose name is taken. */
    NAME_TAKEN("ALC128"),
    /** A key of a global block that holds other keys. */
    GLOBAL_SECTION("ALC129"),
    /** A collection whose items may be null. */
    NULL_ITEM("ALC130"),
    /** An optional with a default, of a collection, or inside something else. */
    BAD_OPTIONAL("ALC131"),
    /** A map whose keys are neither texts nor constants. */
    BAD_MAP_KEY("ALC132"),
    /** A set of what is no single value. */
    BAD_SET_ITEM("ALC133"),
    /** A length that nothing has. */
    BAD_LENGTH("ALC134"),
    /** A type that a sealed interface permits and that is no plain record. */
    NOT_A_BRANCH("ALC135"),
    /** Two permitted records of one tag. */
    DUPLICATE_TAG("ALC136"),
    /** A tag that stands where a branch has a key of its own. */
    TAG_IS_A_KEY("ALC137"),
    /** Permitted records that nothing in YAML tells apart. */
    AMBIGUOUS_BRANCHES("ALC138"),
    /** A constraint of another library that has no effect; a warning, may be suppressed. */
    IGNORED_CONSTRAINT("ALC139"),
    /** A fault of the processor. */
    FAULT("ALC900");

    private final String id;

    ProblemId(String id) {
        this.id = id;
    }

    /** What users look up and suppress. */
    public String id() {
        return id;
    }
}
