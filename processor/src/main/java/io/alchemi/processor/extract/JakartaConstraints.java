package io.alchemi.processor.extract;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constraints of Jakarta Validation by name, without a dependency. Collects those that a description cannot
 * represent, since authors would otherwise expect them to apply to files.
 */
public final class JakartaConstraints {
    private static final String PACKAGE = "jakarta.validation.constraints.";
    private static final String CUSTOM = "jakarta.validation.Constraint";

    private static final String UNSUPPORTED = "is not supported";

    /** Matches the same in Java and ECMA 262, and the same as Jakarta's trimming. */
    private static final String NOT_BLANK = "[\\d\\D]*[^\\x00-\\x20][\\d\\D]*";

    private final KeySchema.Builder key;
    private final ValueType type;
    private final Element component;
    private final List<IgnoredConstraint> ignored = new ArrayList<>();

    private JakartaConstraints(KeySchema.Builder key, ValueType type, Element component) {
        this.key = key;
        this.type = type;
        this.component = component;
    }

    /**
     * Adds the constraints of a component to its key and returns those that are ignored.
     *
     * @param key the key
     * @param component the component
     * @param field its field, which has the annotations that do not target components
     * @param type its type in YAML
     */
    static List<IgnoredConstraint> add(KeySchema.Builder key, Element component, Element field, ValueType type) {
        JakartaConstraints reader = new JakartaConstraints(key, type, component);
        reader.readAll(type, component, field, component.asType(), field.asType());
        TypeMirror held = JavaTypes.isOptional(component.asType()) ? JavaTypes.argument(component.asType(), 0) : null;
        if (held != null) {
            reader.readAll(type, held);
        }
        reader.readItems(component.asType());
        return reader.ignored;
    }

    private void readItems(TypeMirror component) {
        ValueType on = type;
        TypeMirror at = component;
        TypeMirror item = JavaTypes.item(at);
        for (ValueType inner = on.element(); item != null && inner != null; inner = on.element()) {
            on = inner;
            if (!(at instanceof ArrayType)) { // An annotation before an array also applies to its items.
                readAll(on, item);
            }
            at = item;
            item = JavaTypes.item(at);
        }
    }

    /** Applies each annotation once. Compilers differ in where they keep one that targets both fields and types. */
    private void readAll(ValueType on, AnnotatedConstruct... places) {
        Map<String, AnnotationMirror> annotations = new LinkedHashMap<>();
        for (AnnotatedConstruct place : places) {
            for (AnnotationMirror mirror : place.getAnnotationMirrors()) {
                if (!Annotations.isOurs(mirror)) { // The text of an annotation takes long.
                    for (AnnotationMirror single : Annotations.unfolded(mirror)) {
                        annotations.putIfAbsent(single.toString(), single);
                    }
                }
            }
        }
        for (AnnotationMirror mirror : annotations.values()) {
            read(on, mirror);
        }
    }

    private void read(ValueType on, AnnotationMirror mirror) {
        String name = Annotations.nameOf(mirror);
        if (name.startsWith(PACKAGE)) {
            String simple = name.substring(PACKAGE.length());
            String reason = apply(on, simple, mirror);
            if (reason != null) {
                ignored.add(IgnoredConstraint.unchecked("@" + simple, reason));
            } else if (Annotations.isWritten(mirror, "message")) {
                ignored.add(new IgnoredConstraint(
                        "@" + simple,
                        "has a message that is never shown, because diagnostics state the constraint themselves",
                        "Remove the message, or use @Matches(describedAs = …) or @Rule instead"));
            }
        } else if (isConstraint(mirror)) {
            ignored.add(IgnoredConstraint.unchecked(simpleName(mirror), UNSUPPORTED));
        }
    }

    /** Returns the constraints on a method that is not an accessor. */
    public static List<IgnoredConstraint> of(ExecutableElement method) {
        List<IgnoredConstraint> ignored = new ArrayList<>();
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            if (Annotations.nameOf(mirror).startsWith(PACKAGE) || isConstraint(mirror)) {
                ignored.add(new IgnoredConstraint(
                        simpleName(mirror),
                        "applies to a method, so files are not checked against it",
                        "Use @Rule on a static method whose parameters are components instead"));
            }
        }
        return ignored;
    }

    private static boolean isConstraint(AnnotationMirror mirror) {
        return Annotations.find(mirror.getAnnotationType().asElement(), CUSTOM) != null;
    }

    private static String simpleName(AnnotationMirror mirror) {
        String name = Annotations.nameOf(mirror);
        return "@" + name.substring(name.lastIndexOf('.') + 1);
    }

    /** Applies a constraint. Returns the reason if it cannot be applied, otherwise null. */
    private @Nullable String apply(ValueType on, String name, AnnotationMirror mirror) {
        return switch (name) {
            case "NotNull" -> null;
            case "Min", "Max", "Positive", "PositiveOrZero", "Negative", "NegativeOrZero", "DecimalMin", "DecimalMax" ->
                on.holdsNumbers() ? number(name, mirror) : "applies only to numbers";
            case "Size", "NotEmpty" ->
                hasLength(on) ? length(name, mirror) : "applies only to strings and to whole lists, sets and maps";
            case "NotBlank", "Pattern" ->
                on.element() == null && on.leafKind() == ScalarKind.STRING
                        ? string(name, mirror)
                        : "applies only to strings";
            default -> UNSUPPORTED;
        };
    }

    /** Returns true if a length can be constrained. A description can constrain only the length of the whole value. */
    private boolean hasLength(ValueType on) {
        return on == type && LengthBounds.NONE.appliesTo(on);
    }

    private @Nullable String number(String name, AnnotationMirror mirror) {
        double bound = 0;
        boolean exclusive = false;
        if (name.startsWith("Decimal")) {
            exclusive = !Annotations.truth(mirror, "inclusive");
            try {
                bound = Double.parseDouble(Annotations.text(mirror, "value"));
            } catch (NumberFormatException refused) {
                return "has a value that is not a number";
            }
        } else if (name.equals("Min") || name.equals("Max")) {
            bound = Annotations.number(mirror, "value");
        } else {
            exclusive = !name.endsWith("OrZero");
        }
        if (name.endsWith("Max") || name.startsWith("Negative")) {
            key.constraint(new Bounds(Double.NEGATIVE_INFINITY, false, bound, exclusive));
        } else {
            key.constraint(new Bounds(bound, exclusive, Double.POSITIVE_INFINITY, false));
        }
        return null;
    }

    private @Nullable String length(String name, AnnotationMirror mirror) {
        if (name.equals("NotEmpty")) {
            key.constraint(new LengthBounds(1, Integer.MAX_VALUE));
        } else {
            key.constraint(new LengthBounds(Annotations.whole(mirror, "min"), Annotations.whole(mirror, "max")));
        }
        return null;
    }

    private @Nullable String string(String name, AnnotationMirror mirror) {
        if (name.equals("Pattern") && Annotations.holdsItems(mirror, "flags")) {
            return "has flags, which JSON Schema does not support";
        }
        String regex = name.equals("Pattern") ? Annotations.text(mirror, "regexp") : NOT_BLANK;
        String described = name.equals("Pattern") ? "a string that matches " + regex : "a non-blank string";
        if (key.has(StringPattern.class)) {
            return "is a second pattern, and a string can have only one";
        }
        key.constraint(new StringPattern(regex, described, ConstraintAnnotations.suggestions(component)));
        return null;
    }
}
