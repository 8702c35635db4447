package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.ProgramScalar;
import io.alchemi.processor.extract.TypeFault;
import io.alchemi.processor.extract.TypeText;
import io.alchemi.processor.extract.UnresolvedTypes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Messages about the types of components. */
final class TypeWording {
    /** The supported types, shown with the first problem only. */
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
        return " Supported types are " + String.join(", ", primitives) + " and their wrapper classes, "
                + String.join(", ", classes)
                + ", enums, records, sealed interfaces of records, io.alchemi.config.tree.Node for any value, Optional"
                + " of these, and List, Set, arrays and maps of these.";
    }

    /** Returns the problem of a fault in a component's type. */
    static Problem fault(ExtractedRecord record, Component component, TypeFault fault) {
        String name = record.shown(component);
        String part = TypeText.of(fault.type());
        return switch (fault.reason()) {
            case UNRESOLVED -> unknownType(record, component);
            case UNRESOLVED_ANNOTATION -> RecordWording.unknownConstant(name);
            case NO_FORM -> unsupported(component, fault.type(), name, part);
            case ENDLESS ->
                new Problem(
                        DiagnosticId.ENDLESS_RECORD,
                        name + " is infinitely recursive: " + part
                                + " contains ever larger types. Write a type parameter"
                                + " itself as the type argument.");
            case OUT_OF_BOUNDS ->
                new Problem(
                        DiagnosticId.UNSUPPORTED_TYPE,
                        name + " is of type " + TypeText.of(component.type()) + ", but " + part
                                + " is outside the bounds of its type parameter. Choose another type argument.");
            case INACCESSIBLE -> {
                String whole = TypeText.of(component.type());
                String which = whole.equals(part) ? ", which" : ", but " + part;
                yield new Problem(
                        DiagnosticId.PRIVATE_TYPE,
                        name + " is of type " + whole + which + " is not accessible in this package. Make it public.");
            }
            case BAD_FACTORY ->
                new Problem(
                        DiagnosticId.BAD_FACTORY,
                        name + " is of type " + part + ", whose @ConfigValue method cannot be called. Annotate one"
                                + " static method that is not private, returns " + part
                                + ", and takes one String, int, long or double.");
            case NULL_ITEM ->
                new Problem(
                        DiagnosticId.NULL_ITEM,
                        name + " contains @Nullable " + part
                                + (JavaTypes.item(component.type()) == null
                                        ? ", but type arguments of records cannot be null."
                                        : ", but collections cannot contain null.")
                                + " Remove that @Nullable, or make "
                                + component.key().component()
                                + " itself @Nullable.");
            case OPTIONAL_INSIDE ->
                new Problem(
                        DiagnosticId.BAD_OPTIONAL,
                        name + " contains " + part + ", but only a component itself can be optional. Write "
                                + TypeText.withoutOptionals(fault.type()) + " instead.");
            case OPTIONAL_COLLECTION ->
                new Problem(
                        DiagnosticId.BAD_OPTIONAL,
                        name + " is an Optional of a collection. Write " + TypeText.withoutOptionals(fault.type())
                                + " with @Default(\"" + (part.startsWith("Map") ? "{}" : "[]")
                                + "\"), and use an empty " + (part.startsWith("Map") ? "map" : "list")
                                + " for \"none\".");
            case NULLABLE_OPTIONAL ->
                new Problem(
                        DiagnosticId.BAD_OPTIONAL,
                        name + " is of type " + part + ", so @Nullable is redundant. Remove @Nullable.");
            case MAP_KEY ->
                new Problem(
                        DiagnosticId.BAD_MAP_KEY,
                        name + " is a map with keys of type " + part
                                + ", which is not supported. Write String, Integer, Long, UUID, Path, an enum, or a type"
                                + " with a @ConfigValue method for a string or an integer.");
            case SET_ITEM ->
                new Problem(
                        DiagnosticId.BAD_SET_ITEM,
                        name + " is a set of " + part + ", but sets can only contain scalars and records. Write List<"
                                + part + "> instead.");
            case FLATTENED_VALUE -> RecordWording.misplaced(record, component, "@Flatten", "records", "Remove it.");
            case FLATTENED_NULLABLE ->
                badFlatten(
                        name,
                        "is nullable, which @Flatten does not support",
                        "Make " + "the components of the record nullable instead, or remove @Flatten");
            case FLATTENED_GLOBAL ->
                badFlatten(
                        name,
                        "is of type " + part + ", a global block, whose keys need a section of their own",
                        "Remove @Flatten");
            case FLATTENED_ITSELF ->
                badFlatten(
                        name, "flattens " + part + " into itself", "Remove @Flatten, and make the component @Nullable");
        };
    }

    private static Problem badFlatten(String name, String why, String fix) {
        return new Problem(DiagnosticId.BAD_FLATTEN, name + " " + why + ". " + fix + ".");
    }

    private static Problem unsupported(Component component, TypeMirror type, String name, String part) {
        String whole = TypeText.of(component.type());
        String what = whole.equals(part) ? ", which is not supported." : ", but " + part + " is not supported.";
        return new Problem(
                DiagnosticId.UNSUPPORTED_TYPE,
                name + " is of type " + whole + what + NearestType.instead(type),
                ALLOWED);
    }

    static Problem unknownType(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.UNKNOWN_TYPE,
                record.shown(component) + " " + missing(component.type())
                        + " and was not generated by an annotation processor. Correct the name, or import the type.");
    }

    /** Names the part of a type that does not exist. */
    private static String missing(TypeMirror type) {
        String whole = TypeText.of(type);
        TypeMirror unresolved = UnresolvedTypes.first(type);
        if (unresolved == null) {
            return "is of type " + whole + ", which permits a type that does not exist";
        }
        String part = TypeText.of(unresolved);
        if (part.startsWith("<")) { // javac 17 does not name a generic type that does not exist.
            return "refers to a type that does not exist";
        }
        return "is of type " + whole + (whole.equals(part) ? ", which" : ", but " + part) + " does not exist";
    }

    static Problem hiddenFactory(ExtractedRecord record, Component component, ProgramScalar made) {
        String type = TypeText.of(made.factory().getReturnType());
        return new Problem(
                DiagnosticId.BAD_FACTORY,
                record.shown(component) + " is of type " + type + ", whose @ConfigValue method '"
                        + made.factory().getSimpleName() + "' is not accessible in this package. Make it public.");
    }

    static Problem numberFactory(ExtractedRecord record, Component component, ProgramScalar made) {
        String misplaced = String.join("' and '", made.misplaced());
        return new Problem(
                DiagnosticId.BAD_FACTORY,
                record.shown(component) + " is of type "
                        + TypeText.of(made.factory().getReturnType()) + ", whose @ConfigValue method '"
                        + made.factory().getSimpleName() + "' takes a number, but has '" + misplaced
                        + "' for strings. Remove '" + misplaced + "', or take a String.");
    }

    static Problem privateType(TypeElement type) {
        return new Problem(
                DiagnosticId.PRIVATE_TYPE,
                Names.shown(type) + " is private or nested in a private type, so the generated code cannot access it."
                        + " Remove 'private'; package-private access is enough.");
    }

    static Problem emptyEnum(ExtractedRecord record, Component component, String type) {
        return new Problem(
                DiagnosticId.EMPTY_ENUM,
                record.shown(component) + " cannot have a value, since the enum " + type
                        + " has no constants. Add one.");
    }

    static Problem optionalDefault(ExtractedRecord record, Component component) {
        return new Problem(
                DiagnosticId.BAD_OPTIONAL,
                record.shown(component)
                        + " is optional and has a @Default, so it is empty only if a file sets it to null. Remove"
                        + " @Default, or write the plain type.");
    }
}
