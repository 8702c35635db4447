package io.alchemi.processor.extract;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Class for which a {@code main} is generated.
 *
 * @param kind the kind of the command
 * @param element the class
 * @param name the subcommand
 * @param config the type that the class receives, or null if it does not implement the interface of its kind
 * @param unresolved true if a supertype does not exist yet; another processor may generate it
 */
public record CommandClass(
        CommandKind kind,
        TypeElement element,
        String name,
        @Nullable TypeElement config,
        boolean unresolved) {

    /** Extracts a class that has the annotation of a kind. */
    public static CommandClass of(TypeElement element, Types types) {
        CommandKind kind =
                Annotations.has(element, CommandKind.TRAINER.annotation()) ? CommandKind.TRAINER : CommandKind.ACTION;
        String name = Annotations.textOrNull(element, kind.annotation());
        InterfaceSearch search = new InterfaceSearch(types, kind.runtimePackage() + "." + kind.interfaceName());
        search.visit(element.asType());
        if (kind == CommandKind.ACTION
                && search.config != null
                && Annotations.has(search.config, CommandKind.CONFIGURED.recordAnnotation())) {
            kind = CommandKind.CONFIGURED;
        }
        return new CommandClass(kind, element, name == null ? "" : name, search.config, search.unresolved);
    }

    /** Returns true if the class receives a record without type parameters and with the annotation that generates its schema. */
    public boolean hasSchema() {
        return config != null
                && config.getKind() == ElementKind.RECORD
                && config.getTypeParameters().isEmpty()
                && Annotations.has(config, kind.recordAnnotation());
    }

    /** Searches all supertypes for an interface. */
    private static final class InterfaceSearch {
        private final Types types;
        private final String wanted;
        private @Nullable TypeElement config;
        private boolean unresolved;

        InterfaceSearch(Types types, String wanted) {
            this.types = types;
            this.wanted = wanted;
        }

        void visit(TypeMirror type) {
            for (TypeMirror above : types.directSupertypes(type)) {
                if (UnresolvedTypes.in(above)) {
                    unresolved = true;
                } else if (above instanceof DeclaredType declared && isWanted(declared)) {
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

        private boolean isWanted(DeclaredType type) {
            return type.asElement() instanceof TypeElement element
                    && element.getQualifiedName().contentEquals(wanted);
        }
    }
}
