package io.alchemi.processor.check;

import io.alchemi.processor.extract.AnnotatedElements;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.UnresolvedTypes;
import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Discriminator;
import io.alchemi.schema.GlobalBlock;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.schema.Key;
import io.alchemi.schema.Moved;
import io.alchemi.schema.Retired;
import io.alchemi.schema.Rule;
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

    /** The annotations on an enum or its constants that request generated documentation. */
    public static final List<Class<? extends Annotation>> OF_ENUMS =
            List.of(ConfigRecord.class, IgnoreCase.class, Key.class, Alias.class);

    private final AnnotatedElements annotated;
    private final Report problems = new Report();

    private PlacementCheck(AnnotatedElements annotated) {
        this.annotated = annotated;
    }

    /** Returns the problems of the elements of a round. */
    public static Report check(AnnotatedElements annotated) {
        PlacementCheck check = new PlacementCheck(annotated);
        check.members();
        check.fields(Key.class);
        check.fields(Alias.class);
        check.types();
        OF_RECORDS.forEach(check::records);
        return check.problems;
    }

    private void members() {
        for (Element element : annotated.with(IgnoreCase.class)) {
            if (element.getKind() != ElementKind.ENUM) {
                stray(element, IgnoreCase.class, "an enum");
            }
        }
        for (Element element : annotated.with(Rule.class)) {
            if (!isOfRecord(element)) {
                stray(element, Rule.class, "a method of a record");
            }
        }
        for (Element element : annotated.with(Discriminator.class)) {
            if (!isSealedInterface(element)) {
                stray(element, Discriminator.class, "a sealed interface");
            }
        }
        for (Element element : annotated.with(Key.class)) {
            if (element instanceof TypeElement type && !isPermitted(type)) {
                stray(element, Key.class, "a component, a constant, or a record that a sealed interface permits");
            }
        }
    }

    private void fields(Class<? extends Annotation> annotation) {
        for (Element element : annotated.with(annotation)) {
            if (element.getKind() == ElementKind.FIELD && !isOfRecord(element)) {
                stray(element, annotation, "a component of a record or a constant of an enum");
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
                        .anyMatch(above -> UnresolvedTypes.in(above) || isSealedInterface(JavaTypes.element(above)));
    }

    private static boolean isOfRecord(Element member) {
        Element holder = member.getEnclosingElement();
        return holder != null && holder.getKind() == ElementKind.RECORD;
    }

    private void types() {
        for (Element element : annotated.with(Retired.class)) {
            retired(element);
        }
        for (Element element : annotated.with(Retired.All.class)) {
            retired(element);
        }
        for (Element element : annotated.with(Moved.class)) {
            moved(element);
        }
        for (Element element : annotated.with(Moved.All.class)) {
            moved(element);
        }
    }

    private void retired(Element element) {
        if (element.getKind() != ElementKind.RECORD) {
            stray(element, Retired.class, "a record");
        }
    }

    private void moved(Element element) {
        if (!Annotations.has(element, ConfigSchema.class)) {
            stray(element, Moved.class, "the root of a schema, beside @ConfigSchema");
        }
    }

    private void records(Class<? extends Annotation> annotation) {
        for (Element element : annotated.with(annotation)) {
            boolean keepsDocs = element.getKind() == ElementKind.ENUM && OF_ENUMS.contains(annotation);
            if (!isPlainRecord(element) && !keepsDocs) {
                problems.report(element, SchemaWording.notARecord(element, annotation.getSimpleName()));
            }
        }
    }

    /** Returns true if an element is a record without type parameters. */
    public static boolean isPlainRecord(Element element) {
        return element.getKind() == ElementKind.RECORD
                && element instanceof TypeElement type
                && type.getTypeParameters().isEmpty();
    }

    private void stray(Element element, Class<?> annotation, String where) {
        problems.report(element, SchemaWording.strayAnnotation(element, annotation.getSimpleName(), where));
    }
}
