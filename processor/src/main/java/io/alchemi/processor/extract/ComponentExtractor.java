package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.processor.extract.ConstraintAnnotations.Stated;
import io.alchemi.processor.extract.TypeExtractor.FoundType;
import io.alchemi.processor.extract.TypeFault.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Extracts the keys of a record from its components, and their docs from its doc comment. */
final class ComponentExtractor {
    private final TypeElement record;
    private final TypeArguments arguments;
    private final TypeExtractor types;
    private final DocComment comment;
    private final Docs docs;
    private final Elements elements;
    private final Records records;
    private final boolean global;
    private final Map<String, Element> fields = new HashMap<>();

    /**
     * Creates an extractor.
     *
     * @param arguments the type arguments of the record
     * @param comment the doc comment of the record
     * @param docs receives the docs of the keys
     * @param records finds the flattened records
     * @param global true if the record is a global block
     */
    ComponentExtractor(
            TypeElement record,
            TypeArguments arguments,
            TypeExtractor types,
            DocComment comment,
            Docs docs,
            Elements elements,
            Records records,
            boolean global) {
        this.record = record;
        this.arguments = arguments;
        this.types = types;
        this.comment = comment;
        this.docs = docs;
        this.elements = elements;
        this.records = records;
        this.global = global;
        for (VariableElement field : ElementFilter.fieldsIn(record.getEnclosedElements())) {
            fields.put(field.getSimpleName().toString(), field);
        }
    }

    /** Returns the components in source order. */
    List<Component> components() {
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement element : record.getRecordComponents()) {
            components.add(component(element));
        }
        return components;
    }

    private Component component(RecordComponentElement element) {
        String name = element.getSimpleName().toString();
        Element field = fields.getOrDefault(name, record);
        Deprecation deprecation = Deprecation.of(element, field, comment.param(name), elements);
        String keyName = keyName(element);
        TypeMirror java = arguments.typeOf(element);
        FoundType found = find(element, java);
        ValueType type = found.type() == null ? new ScalarType(ScalarKind.STRING) : found.type();
        KeySchema.Builder key = KeySchema.of(keyName, name, type)
                .nullable(found.optional() || isNullable(element, field, keyName))
                .defaultText(Annotations.textOrNull(element, SchemaAnnotation.DEFAULT))
                .exampleText(Annotations.textOrNull(element, SchemaAnnotation.EXAMPLE))
                .deprecated(deprecated(deprecation, keyName))
                .flag(flag(element, keyName))
                .operand(Annotations.has(element, SchemaAnnotation.OPERAND))
                .requiredIf(requirement(element));
        for (String alias : Annotations.texts(element, SchemaAnnotation.ALIAS)) {
            key.alias(alias);
        }
        String unit = Annotations.textOrNull(element, SchemaAnnotation.UNIT);
        key.unit(unit == null ? "" : unit);
        for (Stated stated : ConstraintAnnotations.of(element)) {
            if (stated.constraint().appliesTo(type)) {
                key.constraint(stated.constraint());
            }
        }
        ProgramScalar made = ProgramScalar.of(JavaTypes.innermost(java));
        key.format(made == null ? "" : made.format());
        StringPattern pattern = made == null ? null : made.pattern();
        if (pattern != null && pattern.appliesTo(type) && !key.has(StringPattern.class)) {
            key.constraint(pattern);
        }
        List<IgnoredConstraint> ignored = JakartaConstraints.add(key, element, field, type);
        boolean dependent = Generics.hasVariable(element.asType());
        boolean supported =
                found.faults().isEmpty() && !Annotations.unresolved(element) && !arguments.isUnknown(element);
        KeySchema described = key.build();
        List<TypeFault> faults = faults(found, java, element, field);
        if (!supported || !Annotations.has(element, SchemaAnnotation.FLATTEN)) {
            putDocs(keyName, deprecation, element);
            return new Component(element, field, java, dependent, described, supported, faults, ignored, null);
        }
        Reason reason = whyNotFlat(described);
        if (reason != null) {
            faults.add(new TypeFault(reason, java));
        }
        ExtractedRecord flattened =
                reason == null && type instanceof RecordType section ? records.find(section.type()) : null;
        if (flattened == null) {
            putDocs(keyName, deprecation, element);
        }
        return new Component(element, field, java, dependent, described, reason == null, faults, ignored, flattened);
    }

    /** Returns the type in YAML. The types that depend on unknown type arguments are any. */
    private FoundType find(RecordComponentElement element, TypeMirror java) {
        if (EndlessGenerics.isEndless(record, element)) {
            return new FoundType(null, false, List.of(new TypeFault(Reason.ENDLESS, java)));
        } else if (arguments.isUnknown(element)) {
            return new FoundType(new AnyType(), JavaTypes.isOptional(java), List.of());
        }
        return types.find(java, InputSchema.paths(element), Annotations.has(element, SchemaAnnotation.SECRET));
    }

    private boolean isNullable(RecordComponentElement element, Element field, String keyName) {
        KeySchema written = arguments.writtenKey(keyName);
        return written == null ? Nullability.of(element, field) : written.nullable();
    }

    private @Nullable String deprecated(Deprecation deprecation, String keyName) {
        KeySchema written = arguments.writtenKey(keyName);
        return written == null ? deprecation.reason() : written.deprecated();
    }

    private void putDocs(String key, Deprecation deprecation, Element element) {
        docs.putKey(key, deprecation.doc());
        for (AnnotationMirror suggestion : Annotations.all(element, SchemaAnnotation.SUGGEST)) {
            docs.putSuggestion(key, Annotations.text(suggestion, "value"), Annotations.text(suggestion, "doc"));
        }
    }

    /** Returns why a component cannot be flattened, or null. A record without description is reported like that of a section. */
    private @Nullable Reason whyNotFlat(KeySchema key) {
        if (!(key.type() instanceof RecordType section)) {
            return Reason.FLATTENED_VALUE;
        } else if (key.nullable()) {
            return Reason.FLATTENED_NULLABLE;
        } else if (records.isOpen(section.type())) {
            return Reason.FLATTENED_ITSELF;
        }
        ExtractedRecord found = records.find(section.type());
        return found != null && found.schema().variables() != null ? Reason.FLATTENED_GLOBAL : null;
    }

    private static List<TypeFault> faults(
            FoundType found, TypeMirror java, RecordComponentElement element, Element field) {
        List<TypeFault> faults = new ArrayList<>(found.faults());
        TypeMirror nullable = Nullability.inside(element, field);
        if (nullable != null) {
            faults.add(new TypeFault(Reason.NULL_ITEM, nullable));
        }
        if (found.optional() && Nullability.of(element, field)) {
            faults.add(new TypeFault(Reason.NULLABLE_OPTIONAL, java));
        }
        if (Annotations.unresolved(element)) {
            faults.add(new TypeFault(Reason.UNRESOLVED_ANNOTATION, java));
        }
        return faults;
    }

    private static String keyName(RecordComponentElement element) {
        String renamed = Annotations.textOrNull(element, SchemaAnnotation.KEY);
        return renamed == null ? Names.snake(element.getSimpleName().toString()) : renamed;
    }

    private static @Nullable Requirement requirement(Element element) {
        AnnotationMirror stated = Annotations.find(element, SchemaAnnotation.REQUIRED_IF);
        return stated == null
                ? null
                : new Requirement(Annotations.text(stated, "key"), Annotations.text(stated, "equals"));
    }

    private @Nullable FlagSchema flag(Element element, String key) {
        AnnotationMirror flag = Annotations.find(element, SchemaAnnotation.FLAG);
        if (flag == null) {
            return global ? new FlagSchema(Names.flag(key), "") : null;
        }
        String name = Annotations.text(flag, "value");
        return new FlagSchema(name.isEmpty() ? Names.flag(key) : name, Annotations.text(flag, "shortName"));
    }
}
