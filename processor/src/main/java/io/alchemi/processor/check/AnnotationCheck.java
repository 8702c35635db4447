package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
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
import io.alchemi.schema.Alias;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Key;
import io.alchemi.schema.Operand;
import io.alchemi.schema.RequiredIf;
import io.alchemi.schema.Secret;
import io.alchemi.schema.Suggest;
import io.alchemi.schema.Unit;
import java.util.List;
import java.util.Locale;
import javax.lang.model.type.TypeKind;

/** Requires that an annotation applies to the type of its component. */
final class AnnotationCheck implements RecordCheck {
    private static final String REMOVE = "Remove it.";

    /** The defaults of collections that hold no secret. */
    private static final List<String> EMPTY = List.of("[]", "{}");

    /** The annotations of keys of any type. */
    private static final List<Class<?>> OF_KEYS =
            List.of(Key.class, Alias.class, Default.class, Example.class, RequiredIf.class);

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
        }
        applicability.require(Unit.class, type.holdsNumbers(), "numbers", REMOVE);
        applicability.require(Input.class, kind != null && kind.isPath(), "a java.nio.file.Path", REMOVE);
        applicability.require(Secret.class, kind == ScalarKind.SECRET, "a String", REMOVE);
        if (component.flattened() != null) {
            checkFlattened(record, component, problems);
        }
        if (kind == ScalarKind.SECRET) {
            checkSecret(record, component, problems);
        }
        boolean isAny = type.leaf() instanceof AnyType;
        applicability.require(
                Flag.class,
                type.records().isEmpty() && !(type instanceof MapType) && !isAny,
                "scalars and lists of scalars",
                type.records().isEmpty() ? REMOVE : "Annotate the components of the record instead.");
        boolean isList = type instanceof ListType list && list.item().isSingle();
        applicability.require(Operand.class, type.isSingle() || isList, "single values and lists of them", REMOVE);
        if (has(component, Operand.class) && has(component, Flag.class)) {
            problems.report(component.place(), RecordWording.operandWithFlag(record, component));
        }
        boolean suggests = has(component, Suggest.class) || has(component, Suggest.All.class);
        if (suggests && component.key().pattern() == null) {
            problems.report(component.place(), RecordWording.suggestionsWithoutPattern(record, component));
        }
    }

    /** Reports annotations of a key, except those that do not apply to records. */
    private static void checkFlattened(ExtractedRecord record, Component component, Report problems) {
        for (Class<?> annotation : OF_KEYS) {
            if (has(component, annotation)) {
                problems.report(
                        component.place(),
                        RecordWording.flattenedWith(record, component, "@" + annotation.getSimpleName()));
            }
        }
    }

    private static void checkSecret(ExtractedRecord record, Component component, Report problems) {
        String defaultText = component.key().defaultText();
        boolean isEmpty = defaultText != null && EMPTY.contains(defaultText);
        for (Class<?> annotation : List.of(Default.class, Flag.class, Operand.class)) {
            if (has(component, annotation) && !(annotation == Default.class && isEmpty)) {
                problems.report(
                        component.place(),
                        RecordWording.openSecret(record, component, "@" + annotation.getSimpleName()));
            }
        }
    }

    /** Reports annotations that do not apply to one component. */
    private record Applicability(ExtractedRecord record, Component component, Report problems) {
        void require(Class<?> annotation, boolean applies, String types, String fix) {
            if (!applies && has(component, annotation)) {
                String name = "@" + annotation.getSimpleName();
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

    private static boolean has(Component component, Class<?> annotation) {
        return Annotations.has(component.element(), annotation);
    }
}
