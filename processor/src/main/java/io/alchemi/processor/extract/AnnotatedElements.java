package io.alchemi.processor.extract;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds the annotated elements of a round in one pass, since each pass visits every class of the compilation. */
public final class AnnotatedElements {
    private final Set<? extends Element> elements;

    /**
     * Finds the elements.
     *
     * @param annotations the annotations of the round, as the compiler passes them to a processor
     */
    public AnnotatedElements(RoundEnvironment round, Set<? extends TypeElement> annotations) {
        TypeElement[] ours = annotations.stream()
                .filter(type -> Annotations.isOurs(type.getQualifiedName().toString()))
                .toArray(TypeElement[]::new);
        this.elements = ours.length == 0 ? Set.of() : round.getElementsAnnotatedWithAny(ours);
    }

    /** Returns the elements that have an annotation. */
    public List<Element> with(Class<? extends Annotation> annotation) {
        List<Element> found = new ArrayList<>();
        for (Element element : elements) {
            if (Annotations.has(element, annotation)) {
                found.add(element);
            }
        }
        return found;
    }
}
