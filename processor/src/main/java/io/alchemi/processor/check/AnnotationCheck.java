package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Range;
import io.alchemi.schema.Suggest;
import java.util.Locale;
import javax.lang.model.type.TypeKind;

/** Annotations must stand on components of a type to which they apply. */
final class AnnotationCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Problems problems) {
        for (Component component : record.components()) {
            if (component.isSupported()) {
                checkNullability(record, component, problems);
                checkComponent(record, component, problems);
            }
        }
    }

    private static void checkComponent(ExtractedRecord record, Component component, Problems problems) {
        ValueType type = component.key().type();
        if (has(component, Range.class) && !(type instanceof IntegerType || type instanceof RealType)) {
            report(record, component, "@Range", "numbers", problems);
        }
        if (has(component, Matches.class) && !(type instanceof TextType)) {
            report(record, component, "@Matches", "a String", problems);
        }
        if (has(component, Input.class) && !(type instanceof PathType)) {
            report(record, component, "@Input", "a java.nio.file.Path", problems);
        }
        if (has(component, Flag.class) && type instanceof RecordType) {
            report(record, component, "@Flag", "single values; flag the keys of the record instead", problems);
        }
        boolean suggests = has(component, Suggest.class) || has(component, Suggest.All.class);
        if (suggests && !has(component, Matches.class)) {
            problems.report(component.place(), Wording.suggestionsWithoutPattern(record, component));
        }
    }

    private static void checkNullability(ExtractedRecord record, Component component, Problems problems) {
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

    private static void report(
            ExtractedRecord record, Component component, String annotation, String wanted, Problems problems) {
        problems.report(component.place(), Wording.misplaced(record, component, annotation, wanted));
    }
}
