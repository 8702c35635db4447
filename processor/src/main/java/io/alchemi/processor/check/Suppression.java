package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.processor.extract.Annotations;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Finds {@code @SuppressWarnings} with the id of a problem. */
final class Suppression {
    private Suppression() {}

    /** Returns true if an element or one that encloses it suppresses a problem. */
    static boolean of(Element place, DiagnosticId problem) {
        for (Element current = place; current != null; current = current.getEnclosingElement()) {
            AnnotationMirror suppress = Annotations.find(current, "java.lang.SuppressWarnings");
            if (suppress != null && Annotations.texts(suppress, "value").contains(problem.code())) {
                return true;
            }
        }
        return false;
    }
}
