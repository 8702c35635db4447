package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.TypeFault;
import io.alchemi.processor.extract.UnresolvedTypes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Words the problems of the types of components. */
final class TypeWording {
    /** The types of components; shown once. */
    private static final String ALLOWED = allowed();

    private TypeWording() {}

    private static String allowed() {
        Set<String> primitives = new LinkedHashSet<>();
        Set<String> classes = new LinkedHashSet<>();
        for (ScalarKind kind : ScalarKind.values()) {
            List<Class<?>> types = kind.javaTypes();
            String name = types.get(0).getName();
            (types.size() > 1 ? primitives : classes).add(name.replaceFirst("^java\\.(lang|math)\\.", ""));
        }
        return " Allowed are " + String.join(", ", primitives) + " and their boxes, " + String.join(", ", classes)
                + ", enums, records, sealed interfaces of records, Optional of these, and List, Set, arrays and"
                + " Map<String or enum, …> of these.";
    }

    /** One of the faults of a component's type that exists. */
    static Problem fault(ExtractedRecord record, Component component, TypeFault fault) {
        String name = RecordWording.name(record, component.key());
        String part = TypeText.of(fault.type());
        return switch (fault.reason()) {
            case UNRESOLVED -> unknownType(record, component);
            case UNRESOLVED_ANNOTATION -> RecordWording.unknownConstant(name);
            case NO_FORM -> noForm(component, fault.type(), name, part);
            case NULL_ITEM ->
                new Problem(
                        DiagnosticId.NULL_ITEM,
                        name + " holds " + part + " that may be null, but nothing inside a collection is null in YAML."
                                + " Remove that @Nullable, or make the whole of "
                                + component.key().component()
                                + " @Nullable.");
            case OPTIONAL_INSIDE ->
                new Problem(
                        DiagnosticId.BAD_OPTIONAL,
                        name + " holds " + part + ", but only a component itself is optional. Write "
                                + held(fault.type()) + " instead.");
            case OPTIONAL_COLLECTION ->
                new Problem(
                        DiagnosticId.BAD_OPTIONAL,
                        name + " is an Optional of a collection. Write " + part
                                + " with @Default(\"" + (part.startsWith("Map") ? "{}" : "[]")
                                + "\"): empty says that there is nothing.");
            case NULLABLE_OPTIONAL ->
                new Problem(
                        DiagnosticId.BAD_OPTIONAL,
                        name + " is both @Nullable and " + part + ", which says the same twice. Remove @Nullable.");
            case MAP_KEY ->
                new Problem(
                        DiagnosticId.BAD_MAP_KEY,
                        name + " is a map with keys of the type " + part
                                + ", but keys in YAML are texts. Write Map<String, …>, or an enum as key.");
            case SET_ITEM ->
                new Problem(
                        DiagnosticId.BAD_SET_ITEM,
                        name + " is a set of " + part + ", but whether two of these are the same shows only when they"
                                + " are constructed. Write List<" + part + ">; sets hold single values.");
        };
    }

    private static String held(TypeMirror optional) {
        String text = TypeText.of(optional);
        return switch (text) {
            case "OptionalInt" -> "Integer";
            case "OptionalLong" -> "Long";
            case "OptionalDouble" -> "Double";
            default -> text.startsWith("Optional<") ? text.substring(9, text.length() - 1) : "the plain type";
        };
    }

    private static Problem noForm(Component component, TypeMirror type, String name, String part) {
        String whole = TypeText.of(component.element().asType());
        String what = whole.equals(part) ? ", which has no form in YAML." : ", and " + part + " has no form in YAML.";
        return new Problem(
                DiagnosticId.UNSUPPORTED_TYPE,
                name + " is of the type " + whole + what + NearestType.instead(type),
                ALLOWED);
    }

    static Problem unknownType(ExtractedRecord record, Component component) {
        TypeMirror type = component.element().asType();
        String missing =
                UnresolvedTypes.in(type) ? ", which does not exist" : ", which permits a type that does not exist";
        return new Problem(
                DiagnosticId.UNKNOWN_TYPE,
                RecordWording.name(record, component.key()) + " is of the type " + TypeText.of(type) + missing
                        + ", and no annotation processor generated it.");
    }

    static Problem privateType(TypeElement type) {
        return new Problem(
                DiagnosticId.PRIVATE_TYPE,
                Names.shown(type) + " is private, or stands in a private type, so the generated code cannot see it."
                        + " Remove 'private'; no modifier at all is enough.");
    }

    static Problem emptyEnum(ExtractedRecord record, Component component, String type) {
        return new Problem(
                DiagnosticId.EMPTY_ENUM,
                RecordWording.name(record, component.key()) + " can have no value: " + type
                        + " has no constants. Add one.");
    }

    static Problem optionalDefault(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.BAD_OPTIONAL,
                RecordWording.name(record, component.key())
                        + " is optional and has a @Default, so it would never be empty"
                        + " unless a file says null. Remove @Default, or write the plain type.");
    }
}
