package io.alchemi.processor.extract;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Which types are being compiled; all others are class files, of other jars or of an earlier build of this one. */
public final class Sources {
    private final Set<String> outermost = new HashSet<>();

    /** None yet. */
    public Sources() {}

    /** Adds the root elements of a round. */
    public void add(Set<? extends Element> roots) {
        for (Element root : roots) {
            if (root instanceof TypeElement type) {
                outermost.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Whether a type is being compiled. */
    public boolean contain(TypeElement type) {
        Element outer = type;
        while (outer.getEnclosingElement() != null && !(outer.getEnclosingElement() instanceof PackageElement)) {
            outer = outer.getEnclosingElement();
        }
        return outer instanceof TypeElement top
                && outermost.contains(top.getQualifiedName().toString());
    }
}
