package io.alchemi.processor.check;

import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Names;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.TrainerCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Requires ids of schemas and names of commands to be unique in a module. */
public final class DuplicateIdCheck {
    private final Map<String, String> holders = new HashMap<>();

    /** Creates a check that has seen no name. */
    public DuplicateIdCheck() {}

    /** Adds the schemas of a round, and returns those whose id is taken. */
    public Report schemas(List<? extends Element> annotated) {
        return add(annotated, ConfigSchema.class, "id", "schema id");
    }

    /** Adds the trainers of a round, and returns those whose command is taken. */
    public Report commands(List<? extends Element> annotated) {
        return add(annotated, TrainerCommand.class, "value", "command");
    }

    private Report add(List<? extends Element> annotated, Class<?> annotation, String member, String what) {
        Report problems = new Report();
        for (Element element : annotated) {
            AnnotationMirror mirror = Annotations.find(element, annotation);
            if (element instanceof TypeElement type && mirror != null && !Annotations.unresolved(element)) {
                String name = Annotations.text(mirror, member);
                String other = holders.putIfAbsent(what + name, Names.shown(type));
                if (other != null) {
                    problems.report(type, NamesWording.duplicateId(what, name, other));
                }
            }
        }
        return problems;
    }
}
