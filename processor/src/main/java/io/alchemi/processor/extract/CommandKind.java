package io.alchemi.processor.extract;

import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.TrainerCommand;
import java.lang.annotation.Annotation;
import java.util.List;

/** The kinds of classes for which a {@code main} is generated, with the types of the runtime that each uses. */
public enum CommandKind {
    /** A trainer, which has a configuration. */
    TRAINER(TrainerCommand.class, ConfigSchema.class, "io.alchemi.training.run", "Trainer", "TrainCommand"),
    /** Any other command with a configuration. */
    CONFIGURED(Command.class, ConfigSchema.class, "io.alchemi.command", "CommandAction", "ConfiguredCommand"),
    /** A command with options only. */
    ACTION(Command.class, ConfigRecord.class, "io.alchemi.command", "CommandAction", "ActionCommand");

    /** The annotations of commands. */
    public static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(TrainerCommand.class, Command.class);

    private final Class<? extends Annotation> annotation;
    private final Class<? extends Annotation> recordAnnotation;
    private final String runtimePackage;
    private final String interfaceName;
    private final String baseName;

    CommandKind(
            Class<? extends Annotation> annotation,
            Class<? extends Annotation> recordAnnotation,
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
    public Class<? extends Annotation> annotation() {
        return annotation;
    }

    /** Returns the annotation of the record that the class receives. */
    Class<? extends Annotation> recordAnnotation() {
        return recordAnnotation;
    }

    /** Returns true if the record is a configuration, which a loader reads. */
    public boolean isConfigured() {
        return recordAnnotation == ConfigSchema.class;
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
