package io.alchemi.processor.check;

import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.Component.Support;
import io.alchemi.processor.extract.ExtractedRecord;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Types must have a form in YAML and be visible to generated code. */
final class TypeCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Problems problems) {
        if (isPrivate(record.element())) {
            problems.report(record.element(), Wording.privateType(record.element()));
        }
        for (Component component : record.components()) {
            if (component.support() == Support.UNSUPPORTED) {
                problems.report(component.place(), Wording.unsupportedType(record, component));
            } else if (component.key().type() instanceof EnumType type) {
                checkEnum(record, component, type, problems);
            }
        }
    }

    private static void checkEnum(ExtractedRecord record, Component component, EnumType type, Problems problems) {
        if (record.schema().enumOf(type).constants().isEmpty()) {
            problems.report(component.place(), Wording.emptyEnum(record, component, type.type()));
        }
        if (component.element().asType() instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && isPrivate(element)) {
            problems.report(component.place(), Wording.privateType(element));
        }
    }

    private static boolean isPrivate(TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement enclosing) {
            if (enclosing.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
            at = enclosing.getEnclosingElement();
        }
        return false;
    }
}
