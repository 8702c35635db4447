package io.alchemi.processor.check;

import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.Generics;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.TypeText;
import io.alchemi.processor.extract.UnresolvedTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Validates the methods with {@code @Rule}, which generated code calls with values of components. */
final class RuleCheck implements RecordCheck {
    private final Types types;

    RuleCheck(Types types) {
        this.types = types;
    }

    @Override
    public void check(ExtractedRecord record, Report problems) {
        Set<String> names = new HashSet<>();
        for (ExecutableElement rule : record.rules()) {
            for (String why : faults(record, rule, names)) {
                problems.report(rule, RecordWording.badRule(record, rule, why));
            }
        }
    }

    private List<String> faults(ExtractedRecord record, ExecutableElement rule, Set<String> names) {
        List<String> faults = new ArrayList<>();
        if (!names.add(rule.getSimpleName().toString())) {
            faults.add(
                    "has the same name as another rule, but messages refer to a rule by its name. Rename one of them.");
        }
        if (record.schema().rule(rule.getSimpleName().toString()).sentence().isBlank()) {
            faults.add("has no message. Write what must hold:" + " @Rule(\"embed_dim must be divisible by n_heads\").");
        }
        if (!rule.getModifiers().contains(Modifier.STATIC)) {
            faults.add("is not static. Add 'static'.");
        }
        if (rule.getModifiers().contains(Modifier.PRIVATE)) {
            faults.add("is private, so the generated code cannot call it. Remove 'private'.");
        }
        if (rule.getReturnType().getKind() != TypeKind.BOOLEAN) {
            faults.add("returns " + TypeText.of(rule.getReturnType()) + ". Return boolean: true if the rule holds.");
        }
        if (rule.isVarArgs() || (!rule.getTypeParameters().isEmpty() && !Generics.isGeneric(record.element()))) {
            faults.add("has type parameters or varargs. Declare one plain parameter for each component.");
        } else if (!rule.getTypeParameters().isEmpty() && !hasParametersOf(record.element(), rule)) {
            faults.add("has other type parameters than " + Names.shown(record.element())
                    + ". Declare the same ones: static " + parameters(record.element()) + " boolean.");
        }
        if (rule.getParameters().isEmpty()) {
            faults.add("has no parameters. Declare the components that it checks, so that messages name their keys.");
        }
        checkExceptions(rule, faults);
        for (VariableElement parameter : rule.getParameters()) {
            checkParameter(record, parameter, faults);
        }
        return faults;
    }

    /** Returns true if a method has the type parameters of a record, since a static method cannot refer to those. */
    private static boolean hasParametersOf(TypeElement record, ExecutableElement rule) {
        return parameters(rule).equals(parameters(record));
    }

    /** Returns type parameters as in Java source. */
    private static String parameters(Parameterizable generic) {
        List<String> shown = new ArrayList<>();
        for (TypeParameterElement parameter : generic.getTypeParameters()) {
            List<String> bounds = new ArrayList<>();
            for (TypeMirror bound : parameter.getBounds()) {
                if (!JavaTypes.name(bound).equals("java.lang.Object")) {
                    bounds.add(TypeText.of(bound));
                }
            }
            shown.add(parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + String.join(" & ", bounds)));
        }
        return "<" + String.join(", ", shown) + ">";
    }

    /** Returns true if a parameter has the declared type of a component, which may refer to type parameters of the same names. */
    private boolean isSame(ExtractedRecord record, TypeMirror parameter, RecordComponentElement component) {
        return Generics.isGeneric(record.element())
                ? TypeText.of(parameter).equals(TypeText.of(component.asType()))
                : types.isSameType(parameter, component.asType());
    }

    private static void checkExceptions(ExecutableElement rule, List<String> faults) {
        if (!rule.getThrownTypes().isEmpty()) {
            faults.add("declares exceptions. Return false instead of throwing.");
        }
    }

    private void checkParameter(ExtractedRecord record, VariableElement parameter, List<String> faults) {
        String name = parameter.getSimpleName().toString();
        List<String> known = new ArrayList<>();
        for (Component component : record.components()) {
            String candidate = component.key().component();
            known.add(candidate);
            if (candidate.equals(name)) {
                TypeMirror type = component.element().asType();
                boolean exist = !UnresolvedTypes.in(type) && !UnresolvedTypes.in(parameter.asType());
                if (exist && !isSame(record, parameter.asType(), component.element())) {
                    faults.add("has the parameter '" + name + "' of type " + TypeText.of(parameter.asType())
                            + ", but the component is of type " + TypeText.of(type) + ". Use the same type.");
                }
                return;
            }
        }
        faults.add("has the parameter '" + name + "', which is not a component." + DidYouMean.in(name, known)
                + " Parameter names must match component names.");
    }
}
