package io.alchemi.processor.check;

import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.ProgramScalar;
import io.alchemi.processor.extract.TypeFault;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Requires that types are supported and accessible to generated code. */
final class TypeCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        if (isPrivate(record.element())) {
            problems.report(record.element(), TypeWording.privateType(record.element()));
        }
        if (record.isUnreadable()) {
            problems.report(record.element(), RecordWording.unknownConstant(record.shown()));
        }
        for (Component component : record.components()) {
            for (TypeFault fault : component.faults()) {
                problems.report(component.place(), TypeWording.fault(record, component, fault));
            }
            if (component.isSupported()) {
                checkParts(record, component, problems);
            }
        }
    }

    /** Checks the types that a component refers to, except records, which are checked separately. */
    private static void checkParts(ExtractedRecord record, Component component, Report problems) {
        if (component.key().defaultText() != null && JavaTypes.isOptional(component.type())) {
            problems.report(component.place(), TypeWording.optionalDefault(record, component));
        }
        for (EnumType type : component.key().type().enums()) {
            if (record.schema().enumOf(type).constants().isEmpty()) {
                problems.report(component.place(), TypeWording.emptyEnum(record, component, type.type()));
            }
        }
        for (TypeElement named : JavaTypes.named(component.type())) {
            ProgramScalar made = ProgramScalar.of(named.asType());
            if ((named.getKind() != ElementKind.RECORD || made != null) && isPrivate(named)) {
                problems.report(component.place(), TypeWording.privateType(named));
            } else if (made != null && !isPublicOrNear(made.factory(), record.element())) {
                problems.report(component.place(), TypeWording.hiddenFactory(record, component, made));
            } else if (made != null && !made.misplaced().isEmpty()) {
                problems.report(component.place(), TypeWording.numberFactory(record, component, made));
            }
        }
    }

    private static boolean isPublicOrNear(Element method, Element record) {
        return method.getModifiers().contains(Modifier.PUBLIC) || Objects.equals(packageOf(method), packageOf(record));
    }

    private static @Nullable Element packageOf(Element element) {
        Element current = element;
        while (current != null && current.getKind() != ElementKind.PACKAGE) {
            current = current.getEnclosingElement();
        }
        return current;
    }

    private static boolean isPrivate(TypeElement type) {
        Element current = type;
        while (current instanceof TypeElement enclosing) {
            if (enclosing.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
            current = enclosing.getEnclosingElement();
        }
        return false;
    }
}
