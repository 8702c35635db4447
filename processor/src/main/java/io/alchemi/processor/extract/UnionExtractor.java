package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.extract.ExtractedUnion.Form;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Extracts the branches of a sealed interface from its permitted types. */
final class UnionExtractor {
    private final Elements elements;
    private final Sources sources;
    private final WrittenText written;

    /**
     * Creates an extractor.
     *
     * @param written reads the docs of class files
     */
    UnionExtractor(Elements elements, Sources sources, WrittenText written) {
        this.elements = elements;
        this.sources = sources;
        this.written = written;
    }

    /** Returns the docs of a sealed interface, as those of a record. */
    Docs docs(TypeElement type) {
        Docs docs = sources.contain(type) ? Docs.empty() : written.docsOfClass(type);
        if (docs == null) {
            return Docs.empty();
        }
        docs.putRecord(DocComment.of(elements.getDocComment(type)).main());
        return docs;
    }

    /** Returns the union of a sealed interface, which may contain errors. */
    ExtractedUnion extract(TypeElement type) {
        PermittedTypes types = new PermittedTypes(discriminator(type), isByKeys(type));
        types.flatten(type);
        List<Branch> branches = new ArrayList<>();
        for (Permitted permitted : types.permitted) {
            if (permitted.form() == Form.RECORD) {
                String record = permitted.element().getQualifiedName().toString();
                branches.add(new Branch(permitted.tag(), new RecordType(record)));
            }
        }
        UnionType described = new UnionType(type.getQualifiedName().toString(), types.discriminator, branches);
        return new ExtractedUnion(type, described, types.permitted, types.byKeys, place(type), types.unresolved);
    }

    private @Nullable Element place(TypeElement type) {
        return sources.contain(type) ? type : null;
    }

    private static String discriminator(TypeElement type) {
        String tag = Annotations.textOrNull(type, SchemaAnnotation.DISCRIMINATOR);
        return tag == null ? "" : tag;
    }

    private static boolean isByKeys(TypeElement type) {
        AnnotationMirror mirror = Annotations.find(type, SchemaAnnotation.DISCRIMINATOR);
        return mirror != null && Annotations.truth(mirror, "byKeys");
    }

    private static boolean isSealed(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    /** Collects the permitted types of an interface, each once, even if they are circular. */
    private final class PermittedTypes {
        private final String discriminator;
        private final boolean byKeys;
        private final List<Permitted> permitted = new ArrayList<>();
        private final Set<TypeElement> visited = new LinkedHashSet<>();
        private boolean unresolved;

        PermittedTypes(String discriminator, boolean byKeys) {
            this.discriminator = discriminator;
            this.byKeys = byKeys;
        }

        void flatten(TypeElement type) {
            visited.add(type);
            List<? extends TypeMirror> subtypes =
                    sources.contain(type) ? PermittedOrder.of(type) : type.getPermittedSubclasses();
            for (TypeMirror subtype : subtypes) {
                TypeElement element = JavaTypes.element(subtype);
                if (element == null || UnresolvedTypes.in(subtype)) {
                    unresolved = true;
                } else if (visited.add(element)) {
                    add(element);
                }
            }
        }

        private void add(TypeElement element) {
            String own = discriminator(element);
            boolean differs = (!own.isEmpty() && !own.equals(discriminator)) || (isByKeys(element) && !byKeys);
            if (isSealed(element) && !differs) {
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
                return byKeys ? UnionType.MAPPING : kind(element);
            }
            String renamed = Annotations.textOrNull(element, SchemaAnnotation.KEY);
            return renamed == null ? Names.snake(element.getSimpleName().toString()) : renamed;
        }
    }

    /** Returns the kind of YAML value of a record in a union without discriminator: a bare value for one component. */
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
        return JavaTypes.scalarKind(type) != null
                || ProgramScalar.of(type) != null
                || (element != null && element.getKind() == ElementKind.ENUM);
    }
}
