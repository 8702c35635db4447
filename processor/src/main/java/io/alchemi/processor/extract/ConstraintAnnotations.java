package io.alchemi.processor.extract;

import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.NumberConstraint.Divisor;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Reads constraint annotations. */
public final class ConstraintAnnotations {
    /** All constraint annotations of Alchemi. {@link JakartaConstraints} reads those of Jakarta Validation. */
    private static final List<Row> TABLE = List.of(
            new Row(SchemaAnnotation.RANGE, (range, component) -> range(range)),
            new Row(
                    SchemaAnnotation.MULTIPLE_OF,
                    (multiple, component) -> new Divisor(Annotations.whole(multiple, "value"))),
            new Row(SchemaAnnotation.BETWEEN, ConstraintAnnotations::between),
            new Row(SchemaAnnotation.LENGTH, (length, component) -> length(length)),
            new Row(SchemaAnnotation.MATCHES, ConstraintAnnotations::pattern));

    private ConstraintAnnotations() {}

    /** Annotation with the function that reads its constraint from it and from the annotated component. */
    private record Row(SchemaAnnotation annotation, BiFunction<AnnotationMirror, Element, Constraint> reader) {}

    /**
     * Constraint with its annotation.
     *
     * @param annotation the annotation
     * @param constraint the constraint
     */
    public record Stated(SchemaAnnotation annotation, Constraint constraint) {}

    /** Returns all constraint annotations. */
    public static List<SchemaAnnotation> annotations() {
        List<SchemaAnnotation> annotations = new ArrayList<>();
        for (Row row : TABLE) {
            annotations.add(row.annotation());
        }
        return annotations;
    }

    /** Returns the constraints from the annotations of a component. */
    public static List<Stated> of(Element component) {
        List<Stated> stated = new ArrayList<>();
        for (Row row : TABLE) {
            AnnotationMirror mirror = Annotations.find(component, row.annotation());
            if (mirror != null) {
                stated.add(new Stated(row.annotation(), row.reader().apply(mirror, component)));
            }
        }
        return stated;
    }

    private static Constraint range(AnnotationMirror range) {
        return new Bounds(
                Annotations.number(range, "min"),
                Annotations.truth(range, "minExclusive"),
                Annotations.number(range, "max"),
                Annotations.truth(range, "maxExclusive"));
    }

    private static Constraint between(AnnotationMirror between, Element component) {
        ScalarKind kind = JavaTypes.scalarKind(JavaTypes.innermost(component.asType()));
        return new ValueBounds(
                kind == null ? ScalarKind.STRING : kind,
                Annotations.text(between, "min"),
                Annotations.text(between, "max"));
    }

    private static Constraint length(AnnotationMirror length) {
        int exact = Annotations.whole(length, "value");
        return Annotations.isWritten(length, "value")
                ? new LengthBounds(exact, exact)
                : new LengthBounds(Annotations.whole(length, "min"), Annotations.whole(length, "max"));
    }

    private static Constraint pattern(AnnotationMirror matches, Element component) {
        return new StringPattern(
                Annotations.text(matches, "value"), Annotations.text(matches, "describedAs"), suggestions(component));
    }

    /** Returns the suggested values of a component in source order. */
    static List<String> suggestions(Element component) {
        List<String> values = new ArrayList<>();
        for (AnnotationMirror suggestion : Annotations.all(component, SchemaAnnotation.SUGGEST)) {
            values.add(Annotations.text(suggestion, "value"));
        }
        return values;
    }
}
