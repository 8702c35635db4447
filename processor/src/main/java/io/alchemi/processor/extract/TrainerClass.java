package io.alchemi.processor.extract;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.TrainerCommand;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Trainer for which a {@code main} is generated.
 *
 * @param element the class
 * @param words the subcommand
 * @param config the configuration record, or null if the class is not a trainer of a record
 * @param unresolved true if a supertype does not exist yet; another processor may generate it
 */
public record TrainerClass(
        TypeElement element, String words, @Nullable TypeElement config, boolean unresolved) {
    private static final String TRAINER = "io.alchemi.training.run.Trainer";

    /** Extracts a class annotated with {@code @TrainerCommand}. */
    public static TrainerClass of(TypeElement element, Types types) {
        String words = Annotations.textOrNull(element, TrainerCommand.class);
        TrainerSearch search = new TrainerSearch(types);
        search.visit(element.asType());
        return new TrainerClass(element, words == null ? "" : words, search.config, search.unresolved);
    }

    /** Returns true if the configuration record is the root of a schema. */
    public boolean hasSchema() {
        return config != null && Annotations.has(config, ConfigSchema.class);
    }

    /** Searches all supertypes for the trainer interface. */
    private static final class TrainerSearch {
        private final Types types;
        private @Nullable TypeElement config;
        private boolean unresolved;

        TrainerSearch(Types types) {
            this.types = types;
        }

        void visit(TypeMirror type) {
            for (TypeMirror above : types.directSupertypes(type)) {
                if (UnresolvedTypes.in(above)) {
                    unresolved = true;
                } else if (above instanceof DeclaredType declared && isTrainer(declared)) {
                    TypeMirror argument = declared.getTypeArguments().isEmpty()
                            ? null
                            : declared.getTypeArguments().get(0);
                    if (argument instanceof DeclaredType of && of.asElement() instanceof TypeElement element) {
                        config = element;
                    }
                } else {
                    visit(above);
                }
            }
        }

        private static boolean isTrainer(DeclaredType type) {
            return type.asElement() instanceof TypeElement element
                    && element.getQualifiedName().contentEquals(TRAINER);
        }
    }
}
