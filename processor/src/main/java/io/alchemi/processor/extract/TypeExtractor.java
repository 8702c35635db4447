package io.alchemi.processor.extract;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.tree.Node;
import io.alchemi.processor.extract.TypeFault.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Maps Java types to YAML types, and collects the enums and sealed interfaces that they use. */
final class TypeExtractor {
    /** The scalars that keys of a map can be. */
    private static final Set<ScalarKind> KEYS =
            EnumSet.of(ScalarKind.STRING, ScalarKind.INT, ScalarKind.LONG, ScalarKind.UUID, ScalarKind.PATH);

    private final Elements elements;
    private final Generics generics;
    private final EnumExtractor enumExtractor;
    private final UnionExtractor unionExtractor;
    private final Map<String, ExtractedEnum> enums = new LinkedHashMap<>();
    private final Map<String, ExtractedUnion> unions = new LinkedHashMap<>();

    /** Creates an extractor for one record. */
    TypeExtractor(Elements elements, Generics generics, EnumExtractor enumExtractor, UnionExtractor unionExtractor) {
        this.elements = elements;
        this.generics = generics;
        this.enumExtractor = enumExtractor;
        this.unionExtractor = unionExtractor;
    }

    /** Returns the enums found so far, by their qualified names. */
    Map<String, ExtractedEnum> enums() {
        return enums;
    }

    /** Returns the sealed interfaces found so far, by their qualified names. */
    Map<String, ExtractedUnion> unions() {
        return unions;
    }

    /**
     * YAML type of a component.
     *
     * @param type the type, or null if the Java type is not supported
     * @param optional true if the Java type is an optional
     * @param faults the problems of the Java type
     */
    record FoundType(@Nullable ValueType type, boolean optional, List<TypeFault> faults) {}

    /**
     * Returns the YAML type of a component.
     *
     * @param type the Java type
     * @param paths the scalar type of its paths
     * @param secret true if its strings are secrets
     */
    FoundType find(TypeMirror type, ScalarType paths, boolean secret) {
        Walk walk = new Walk(paths, secret);
        TypeMirror unresolved = UnresolvedTypes.first(type);
        if (unresolved != null) {
            boolean hidden = isHidden(elements.getTypeElement(JavaTypes.name(unresolved)));
            ValueType none = hidden ? walk.fault(Reason.INACCESSIBLE, unresolved) : walk.fault(Reason.UNRESOLVED, type);
            return new FoundType(none, false, walk.faults);
        }
        String primitive = JavaTypes.primitiveOfOptional(type);
        if (primitive != null) {
            return new FoundType(ofOptional(primitive), true, walk.faults);
        }
        if (!JavaTypes.isOptional(type)) {
            return new FoundType(walk.value(type), false, walk.faults);
        }
        TypeMirror held = JavaTypes.argument(type, 0);
        return new FoundType(held == null ? walk.fault(Reason.NO_FORM, type) : walk.held(held), true, walk.faults);
    }

    /** Returns true if a type exists, but not for each package. */
    private static boolean isHidden(@Nullable TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return true;
            }
        }
        return false;
    }

    private static ValueType ofOptional(String primitive) {
        return new ScalarType(Objects.requireNonNull(ScalarKind.ofJavaType(primitive)));
    }

    /** Traverses the type of one component. */
    private final class Walk {
        private final ScalarType paths;
        private final boolean secret;
        private final List<TypeFault> faults = new ArrayList<>();

        Walk(ScalarType paths, boolean secret) {
            this.paths = paths;
            this.secret = secret;
        }

        @Nullable
        ValueType fault(Reason reason, TypeMirror type) {
            faults.add(new TypeFault(reason, type));
            return null;
        }

        /** Returns the type of the value of an optional. */
        @Nullable
        ValueType held(TypeMirror type) {
            return type instanceof ArrayType || JavaTypes.item(type) != null
                    ? fault(Reason.OPTIONAL_COLLECTION, type)
                    : value(type);
        }

        @Nullable
        ValueType value(TypeMirror type) {
            ScalarKind scalar = JavaTypes.scalarKind(type);
            if (scalar != null) {
                return scalar(scalar);
            } else if (JavaTypes.isOptional(type)) {
                return fault(Reason.OPTIONAL_INSIDE, type);
            } else if (type instanceof ArrayType array) {
                return array(array);
            }
            TypeMirror item = JavaTypes.item(type);
            if (item == null) {
                return ofKind(type);
            }
            return switch (JavaTypes.name(type)) {
                case "java.util.List" -> list(item);
                case "java.util.Set" -> set(item);
                default -> map(((DeclaredType) type).getTypeArguments().get(0), item);
            };
        }

        private ScalarType scalar(ScalarKind kind) {
            if (kind.isPath()) {
                return paths;
            }
            return new ScalarType(secret && kind == ScalarKind.STRING ? ScalarKind.SECRET : kind);
        }

        private @Nullable ValueType list(TypeMirror item) {
            ValueType held = value(item);
            return held == null ? null : new ListType(held);
        }

        /** Rejects generic items, since Java cannot create arrays of them. */
        private @Nullable ValueType array(ArrayType array) {
            TypeMirror innermost = array;
            while (innermost instanceof ArrayType outer) {
                innermost = outer.getComponentType();
            }
            return JavaTypes.argument(innermost, 0) == null
                    ? list(array.getComponentType())
                    : fault(Reason.NO_FORM, array);
        }

        private @Nullable ValueType set(TypeMirror item) {
            ValueType held = value(item);
            if (held == null) {
                return null;
            }
            return held.isSingle() || held.isSection() ? new ListType(held, true) : fault(Reason.SET_ITEM, item);
        }

        private @Nullable ValueType map(TypeMirror keys, TypeMirror values) {
            ValueType name = keys(keys);
            ValueType held = value(values);
            if (name == null || held == null) {
                return null;
            }
            return name instanceof EnumType type
                    ? new MapType(type, held)
                    : new MapType(null, ((ScalarType) name).kind(), held);
        }

        /** Returns the type of the keys of a map. */
        private @Nullable ValueType keys(TypeMirror keys) {
            TypeElement element = JavaTypes.element(keys);
            ProgramScalar made = ProgramScalar.of(keys);
            ScalarKind kind = made == null ? JavaTypes.scalarKind(keys) : made.kind();
            if (kind != null && KEYS.contains(kind)) {
                return new ScalarType(kind);
            }
            boolean constants = element != null && element.getKind() == ElementKind.ENUM;
            return constants ? value(keys) : fault(Reason.MAP_KEY, keys);
        }

        private @Nullable ValueType ofKind(TypeMirror type) {
            TypeElement element = JavaTypes.element(type);
            if (element != null && !ProgramScalar.factories(element).isEmpty()) {
                ProgramScalar made = ProgramScalar.of(type);
                return made == null ? fault(Reason.BAD_FACTORY, type) : scalar(made.kind());
            } else if (element != null && Generics.isGeneric(element)) {
                return application(element, type);
            } else if (element == null || !element.getTypeParameters().isEmpty()) {
                return fault(Reason.NO_FORM, type);
            }
            String name = element.getQualifiedName().toString();
            if (name.equals(Node.class.getName())) {
                return new AnyType();
            } else if (element.getKind() == ElementKind.ENUM) {
                enums.computeIfAbsent(name, unused -> enumExtractor.extract(element));
                return new EnumType(name);
            } else if (element.getKind() == ElementKind.INTERFACE
                    && element.getModifiers().contains(Modifier.SEALED)) {
                return union(element, type);
            }
            return element.getKind() == ElementKind.RECORD ? new RecordType(name) : fault(Reason.NO_FORM, type);
        }

        private @Nullable ValueType application(TypeElement element, TypeMirror type) {
            List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
            if (arguments.size() != element.getTypeParameters().size()) {
                return fault(Reason.NO_FORM, type);
            }
            int before = faults.size();
            for (TypeMirror argument : arguments) {
                checkArgument(argument);
            }
            TypeMirror outside = faults.size() > before ? null : generics.outOfBounds((DeclaredType) type);
            if (outside != null) {
                fault(Reason.OUT_OF_BOUNDS, outside);
            }
            return faults.size() > before
                    ? null
                    : new RecordType(Generics.name(type).toString());
        }

        /** Reports a type argument for which no description of the generic record can exist. */
        private void checkArgument(TypeMirror argument) {
            TypeElement element = JavaTypes.element(argument);
            if (argument instanceof ArrayType array) {
                checkArgument(array.getComponentType());
            } else if (argument.getKind().isPrimitive()) {
                return; // The items of an array.
            } else if (element == null) {
                fault(Reason.NO_FORM, argument);
            } else if (JavaTypes.isOptional(argument)) {
                fault(Reason.OPTIONAL_INSIDE, argument);
            } else {
                List<? extends TypeMirror> inner = ((DeclaredType) argument).getTypeArguments();
                if (inner.size() != element.getTypeParameters().size()) {
                    fault(Reason.NO_FORM, argument);
                }
                inner.forEach(this::checkArgument);
            }
        }

        private @Nullable UnionType union(TypeElement element, TypeMirror type) {
            ExtractedUnion union = unions.computeIfAbsent(
                    element.getQualifiedName().toString(), unused -> unionExtractor.extract(element));
            if (union.unresolved()) {
                fault(Reason.UNRESOLVED, type);
            }
            return union.type();
        }
    }
}
