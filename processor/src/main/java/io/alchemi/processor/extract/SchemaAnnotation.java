package io.alchemi.processor.extract;

/**
 * The annotations of a schema, by name: a class literal of each would load more than thirty classes in every compilation.
 */
public enum SchemaAnnotation {
    /** Other names of a key or constant. */
    ALIAS("Alias"),
    /** The bounds of a date, duration or size. */
    BETWEEN("Between"),
    /** A command. */
    COMMAND("Command"),
    /** A record of a schema, or the options of a command. */
    CONFIG_RECORD("ConfigRecord"),
    /** The root of a schema. */
    CONFIG_SCHEMA("ConfigSchema"),
    /** The factory method of a scalar type of the program. */
    CONFIG_VALUE("ConfigValue"),
    /** The default of a key. */
    DEFAULT("Default"),
    /** The tag of a sealed interface. */
    DISCRIMINATOR("Discriminator"),
    /** An example of a value. */
    EXAMPLE("Example"),
    /** The option of a key. */
    FLAG("Flag"),
    /** A record whose keys belong to the enclosing section. */
    FLATTEN("Flatten"),
    /** The settings that all experiments share. */
    GLOBAL_BLOCK("GlobalBlock"),
    /** An enum that is read without regard to case. */
    IGNORE_CASE("IgnoreCase"),
    /** A file that the program reads. */
    INPUT("Input"),
    /** The name of a key, constant or variant. */
    KEY("Key"),
    /** The length of a string or collection. */
    LENGTH("Length"),
    /** The pattern of a string. */
    MATCHES("Matches"),
    /** A metric of a trainer. */
    METRIC("Metric"),
    /** The new place of a key. */
    MOVED("Moved"),
    /** The divisor of a number. */
    MULTIPLE_OF("MultipleOf"),
    /** A key that is an operand of the command line. */
    OPERAND("Operand"),
    /** The bounds of a number. */
    RANGE("Range"),
    /** The condition under which a key is required. */
    REQUIRED_IF("RequiredIf"),
    /** A key that no longer exists. */
    RETIRED("Retired"),
    /** A rule that involves several keys. */
    RULE("Rule"),
    /** A string that is never shown. */
    SECRET("Secret"),
    /** A suggested value. */
    SUGGEST("Suggest"),
    /** A trainer. */
    TRAINER_COMMAND("TrainerCommand"),
    /** The unit of a number. */
    UNIT("Unit");

    /** The package of all annotations, with a dot. */
    static final String PACKAGE = "io.alchemi.schema.";

    private final String simpleName;
    private final String qualifiedName;
    private final String container;

    SchemaAnnotation(String simpleName) {
        this.simpleName = simpleName;
        this.qualifiedName = PACKAGE + simpleName;
        this.container = qualifiedName + ".All";
    }

    /** Returns the simple name of the annotation. */
    public String simpleName() {
        return simpleName;
    }

    /** Returns the qualified name of the annotation. */
    public String qualifiedName() {
        return qualifiedName;
    }

    /** Returns the qualified name of the annotation that holds several of this one. */
    String container() {
        return container;
    }
}
