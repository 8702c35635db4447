package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds the annotated elements of a round in one pass, since each pass visits every class of the compilation. */
public final class AnnotatedElements {
    private final Map<String, Set<Element>> byAnnotation = new HashMap<>();

    /**
     * Finds the elements.
     *
     * @param annotations the annotations of the round, as the compiler passes them to a processor
     */
    public AnnotatedElements(RoundEnvironment round, Set<? extends TypeElement> annotations) {
        List<TypeElement> ours = new ArrayList<>();
        for (TypeElement type : annotations) {
            if (Annotations.isOurs(type.getQualifiedName().toString())) {
                ours.add(type);
            }
        }
        if (ours.isEmpty()) {
            return;
        }
        for (Element element : round.getElementsAnnotatedWithAny(ours.toArray(new TypeElement[0]))) {
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                byAnnotation
                        .computeIfAbsent(Annotations.nameOf(mirror), unseen -> new LinkedHashSet<>())
                        .add(element);
            }
        }
    }

    /** Returns the elements that have an annotation, or several of a repeatable one. */
    public Set<Element> with(SchemaAnnotation annotation) {
        Set<Element> found = new LinkedHashSet<>(byAnnotation.getOrDefault(annotation.qualifiedName(), Set.of()));
        found.addAll(byAnnotation.getOrDefault(annotation.container(), Set.of()));
        return found;
    }
}
