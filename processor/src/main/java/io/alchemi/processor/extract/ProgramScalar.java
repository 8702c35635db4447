package io.alchemi.processor.extract;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A class or record of the program whose values are scalars in YAML, because it has a factory with {@link ConfigValue}.
 *
 * @param factory the factory
 * @param kind the scalar that the factory takes
 */
public record ProgramScalar(ExecutableElement factory, ScalarKind kind) {

    /** Returns the methods of a type that are annotated as factories. */
    static List<ExecutableElement> factories(TypeElement type) {
        List<ExecutableElement> factories = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, SchemaAnnotation.CONFIG_VALUE)) {
                factories.add(method);
            }
        }
        return factories;
    }

    /** Returns the scalar that a type is, or null if the type has no factory or one that cannot be called. */
    public static @Nullable ProgramScalar of(TypeMirror type) {
        TypeElement element = JavaTypes.element(type);
        List<ExecutableElement> factories = element == null ? List.of() : factories(element);
        if (element == null
                || factories.size() != 1
                || !element.getTypeParameters().isEmpty()) {
            return null;
        }
        ExecutableElement factory = factories.get(0);
        ScalarKind kind = factory.getParameters().size() == 1
                ? JavaTypes.scalarKind(factory.getParameters().get(0).asType())
                : null;
        boolean takesScalar = kind == ScalarKind.STRING
                || kind == ScalarKind.INT
                || kind == ScalarKind.LONG
                || kind == ScalarKind.DOUBLE;
        boolean callable = factory.getModifiers().contains(Modifier.STATIC)
                && !factory.getModifiers().contains(Modifier.PRIVATE)
                && factory.getTypeParameters().isEmpty()
                && element.equals(JavaTypes.element(factory.getReturnType()));
        return kind != null && takesScalar && callable ? new ProgramScalar(factory, kind) : null;
    }

    /** Returns the pattern of the strings that the factory takes, or null. */
    @Nullable
    StringPattern pattern() {
        String regex = stated("pattern");
        if (regex.isEmpty()) {
            return null;
        }
        String described = stated("describedAs");
        return new StringPattern(regex, described.isEmpty() ? "a string of the form " + regex : described, List.of());
    }

    /** Returns the JSON Schema format of the strings that the factory takes, or an empty string. */
    String format() {
        return stated("format");
    }

    /** Returns the only component of a record, or null. */
    public @Nullable String component() {
        TypeElement type = JavaTypes.element(factory.getReturnType());
        List<? extends RecordComponentElement> components = type == null ? List.of() : type.getRecordComponents();
        return components.size() == 1 ? components.get(0).getSimpleName().toString() : null;
    }

    /** Returns the elements of the annotation that apply to strings only, although the factory takes a number. */
    public List<String> misplaced() {
        return kind == ScalarKind.STRING
                ? List.of()
                : Stream.of("pattern", "describedAs", "format")
                        .filter(element -> !stated(element).isEmpty())
                        .toList();
    }

    private String stated(String element) {
        AnnotationMirror annotation = Annotations.find(factory, SchemaAnnotation.CONFIG_VALUE);
        return annotation == null ? "" : Annotations.text(annotation, element);
    }
}
