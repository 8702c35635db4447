package io.alchemi.processor.check;

import io.alchemi.processor.extract.AnnotatedElements;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.UnresolvedTypes;
import io.alchemi.schema.Alias;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Discriminator;
import io.alchemi.schema.GlobalBlock;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.schema.Key;
import io.alchemi.schema.Metric;
import io.alchemi.schema.Moved;
import io.alchemi.schema.Retired;
import io.alchemi.schema.Rule;
import io.alchemi.schema.TrainerCommand;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Requires that annotations are on elements to which they apply, including those that no schema reaches. */
public final class PlacementCheck {
    /** The annotations on a record that request generated code. */
    public static final List<Class<? extends Annotation>> OF_RECORDS =
            List.of(ConfigSchema.class, ConfigRecord.class, GlobalBlock.class);

    private final AnnotatedElements annotated;
    private final Report problems = new Report();

    private PlacementCheck(AnnotatedElements annotated) {
        this.annotated = annotated;
    }

    /** Returns the problems of the elements of a round. */
    public static Report check(AnnotatedElements annotated) {
        PlacementCheck check = new PlacementCheck(annotated);
        check.checkMembers();
        check.checkFields(Key.class);
        check.checkFields(Alias.class);
        check.checkTypes();
        for (Class<? extends Annotation> annotation : OF_RECORDS) {
            check.checkRecords(annotation);
        }
        return check.problems;
    }

    private void checkMembers() {
        for (Element element : annotated.with(IgnoreCase.class)) {
            if (element.getKind() != ElementKind.ENUM) {
                reportStray(element, IgnoreCase.class, "an enum");
            }
        }
        for (Element element : annotated.with(Rule.class)) {
            if (!isOfRecord(element)) {
                reportStray(element, Rule.class, "a method of a record");
            }
        }
        for (Element element : annotated.with(Discriminator.class)) {
            if (!isSealedInterface(element)) {
                reportStray(element, Discriminator.class, "a sealed interface");
            }
        }
        for (Element element : annotated.with(Command.class)) {
            if (Annotations.has(element, TrainerCommand.class)) {
                reportStray(element, Command.class, "classes without @TrainerCommand");
            }
        }
        for (Element element : annotated.with(ConfigRecord.class)) {
            if (Annotations.has(element, ConfigSchema.class)) {
                reportStray(element, ConfigRecord.class, "records without @ConfigSchema");
            }
        }
        for (Element element : annotated.with(Key.class)) {
            if (element instanceof TypeElement type && !isPermitted(type)) {
                reportStray(element, Key.class, "a component, a constant, or a record that a sealed interface permits");
            }
        }
    }

    private void checkFields(Class<? extends Annotation> annotation) {
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
        for (Element element : annotated.with(Retired.class)) {
            checkRetired(element);
        }
        for (Element element : annotated.with(Retired.All.class)) {
            checkRetired(element);
        }
        for (Element element : annotated.with(Metric.class)) {
            checkMetric(element);
        }
        for (Element element : annotated.with(Metric.All.class)) {
            checkMetric(element);
        }
        for (Element element : annotated.with(Moved.class)) {
            checkMoved(element);
        }
        for (Element element : annotated.with(Moved.All.class)) {
            checkMoved(element);
        }
    }

    private void checkRetired(Element element) {
        if (element.getKind() != ElementKind.RECORD) {
            reportStray(element, Retired.class, "a record");
        }
    }

    private void checkMetric(Element element) {
        if (!Annotations.has(element, TrainerCommand.class)) {
            reportStray(element, Metric.class, "a trainer, beside @TrainerCommand");
        }
    }

    private void checkMoved(Element element) {
        if (element.getKind() != ElementKind.RECORD) {
            reportStray(element, Moved.class, "a record");
        }
    }

    private void checkRecords(Class<? extends Annotation> annotation) {
        for (Element element : annotated.with(annotation)) {
            boolean isEnumWithDocs = element.getKind() == ElementKind.ENUM && annotation == ConfigRecord.class;
            if (!isRecord(element, annotation) && !isEnumWithDocs) {
                problems.report(element, SchemaWording.notARecord(element, annotation));
            }
        }
    }

    /** Returns true if an element is a record, and has no type parameters unless the annotation allows them. */
    public static boolean isRecord(Element element, Class<? extends Annotation> annotation) {
        return element.getKind() == ElementKind.RECORD
                && element instanceof TypeElement type
                && (type.getTypeParameters().isEmpty() || annotation == ConfigRecord.class);
    }

    private void reportStray(Element element, Class<?> annotation, String targets) {
        problems.report(element, SchemaWording.strayAnnotation(element, annotation.getSimpleName(), targets));
    }
}
