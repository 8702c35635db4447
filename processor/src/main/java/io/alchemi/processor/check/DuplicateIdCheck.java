package io.alchemi.processor.check;

import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Requires that ids or names in annotations are unique within a module. */
public final class DuplicateIdCheck {
    private final String what;
    private final String member;
    private final List<SchemaAnnotation> annotations;
    private final Set<String> types = new LinkedHashSet<>();

    /**
     * Creates a check of annotations that share their names.
     *
     * @param what the noun for such a name in messages
     * @param member the member with the name
     * @param annotations the annotations
     */
    public DuplicateIdCheck(String what, String member, List<SchemaAnnotation> annotations) {
        this.what = what;
        this.member = member;
        this.annotations = List.copyOf(annotations);
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
            AnnotationMirror mirror = type == null ? null : find(type);
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

    private @Nullable AnnotationMirror find(TypeElement type) {
        for (SchemaAnnotation annotation : annotations) {
            AnnotationMirror mirror = Annotations.find(type, annotation);
            if (mirror != null) {
                return mirror;
            }
        }
        return null;
    }
}
