package io.alchemi.processor.extract;

import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.extract.ExtractedUnion.Form;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import io.alchemi.schema.Discriminator;
import io.alchemi.schema.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Takes the branches of a sealed interface from the types that it permits. */
final class UnionExtractor {
    private final Sources sources;

    UnionExtractor(Sources sources) {
        this.sources = sources;
    }

    /** The union that a sealed interface is, however faulty. */
    ExtractedUnion extract(TypeElement type) {
        PermittedTypes reading = new PermittedTypes(discriminator(type));
        reading.flatten(type);
        List<Branch> branches = new ArrayList<>();
        for (Permitted permitted : reading.permitted) {
            if (permitted.form() == Form.RECORD) {
                String record = permitted.element().getQualifiedName().toString();
                branches.add(new Branch(permitted.tag(), new RecordType(record)));
            }
        }
        UnionType described = new UnionType(type.getQualifiedName().toString(), reading.discriminator, branches);
        return new ExtractedUnion(type, described, reading.permitted, place(type), reading.unresolved);
    }

    private @Nullable Element place(TypeElement type) {
        return sources.contain(type) ? type : null;
    }

    private static String discriminator(TypeElement type) {
        String tag = Annotations.textOrNull(type, Discriminator.class);
        return tag == null ? "" : tag;
    }

    private static boolean isSealed(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    /** The permitted types of one interface, each once, whatever circle their author made. */
    private final class PermittedTypes {
        private final String discriminator;
        private final List<Permitted> permitted = new ArrayList<>();
        private final Set<TypeElement> met = new LinkedHashSet<>();
        private boolean unresolved;

        PermittedTypes(String discriminator) {
            this.discriminator = discriminator;
        }

        void flatten(TypeElement type) {
            met.add(type);
            for (TypeMirror subtype : permitted(type)) {
                TypeElement element = JavaTypes.element(subtype);
                if (element == null || UnresolvedTypes.in(subtype)) {
                    unresolved = true;
                } else if (met.add(element)) {
                    add(element);
                }
            }
        }

        /**
         * What a type permits. Eclipse's compiler sorts by name what stands inside the type; its members have the order of the source,
         * if that is being compiled.
         */
        private List<TypeMirror> permitted(TypeElement type) {
            List<TypeMirror> subtypes = new ArrayList<>(type.getPermittedSubclasses());
            if (sources.contain(type)) {
                List<? extends Element> members = type.getEnclosedElements();
                subtypes.sort(Comparator.comparingInt(subtype -> members.indexOf(JavaTypes.element(subtype))));
            }
            return subtypes;
        }

        private void add(TypeElement element) {
            String own = discriminator(element);
            if (isSealed(element) && (own.isEmpty() || own.equals(discriminator))) {
                flatten(element);
                return;
            }
            boolean record = element.getKind() == ElementKind.RECORD
                    && element.getTypeParameters().isEmpty();
            Form form = record ? Form.RECORD : isSealed(element) ? Form.OTHER_UNION : Form.OTHER;
            permitted.add(new Permitted(element, tag(element), form, place(element)));
        }

        private String tag(TypeElement element) {
            if (discriminator.isEmpty()) {
                return kind(element);
            }
            String renamed = Annotations.textOrNull(element, Key.class);
            return renamed == null ? Names.snake(element.getSimpleName().toString()) : renamed;
        }
    }

    /** How a record is written where the kind of the YAML value decides: alone, if it has a single value. */
    private static String kind(TypeElement record) {
        List<? extends RecordComponentElement> components = record.getRecordComponents();
        if (components.size() != 1) {
            return UnionType.MAPPING;
        }
        TypeMirror only = components.get(0).asType();
        if (only instanceof ArrayType
                || (JavaTypes.item(only) != null && !JavaTypes.name(only).equals("java.util.Map"))) {
            return UnionType.SEQUENCE;
        }
        return isScalar(only) ? UnionType.SCALAR : UnionType.MAPPING;
    }

    private static boolean isScalar(TypeMirror type) {
        if (JavaTypes.isOptional(type)) {
            TypeMirror held = JavaTypes.argument(type, 0);
            return held == null || isScalar(held);
        }
        TypeElement element = JavaTypes.element(type);
        return JavaTypes.scalarKind(type) != null || (element != null && element.getKind() == ElementKind.ENUM);
    }
}
