package io.alchemi.processor.check;

import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Names;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Requires that the ids or names in one annotation are unique within a module. */
public final class DuplicateIdCheck {
    private final Class<?> annotation;
    private final String member;
    private final String what;
    private final Set<String> types = new LinkedHashSet<>();

    /**
     * Creates a check of one annotation.
     *
     * @param annotation the annotation
     * @param member its member with the name
     * @param what the noun for such a name in messages
     */
    public DuplicateIdCheck(Class<?> annotation, String member, String what) {
        this.annotation = annotation;
        this.member = member;
        this.what = what;
    }

    /** Adds the annotated elements of a round. */
    public void add(List<? extends Element> annotated) {
        for (Element element : annotated) {
            if (element instanceof TypeElement type) {
                types.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Returns the types with a duplicate name, when all rounds are over. */
    public Report check(Elements elements) {
        Report problems = new Report();
        Map<String, String> holders = new HashMap<>();
        for (String name : types) {
            TypeElement type = elements.getTypeElement(name);
            AnnotationMirror mirror = type == null ? null : Annotations.find(type, annotation);
            if (type != null && mirror != null && !Annotations.unresolved(type)) {
                String id = Annotations.text(mirror, member);
                String other = holders.putIfAbsent(id, Names.shown(type));
                if (other != null) {
                    problems.report(type, NamesWording.duplicateId(what, id, other));
                }
            }
        }
        return problems;
    }
}
