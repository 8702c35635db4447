package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.TypeParts;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Length;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Range;
import io.alchemi.schema.Suggest;
import io.alchemi.schema.Unit;
import java.util.Locale;
import javax.lang.model.type.TypeKind;

/** Annotations must stand on components of a type to which they apply. */
final class AnnotationCheck implements RecordCheck {
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
        ValueType leaf = TypeParts.leaf(type);
        boolean number = leaf instanceof IntegerType || leaf instanceof RealType;
        Judged judged = new Judged(record, component, problems);
        judged.applies(Range.class, number, "numbers");
        judged.applies(Unit.class, number, "numbers");
        judged.applies(Matches.class, leaf instanceof TextType, "a String");
        judged.applies(Input.class, leaf instanceof PathType, "a java.nio.file.Path");
        boolean collection = type instanceof ListType || type instanceof MapType;
        judged.applies(
                Length.class, collection || type instanceof TextType, "a String, a collection, an array or a map");
        judged.applies(
                Flag.class,
                TypeParts.records(type).isEmpty() && !(type instanceof MapType),
                "single values; flag the keys of the record instead");
        boolean suggests = has(component, Suggest.class) || has(component, Suggest.All.class);
        if (suggests && component.key().pattern() == null) {
            problems.report(component.place(), Wording.suggestionsWithoutPattern(record, component));
        }
    }

    /** One component. */
    private record Judged(ExtractedRecord record, Component component, Report problems) {
        void applies(Class<?> annotation, boolean applies, String wanted) {
            if (!applies && has(component, annotation)) {
                String name = "@" + annotation.getSimpleName();
                problems.report(component.place(), Wording.misplaced(record, component, name, wanted));
            }
        }
    }

    private static void checkNullability(ExtractedRecord record, Component component, Report problems) {
        KeySchema key = component.key();
        TypeKind kind = component.element().asType().getKind();
        if (key.nullable() && kind.isPrimitive()) {
            problems.report(component.place(), Wording.nullablePrimitive(record, component, box(kind)));
        }
    }

    private static String box(TypeKind kind) {
        String name = kind.name();
        return kind == TypeKind.INT
                ? "Integer"
                : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static boolean has(Component component, Class<?> annotation) {
        return Annotations.has(component.element(), annotation);
    }
}
