package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotations from their mirrors. This needs no proxy classes, and unresolved values do not throw.
 */
public final class Annotations {
    /** Value that the compiler returns for a string constant that it cannot resolve yet. */
    private static final String UNRESOLVED = "<error>";

    private Annotations() {}

    /** Returns an annotation, or null. */
    public static @Nullable AnnotationMirror find(AnnotatedConstruct annotated, SchemaAnnotation annotation) {
        return find(annotated, annotation.qualifiedName());
    }

    /** Returns the annotation with the qualified name of its type, or null. */
    public static @Nullable AnnotationMirror find(AnnotatedConstruct annotated, String type) {
        for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
            if (isOf(mirror, type)) {
                return mirror;
            }
        }
        return null;
    }

    /** Returns true if there is an annotation, or several of a repeatable one. */
    public static boolean has(AnnotatedConstruct annotated, SchemaAnnotation annotation) {
        return !all(annotated, annotation).isEmpty();
    }

    /** Returns all annotations of a repeatable type in source order. */
    public static List<AnnotationMirror> all(AnnotatedConstruct annotated, SchemaAnnotation annotation) {
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
            if (isOf(mirror, annotation.qualifiedName())) {
                found.add(mirror);
            } else if (isOf(mirror, annotation.container())) {
                found.addAll(held(mirror));
            }
        }
        return found;
    }

    /** Returns the annotations in a container annotation. */
    private static List<AnnotationMirror> held(AnnotationMirror container) {
        List<AnnotationMirror> found = new ArrayList<>();
        if (value(container, "value") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof AnnotationValue one && one.getValue() instanceof AnnotationMirror inner) {
                    found.add(inner);
                }
            }
        }
        return found;
    }

    /** Returns a string member, or an empty string if it does not compile. */
    public static String text(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof String text ? text : "";
    }

    /** Returns a string array member. */
    public static List<String> texts(AnnotationMirror mirror, String member) {
        List<String> texts = new ArrayList<>();
        if (value(mirror, member) instanceof List<?> values) {
            for (Object value : values) {
                if (value instanceof AnnotationValue one && one.getValue() instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** Returns the string array {@code value} of an annotation, or an empty list if there is no such annotation. */
    static List<String> texts(AnnotatedConstruct annotated, SchemaAnnotation annotation) {
        AnnotationMirror mirror = find(annotated, annotation);
        return mirror == null ? List.of() : texts(mirror, "value");
    }

    /** Returns the string {@code value} of an annotation, or null if there is no such annotation. */
    static @Nullable String textOrNull(AnnotatedConstruct annotated, SchemaAnnotation annotation) {
        AnnotationMirror mirror = find(annotated, annotation);
        return mirror == null ? null : text(mirror, "value");
    }

    /** Returns a class member, or null if it does not compile. */
    static @Nullable TypeMirror type(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof TypeMirror type ? type : null;
    }

    /** Returns a numeric member, or NaN if it does not compile. */
    static double number(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Returns an int member, or {@link Integer#MIN_VALUE} if it does not compile. */
    static int whole(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof Integer number ? number : Integer.MIN_VALUE;
    }

    /** Returns an enum member as the constant of the same name, or a fallback if it does not compile. */
    static <E extends Enum<E>> E constant(AnnotationMirror mirror, String member, E fallback) {
        return value(mirror, member) instanceof VariableElement constant
                ? Enum.valueOf(
                        fallback.getDeclaringClass(), constant.getSimpleName().toString())
                : fallback;
    }

    /** Returns true if a member is set explicitly. */
    public static boolean isWritten(AnnotationMirror mirror, String member) {
        return mirror.getElementValues().keySet().stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(member));
    }

    /** Returns true if an array member is not empty. */
    static boolean holdsItems(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof List<?> items && !items.isEmpty();
    }

    /** Returns the content of a {@code List}, the container annotation of Jakarta Validation, or else the annotation itself. */
    static List<AnnotationMirror> unfolded(AnnotationMirror mirror) {
        return nameOf(mirror).endsWith(".List") ? held(mirror) : List.of(mirror);
    }

    /** Returns a boolean member. */
    static boolean truth(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof Boolean truth && truth;
    }

    /** Returns true if an element has an annotation of Alchemi. */
    static boolean hasOurs(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Annotations::isOurs);
    }

    /** Returns true if an annotation is one of Alchemi's. */
    static boolean isOurs(AnnotationMirror mirror) {
        return isOurs(nameOf(mirror));
    }

    /** Returns true if the qualified name of an annotation is one of Alchemi's. */
    static boolean isOurs(String name) {
        return name.startsWith(SchemaAnnotation.PACKAGE);
    }

    /** Returns true if one of Alchemi's annotations refers to a constant or class that does not exist yet. */
    public static boolean unresolved(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isOurs(mirror) && unresolved(mirror)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unresolved(AnnotationMirror mirror) {
        for (AnnotationValue value : mirror.getElementValues().values()) {
            if (unresolved(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unresolved(AnnotationValue value) {
        Object held = value.getValue();
        if (held instanceof List<?> values) {
            for (Object item : values) {
                if (item instanceof AnnotationValue one && unresolved(one)) {
                    return true;
                }
            }
        }
        if (held instanceof TypeMirror type) {
            return type.getKind() == TypeKind.ERROR;
        }
        return held instanceof AnnotationMirror inner ? unresolved(inner) : UNRESOLVED.equals(held);
    }

    private static @Nullable Object value(AnnotationMirror mirror, String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue().getValue();
            }
        }
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            AnnotationValue value = method.getDefaultValue();
            if (value != null && method.getSimpleName().contentEquals(member)) {
                return value.getValue();
            }
        }
        return null;
    }

    private static boolean isOf(AnnotationMirror mirror, String type) {
        return nameOf(mirror).equals(type);
    }

    /** Returns the qualified name of the type of an annotation. */
    static String nameOf(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : "";
    }
}
