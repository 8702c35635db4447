package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the types that a schema may reach first in a later compilation, which sees them as class files, without docs: all enums,
 * the records with an annotation of a component, and the sealed interfaces of records.
 */
public final class ReachableLater {
    private final Sources sources;
    private final List<TypeElement> enums = new ArrayList<>();
    private final List<TypeElement> records = new ArrayList<>();
    private final List<TypeElement> unions = new ArrayList<>();

    private ReachableLater(Sources sources) {
        this.sources = sources;
    }

    /** Returns the types of a round. */
    public static ReachableLater of(Set<? extends Element> roots, Sources sources) {
        ReachableLater found = new ReachableLater(sources);
        found.visit(ElementFilter.typesIn(roots));
        return found;
    }

    /** Returns the enums that are being compiled. */
    public List<TypeElement> enums() {
        return enums;
    }

    /** Returns the records that are being compiled. */
    public List<TypeElement> records() {
        return records;
    }

    /** Returns the sealed interfaces that are being compiled. */
    public List<TypeElement> unions() {
        return unions;
    }

    private void visit(Iterable<TypeElement> types) {
        for (TypeElement type : types) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                continue;
            }
            if (type.getKind() == ElementKind.ENUM) {
                add(type, "Docs", enums);
            } else if (isUnion(type)) {
                add(type, "Docs", unions);
            } else if (isAnnotatedRecord(type)) {
                add(type, "Schema", records);
            }
            visit(ElementFilter.typesIn(type.getEnclosedElements()));
        }
    }

    /** Adds a type unless a class of the user has the name that its class would have. */
    private void add(TypeElement type, String suffix, List<TypeElement> to) {
        if (sources.contain(type) && !sources.haveRoot(Names.qualified(type, suffix))) {
            to.add(type);
        }
    }

    private static boolean isUnion(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && type.getTypeParameters().isEmpty()
                && type.getPermittedSubclasses().stream()
                        .map(JavaTypes::element)
                        .anyMatch(permitted -> permitted != null && permitted.getKind() == ElementKind.RECORD);
    }

    private static boolean isAnnotatedRecord(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return false;
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (Annotations.hasOurs(component)) {
                return true;
            }
        }
        return false;
    }
}
