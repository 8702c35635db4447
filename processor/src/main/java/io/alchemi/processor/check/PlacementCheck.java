package io.alchemi.processor.check;

import io.alchemi.processor.extract.AnnotatedElements;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.SchemaAnnotation;
import io.alchemi.processor.extract.UnresolvedTypes;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Requires that annotations are on elements to which they apply, including those that no schema reaches. */
public final class PlacementCheck {
    /** The annotations on a record that request generated code. */
    public static final List<SchemaAnnotation> OF_RECORDS =
            List.of(SchemaAnnotation.CONFIG_SCHEMA, SchemaAnnotation.CONFIG_RECORD, SchemaAnnotation.GLOBAL_BLOCK);

    private final AnnotatedElements annotated;
    private final Report problems = new Report();

    private PlacementCheck(AnnotatedElements annotated) {
        this.annotated = annotated;
    }

    /** Returns the problems of the elements of a round. */
    public static Report check(AnnotatedElements annotated) {
        PlacementCheck check = new PlacementCheck(annotated);
        check.checkMembers();
        check.checkFields(SchemaAnnotation.KEY);
        check.checkFields(SchemaAnnotation.ALIAS);
        check.checkTypes();
        for (SchemaAnnotation annotation : OF_RECORDS) {
            check.checkRecords(annotation);
        }
        return check.problems;
    }

    private void checkMembers() {
        for (Element element : annotated.with(SchemaAnnotation.RULE)) {
            if (!isOfRecord(element)) {
                reportStray(element, SchemaAnnotation.RULE, "a method of a record");
            }
        }
        for (Element element : annotated.with(SchemaAnnotation.DISCRIMINATOR)) {
            if (!isSealedInterface(element)) {
                reportStray(element, SchemaAnnotation.DISCRIMINATOR, "a sealed interface");
            }
        }
        for (Element element : annotated.with(SchemaAnnotation.COMMAND)) {
            if (Annotations.has(element, SchemaAnnotation.TRAINER_COMMAND)) {
                reportStray(element, SchemaAnnotation.COMMAND, "classes without @TrainerCommand");
            }
        }
        for (Element element : annotated.with(SchemaAnnotation.CONFIG_RECORD)) {
            if (Annotations.has(element, SchemaAnnotation.CONFIG_SCHEMA)) {
                reportStray(element, SchemaAnnotation.CONFIG_RECORD, "records without @ConfigSchema");
            }
        }
        for (Element element : annotated.with(SchemaAnnotation.KEY)) {
            if (element instanceof TypeElement type && !isPermitted(type)) {
                reportStray(
                        element,
                        SchemaAnnotation.KEY,
                        "a component, a constant, or a record that a sealed interface permits");
            }
        }
    }

    private void checkFields(SchemaAnnotation annotation) {
        for (Element element : annotated.with(annotation)) {
            if (element.getKind() == ElementKind.FIELD && !isOfRecord(element)) {
                reportStray(element, annotation, "a component of a record or a constant of an enum");
            }
        }
    }

    private static boolean isSealedInterface(@Nullable Element element) {
        return element != null
                && element.getKind() == ElementKind.INTERFACE
                && element.getModifiers().contains(Modifier.SEALED);
    }

    private static boolean isPermitted(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                && type.getInterfaces().stream()
                        .anyMatch(supertype ->
                                UnresolvedTypes.in(supertype) || isSealedInterface(JavaTypes.element(supertype)));
    }

    private static boolean isOfRecord(Element member) {
        Element holder = member.getEnclosingElement();
        return holder != null && holder.getKind() == ElementKind.RECORD;
    }

    private void checkTypes() {
        require(ElementKind.ENUM, "an enum", SchemaAnnotation.IGNORE_CASE);
        require(ElementKind.RECORD, "a record", SchemaAnnotation.RETIRED);
        require(ElementKind.RECORD, "a record", SchemaAnnotation.MOVED);
        for (Element element : annotated.with(SchemaAnnotation.METRIC)) {
            if (!Annotations.has(element, SchemaAnnotation.TRAINER_COMMAND)) {
                reportStray(element, SchemaAnnotation.METRIC, "a trainer, beside @TrainerCommand");
            }
        }
    }

    private void require(ElementKind kind, String what, SchemaAnnotation annotation) {
        for (Element element : annotated.with(annotation)) {
            if (element.getKind() != kind) {
                reportStray(element, annotation, what);
            }
        }
    }

    private void checkRecords(SchemaAnnotation annotation) {
        for (Element element : annotated.with(annotation)) {
            boolean isEnumWithDocs =
                    element.getKind() == ElementKind.ENUM && annotation == SchemaAnnotation.CONFIG_RECORD;
            if (!isRecord(element, annotation) && !isEnumWithDocs) {
                problems.report(element, SchemaWording.notARecord(element, annotation));
            }
        }
    }

    /** Returns true if an element is a record, and has no type parameters unless the annotation allows them. */
    public static boolean isRecord(Element element, SchemaAnnotation annotation) {
        return element.getKind() == ElementKind.RECORD
                && element instanceof TypeElement type
                && (type.getTypeParameters().isEmpty() || annotation == SchemaAnnotation.CONFIG_RECORD);
    }

    private void reportStray(Element element, SchemaAnnotation annotation, String targets) {
        problems.report(element, SchemaWording.strayAnnotation(element, annotation.simpleName(), targets));
    }
}
