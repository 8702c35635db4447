package io.alchemi.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Sorts elements in source order: files in the order of the compiler, and in a file each type before its components, its methods
 * and its nested types.
 *
 * <p>Compilers provide no line numbers, but the members of a type in the order of their source. Eclipse's compiler may mix methods.
 */
final class SourceOrder {
    private final Elements elements;
    private final Map<String, Integer> roots = new HashMap<>();

    SourceOrder(Elements elements) {
        this.elements = elements;
    }

    /** Adds the root elements of a round. */
    void add(Set<? extends Element> round) {
        List<Element> added = new ArrayList<>(round);
        if (round instanceof HashSet && !(round instanceof LinkedHashSet)) { // Eclipse's compiler loses the order.
            added.sort(Comparator.comparing(Element::toString));
        }
        for (Element root : added) {
            roots.putIfAbsent(root.toString(), roots.size());
        }
    }

    /** Returns elements in source order. */
    List<Element> sorted(Collection<? extends Element> unsorted) {
        return sorted(unsorted, element -> element);
    }

    /** Returns items in the source order of their elements. Items of the same element keep their order. */
    <T> List<T> sorted(Collection<? extends T> unsorted, Function<T, Element> place) {
        IdentityHashMap<T, String> positions = new IdentityHashMap<>();
        unsorted.forEach(item -> positions.put(item, position(place.apply(item))));
        List<T> sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparing(item -> positions.getOrDefault(item, "")));
        return sorted;
    }

    /** Returns the element of this round for one of an earlier round, whose line the compiler no longer knows. */
    Element current(Element place) {
        if (place instanceof TypeElement type) {
            TypeElement current = elements.getTypeElement(type.getQualifiedName());
            return current == null ? place : current;
        }
        if (place.getEnclosingElement() instanceof TypeElement holder) {
            for (Element member : current(holder).getEnclosedElements()) {
                if (member.getKind() == place.getKind() && member.toString().equals(place.toString())) {
                    return member;
                }
            }
        }
        return place;
    }

    private String position(Element element) {
        if (!(element.getEnclosingElement() instanceof TypeElement holder)) {
            return padded(roots.getOrDefault(element.toString(), roots.size()));
        }
        return position(holder) + "/" + inside(holder, element);
    }

    private static String inside(TypeElement holder, Element member) {
        if (member instanceof TypeElement) {
            return "nested "
                    + padded(ElementFilter.typesIn(holder.getEnclosedElements()).indexOf(member));
        }
        int index = 0;
        for (RecordComponentElement component : holder.getRecordComponents()) {
            if (component.getSimpleName().equals(member.getSimpleName())
                    && member.getKind().isField()) {
                return "component " + padded(index);
            }
            index++;
        }
        return "member " + padded(holder.getEnclosedElements().indexOf(member));
    }

    private static String padded(int number) {
        return Integer.toString(1_000_000_000 + number);
    }
}
