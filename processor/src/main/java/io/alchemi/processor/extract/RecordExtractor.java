package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.RuleSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Extracts the description of a record from source. */
final class RecordExtractor {
    private final Elements elements;
    private final EnumExtractor enums;
    private final UnionExtractor unions;
    private final Generics generics;

    RecordExtractor(Elements elements, Generics generics, EnumExtractor enums, UnionExtractor unions) {
        this.elements = elements;
        this.generics = generics;
        this.enums = enums;
        this.unions = unions;
    }

    /**
     * Returns the description of a record, which may contain errors.
     *
     * @param records finds the flattened records
     */
    ExtractedRecord extract(TypeElement type, Records records) {
        return extract(type, new TypeArguments(generics, type, null, null), records);
    }

    /**
     * Returns the description of an application of a generic record.
     *
     * @param generic the generic record
     */
    ExtractedRecord extract(DeclaredType application, ExtractedRecord generic, Records records) {
        TypeElement type = generic.element();
        return extract(type, new TypeArguments(generics, type, application, generic), records);
    }

    private ExtractedRecord extract(TypeElement type, TypeArguments arguments, Records records) {
        Docs docs = Docs.empty();
        DocComment comment = DocComment.of(elements.getDocComment(type));
        docs.putRecord(comment.main());
        boolean isGeneric = Generics.isGeneric(type);
        AnnotationMirror global = isGeneric ? null : Annotations.find(type, SchemaAnnotation.GLOBAL_BLOCK);
        TypeExtractor types = new TypeExtractor(elements, generics, enums, unions);
        List<Component> components = new ComponentExtractor(
                        type, arguments, types, comment, docs, elements, records, global != null)
                .components();
        ExtractedRecord written = arguments.written();
        List<ExecutableElement> rules = written == null ? rules(type) : List.of();
        List<RuleSchema> allRules = new ArrayList<>();
        for (ExecutableElement rule : rules) {
            allRules.add(rule(rule, components));
        }
        if (written != null) {
            // Class files have no names of parameters. The rules of flattened records follow.
            allRules.addAll(written.schema().rules().subList(0, rules(type).size()));
            docs.putAll(written.docs());
        }
        List<RetiredKey> retired = retired(type);
        List<MovedKey> moves = new ArrayList<>(moves(type));
        Map<String, ExtractedEnum> allEnums = new LinkedHashMap<>(types.enums());
        Map<String, ExtractedUnion> allUnions = new LinkedHashMap<>(types.unions());
        List<KeySchema> keys = new ArrayList<>();
        for (Component component : components) {
            keys.addAll(component.keys());
            ExtractedRecord flattened = component.flattened();
            if (flattened != null) {
                docs.putKeys(flattened.docs());
                allRules.addAll(flattened.schema().rules());
                retired.addAll(flattened.schema().retired());
                moves.addAll(flattened.schema().moves());
                for (ExtractedEnum constants : flattened.enums()) {
                    allEnums.putIfAbsent(constants.schema().type(), constants);
                }
                for (ExtractedUnion union : flattened.unions()) {
                    allUnions.putIfAbsent(union.type().type(), union);
                }
            }
        }
        List<ExtractedEnum> enumsOfKeys = List.copyOf(allEnums.values());
        RecordSchema schema = new RecordSchema(
                arguments.name(),
                keys,
                allRules,
                retired,
                moves,
                enumsOfKeys.stream().map(ExtractedEnum::schema).toList(),
                isGeneric ? null : root(type),
                global == null ? null : Annotations.text(global, "variables"));
        return new ExtractedRecord(
                type,
                arguments.generic(),
                arguments.type(),
                written == null,
                schema,
                docs,
                components,
                enumsOfKeys,
                List.copyOf(allUnions.values()),
                rules,
                strayParams(type, comment, components));
    }

    private static List<String> strayParams(TypeElement type, DocComment comment, List<Component> components) {
        List<String> stray = new ArrayList<>(comment.params());
        for (TypeParameterElement parameter : type.getTypeParameters()) {
            stray.remove("<" + parameter.getSimpleName() + ">");
        }
        for (Component component : components) {
            stray.remove(component.key().component());
        }
        return stray;
    }

    /** Returns the rules sorted by name, since not every compiler keeps source order. */
    private static List<ExecutableElement> rules(TypeElement type) {
        List<ExecutableElement> rules = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, SchemaAnnotation.RULE)) {
                rules.add(method);
            }
        }
        rules.sort(Comparator.comparing(method -> method.getSimpleName().toString()));
        return rules;
    }

    private static RuleSchema rule(ExecutableElement method, List<Component> components) {
        String stated = Annotations.textOrNull(method, SchemaAnnotation.RULE);
        String sentence = stated == null ? "" : stated;
        List<String> keys = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            for (Component component : components) {
                if (parameter.getSimpleName().contentEquals(component.key().component())) {
                    keys.addAll(keys(component, sentence));
                }
            }
        }
        return new RuleSchema(method.getSimpleName().toString(), sentence, keys);
    }

    /** Returns the keys of a component: those of a flattened record that a sentence names, or all if it names none. */
    private static List<String> keys(Component component, String sentence) {
        List<String> all = component.keys().stream().map(KeySchema::name).toList();
        List<String> named = all.stream()
                .filter(name -> Pattern.compile(
                                "(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])", Pattern.UNICODE_CHARACTER_CLASS)
                        .matcher(sentence)
                        .find())
                .toList();
        return named.isEmpty() ? all : named;
    }

    private static List<RetiredKey> retired(TypeElement type) {
        List<RetiredKey> keys = new ArrayList<>();
        for (AnnotationMirror retired : Annotations.all(type, SchemaAnnotation.RETIRED)) {
            keys.add(new RetiredKey(Annotations.text(retired, "value"), Annotations.text(retired, "reason")));
        }
        return keys;
    }

    private static List<MovedKey> moves(TypeElement type) {
        List<MovedKey> moves = new ArrayList<>();
        for (AnnotationMirror moved : Annotations.all(type, SchemaAnnotation.MOVED)) {
            moves.add(new MovedKey(Annotations.text(moved, "from"), Annotations.text(moved, "to")));
        }
        return moves;
    }

    private static @Nullable RootSchema root(TypeElement type) {
        AnnotationMirror root = Annotations.find(type, SchemaAnnotation.CONFIG_SCHEMA);
        if (root == null) {
            return null;
        }
        return new RootSchema(
                Annotations.text(root, "id"),
                Annotations.texts(root, "files"),
                Annotations.text(root, "example"),
                Annotations.text(root, "env"));
    }
}
