package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Orders the permitted types of a sealed interface by their declarations. */
final class PermittedOrder {
    private PermittedOrder() {}

    /**
     * Returns the permitted types of an interface that is being compiled. Without a permits clause, Eclipse's compiler sorts nested
     * types by name, and javac 17 begins with those to which other sources refer.
     */
    static List<TypeMirror> of(TypeElement type) {
        List<? extends TypeMirror> given = type.getPermittedSubclasses();
        List<TypeElement> topLevel = new ArrayList<>();
        for (TypeMirror subtype : given) {
            TypeElement element = JavaTypes.element(subtype);
            if (element != null) {
                topLevel.add(Sources.outermost(element));
            }
        }
        List<TypeMirror> declared = new ArrayList<>(given);
        declared.sort(Comparator.comparing(subtype -> position(JavaTypes.element(subtype), topLevel)));
        return declared;
    }

    /** Returns a key that sorts types by declaration. */
    private static String position(@Nullable Element type, List<TypeElement> topLevel) {
        return type != null && type.getEnclosingElement() instanceof TypeElement holder
                ? position(holder, topLevel)
                        + padded(ElementFilter.typesIn(holder.getEnclosedElements())
                                .indexOf(type))
                : padded(topLevel.indexOf(type));
    }

    private static String padded(int number) {
        return Integer.toString(1_000_000_000 + number);
    }
}
