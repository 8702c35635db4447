package io.alchemi.processor.extract;

import java.util.List;

/** The kinds of classes for which a {@code main} is generated, with the types of the runtime that each uses. */
public enum CommandKind {
    /** A trainer, which has a configuration. */
    TRAINER(
            SchemaAnnotation.TRAINER_COMMAND,
            SchemaAnnotation.CONFIG_SCHEMA,
            "io.alchemi.training.run",
            "Trainer",
            "TrainCommand"),
    /** Any other command with a configuration. */
    CONFIGURED(
            SchemaAnnotation.COMMAND,
            SchemaAnnotation.CONFIG_SCHEMA,
            "io.alchemi.command",
            "CommandAction",
            "ConfiguredCommand"),
    /** A command with options only. */
    ACTION(
            SchemaAnnotation.COMMAND,
            SchemaAnnotation.CONFIG_RECORD,
            "io.alchemi.command",
            "CommandAction",
            "ActionCommand");

    /** The annotations of commands. */
    public static final List<SchemaAnnotation> ANNOTATIONS =
            List.of(SchemaAnnotation.TRAINER_COMMAND, SchemaAnnotation.COMMAND);

    private final SchemaAnnotation annotation;
    private final SchemaAnnotation recordAnnotation;
    private final String runtimePackage;
    private final String interfaceName;
    private final String baseName;

    CommandKind(
            SchemaAnnotation annotation,
            SchemaAnnotation recordAnnotation,
            String runtimePackage,
            String interfaceName,
            String baseName) {
        this.annotation = annotation;
        this.recordAnnotation = recordAnnotation;
        this.runtimePackage = runtimePackage;
        this.interfaceName = interfaceName;
        this.baseName = baseName;
    }

    /** Returns the annotation of the class. */
    public SchemaAnnotation annotation() {
        return annotation;
    }

    /** Returns the annotation of the record that the class receives. */
    SchemaAnnotation recordAnnotation() {
        return recordAnnotation;
    }

    /** Returns true if the record is a configuration, which a loader reads. */
    public boolean isConfigured() {
        return recordAnnotation == SchemaAnnotation.CONFIG_SCHEMA;
    }

    /** Returns the package of the interface and of the base class. */
    public String runtimePackage() {
        return runtimePackage;
    }

    /** Returns the simple name of the interface that the class implements. */
    public String interfaceName() {
        return interfaceName;
    }

    /** Returns the simple name of the class that the generated class extends. */
    public String baseName() {
        return baseName;
    }
}
