package io.alchemi.processor.check;

import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ConstraintAnnotations;
import io.alchemi.processor.extract.ConstraintAnnotations.Stated;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.util.List;
import java.util.Locale;
import javax.lang.model.type.TypeKind;

/** Requires that an annotation applies to the type of its component. */
final class AnnotationCheck implements RecordCheck {
    private static final String REMOVE = "Remove it.";

    /** The defaults of collections that hold no secret. */
    private static final List<String> EMPTY = List.of("[]", "{}");

    /** The annotations of keys of any type. */
    private static final List<SchemaAnnotation> OF_KEYS = List.of(
            SchemaAnnotation.KEY,
            SchemaAnnotation.ALIAS,
            SchemaAnnotation.DEFAULT,
            SchemaAnnotation.EXAMPLE,
            SchemaAnnotation.REQUIRED_IF);

    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            if (component.isSupported()) {
                checkNullability(record, component, problems);
                checkComponent(record, component, problems);
            }
        }
    }

    private static void checkComponent(ExtractedRecord record, Component component, Report problems) {
        ValueType type = component.key().type();
        ScalarKind kind = type.leafKind();
        Applicability applicability = new Applicability(record, component, problems);
        for (Stated stated : ConstraintAnnotations.of(component.element())) {
            applicability.require(
                    stated.annotation(),
                    stated.constraint().appliesTo(type),
                    stated.constraint().applicableTypes(),
                    REMOVE);
            if (stated.constraint().appliesTo(type)) {
                checkBounds(record, component, stated, problems);
            }
        }
        applicability.require(SchemaAnnotation.UNIT, type.holdsNumbers(), "numbers", REMOVE);
        applicability.require(SchemaAnnotation.INPUT, kind != null && kind.isPath(), "a java.nio.file.Path", REMOVE);
        applicability.require(SchemaAnnotation.SECRET, kind == ScalarKind.SECRET, "a String", REMOVE);
        if (component.flattened() != null) {
            checkFlattened(record, component, problems);
        }
        if (kind == ScalarKind.SECRET) {
            checkSecret(record, component, problems);
        }
        boolean isAny = type.leaf() instanceof AnyType;
        applicability.require(
                SchemaAnnotation.FLAG,
                type.records().isEmpty() && !(type instanceof MapType) && !isAny,
                "scalars and lists of scalars",
                type.records().isEmpty() ? REMOVE : "Annotate the components of the record instead.");
        boolean isList = type instanceof ListType list && list.item().isSingle();
        applicability.require(
                SchemaAnnotation.OPERAND, type.isSingle() || isList, "single values and lists of them", REMOVE);
        if (has(component, SchemaAnnotation.OPERAND) && has(component, SchemaAnnotation.FLAG)) {
            problems.report(component.place(), RecordWording.operandWithFlag(record, component));
        }
        if (has(component, SchemaAnnotation.SUGGEST) && component.key().pattern() == null) {
            problems.report(component.place(), RecordWording.suggestionsWithoutPattern(record, component));
        }
    }

    /** Reports a constraint that excludes nothing, and an exclusive bound that is missing. */
    private static void checkBounds(ExtractedRecord record, Component component, Stated stated, Report problems) {
        Constraint constraint = stated.constraint();
        boolean isExclusive = false;
        if (constraint instanceof Bounds bounds) {
            if (bounds.minExclusive() && bounds.min() == Double.NEGATIVE_INFINITY) {
                problems.report(component.place(), RecordWording.withoutBound(record, component, "min"));
            }
            if (bounds.maxExclusive() && bounds.max() == Double.POSITIVE_INFINITY) {
                problems.report(component.place(), RecordWording.withoutBound(record, component, "max"));
            }
            isExclusive = bounds.minExclusive() || bounds.maxExclusive();
        }
        if (constraint.text().isEmpty() && !isExclusive) {
            problems.report(component.place(), RecordWording.unbounded(record, component, stated.annotation()));
        }
    }

    /** Reports annotations of a key, except those that do not apply to records. */
    private static void checkFlattened(ExtractedRecord record, Component component, Report problems) {
        for (SchemaAnnotation annotation : OF_KEYS) {
            if (has(component, annotation)) {
                problems.report(
                        component.place(),
                        RecordWording.flattenedWith(record, component, "@" + annotation.simpleName()));
            }
        }
    }

    private static void checkSecret(ExtractedRecord record, Component component, Report problems) {
        String defaultText = component.key().defaultText();
        boolean isEmpty = defaultText != null && EMPTY.contains(defaultText);
        for (SchemaAnnotation annotation :
                List.of(SchemaAnnotation.DEFAULT, SchemaAnnotation.FLAG, SchemaAnnotation.OPERAND)) {
            if (has(component, annotation) && !(annotation == SchemaAnnotation.DEFAULT && isEmpty)) {
                problems.report(
                        component.place(), RecordWording.openSecret(record, component, "@" + annotation.simpleName()));
            }
        }
    }

    /** Reports annotations that do not apply to one component. */
    private record Applicability(ExtractedRecord record, Component component, Report problems) {
        void require(SchemaAnnotation annotation, boolean applies, String types, String fix) {
            if (!applies && has(component, annotation)) {
                String name = "@" + annotation.simpleName();
                problems.report(component.place(), RecordWording.misplaced(record, component, name, types, fix));
            }
        }
    }

    private static void checkNullability(ExtractedRecord record, Component component, Report problems) {
        KeySchema key = component.key();
        TypeKind kind = component.type().getKind();
        if (key.nullable() && kind.isPrimitive()) {
            problems.report(component.place(), RecordWording.nullablePrimitive(record, component, box(kind)));
        }
    }

    private static String box(TypeKind kind) {
        ScalarKind scalar = ScalarKind.ofJavaType(kind.name().toLowerCase(Locale.ROOT));
        return scalar == null ? "its box" : scalar.javaType().getSimpleName();
    }

    private static boolean has(Component component, SchemaAnnotation annotation) {
        return Annotations.has(component.element(), annotation);
    }
}
