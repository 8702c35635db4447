package io.alchemi.processor.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Finds components that make an application of a generic record contain ever larger applications, such as {@code next} in {@code
 * Node<T>(T value, Node<List<T>> next)}. A component does if it wraps a type parameter into a larger type argument from which the type
 * parameter can be reached again.
 */
final class EndlessGenerics {
    private EndlessGenerics() {}

    /** A type parameter of a generic record. */
    private record Parameter(TypeElement record, int index) {
        boolean isIn(TypeMirror type) {
            if (type instanceof ArrayType array) {
                return isIn(array.getComponentType());
            } else if (type instanceof DeclaredType declared) {
                return declared.getTypeArguments().stream().anyMatch(this::isIn);
            }
            return is(type);
        }

        boolean is(TypeMirror type) {
            return type instanceof TypeVariable variable
                    && variable.asElement().equals(record.getTypeParameters().get(index));
        }
    }

    /** Returns true if a component of a generic record contains ever larger applications. */
    static boolean isEndless(TypeElement record, RecordComponentElement component) {
        for (int i = 0; i < record.getTypeParameters().size(); i++) {
            Parameter parameter = new Parameter(record, i);
            for (DeclaredType application : applications(component.asType())) {
                for (int j = 0; j < application.getTypeArguments().size(); j++) {
                    TypeMirror argument = application.getTypeArguments().get(j);
                    boolean grows = parameter.isIn(argument) && !parameter.is(argument);
                    if (grows && reaches(parameter(application, j), parameter, new HashSet<>())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean reaches(Parameter from, Parameter wanted, Set<Parameter> visited) {
        if (from.equals(wanted)) {
            return true;
        } else if (!visited.add(from)) {
            return false;
        }
        for (RecordComponentElement component : from.record().getRecordComponents()) {
            for (DeclaredType application : applications(component.asType())) {
                for (int i = 0; i < application.getTypeArguments().size(); i++) {
                    if (from.isIn(application.getTypeArguments().get(i))
                            && reaches(parameter(application, i), wanted, visited)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Parameter parameter(DeclaredType application, int index) {
        return new Parameter((TypeElement) application.asElement(), index);
    }

    /** Returns the applications of generic records in a type. */
    private static List<DeclaredType> applications(TypeMirror type) {
        List<DeclaredType> found = new ArrayList<>();
        addApplications(type, found);
        return found;
    }

    private static void addApplications(TypeMirror type, List<DeclaredType> found) {
        if (type instanceof ArrayType array) {
            addApplications(array.getComponentType(), found);
        } else if (type instanceof DeclaredType declared) {
            if (declared.asElement() instanceof TypeElement element && Generics.isGeneric(element)) {
                found.add(declared);
            }
            declared.getTypeArguments().forEach(argument -> addApplications(argument, found));
        }
    }
}
