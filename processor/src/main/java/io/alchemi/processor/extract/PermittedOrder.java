package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Orders the permitted types of a sealed interface by its permits clause or, without one, by their declarations in the file. */
final class PermittedOrder {
    private PermittedOrder() {}

    /** Returns the permitted types in order. */
    static List<TypeMirror> of(TypeElement type) {
        List<TypeMirror> subtypes = new ArrayList<>(type.getPermittedSubclasses());
        if (EclipseBinding.lacksPermitsClause(type)) {
            List<TypeElement> topLevel = new ArrayList<>(); // in the order of the file already
            for (TypeMirror subtype : subtypes) {
                TypeElement element = JavaTypes.element(subtype);
                if (element != null) {
                    topLevel.add(Sources.outermost(element));
                }
            }
            subtypes.sort(Comparator.comparing(subtype -> position(JavaTypes.element(subtype), topLevel)));
        }
        return subtypes;
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
