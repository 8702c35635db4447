package io.alchemi.processor.extract;

import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Length;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.processor.extract.Component.Support;
import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.GlobalBlock;
import io.alchemi.schema.Input;
import io.alchemi.schema.Key;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Moved;
import io.alchemi.schema.Range;
import io.alchemi.schema.Retired;
import io.alchemi.schema.Rule;
import io.alchemi.schema.Suggest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Takes the description of a record that is being compiled from its elements. */
final class RecordExtractor {
    private final Elements elements;
    private final EnumExtractor enums;

    RecordExtractor(Elements elements, EnumExtractor enums) {
        this.elements = elements;
        this.enums = enums;
    }

    /** The description of a record, however faulty. */
    ExtractedRecord extract(TypeElement type) {
        Docs docs = Docs.empty();
        DocComment comment = DocComment.of(elements.getDocComment(type));
        docs.putRecord(comment.main());
        AnnotationMirror global = Annotations.find(type, GlobalBlock.class);
        TypeExtractor types = new TypeExtractor(enums, docs);
        List<Component> components = components(type, types, comment, docs, global != null);
        List<ExecutableElement> rules = rules(type);
        RecordSchema schema = new RecordSchema(
                type.getQualifiedName().toString(),
                components.stream().map(Component::key).toList(),
                rules.stream().map(rule -> rule(rule, components)).toList(),
                retired(type),
                types.enums(),
                root(type),
                global == null ? null : Annotations.text(global, "variables"));
        boolean unresolved = Annotations.unresolved(type) || unresolved(components);
        return new ExtractedRecord(type, true, schema, docs, components, rules, unresolved);
    }

    private static boolean unresolved(List<Component> components) {
        for (Component component : components) {
            if (component.support() == Support.UNRESOLVED || Annotations.unresolved(component.element())) {
                return true;
            }
        }
        return false;
    }

    private static List<Component> components(
            TypeElement type, TypeExtractor types, DocComment comment, Docs docs, boolean global) {
        Map<String, Element> fields = new HashMap<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            fields.put(field.getSimpleName().toString(), field);
        }
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement element : type.getRecordComponents()) {
            String name = element.getSimpleName().toString();
            Element field = fields.getOrDefault(name, type);
            String keyName = keyName(element);
            docs.putKey(keyName, comment.param(name));
            for (AnnotationMirror suggestion : suggestions(element)) {
                docs.putSuggestion(keyName, Annotations.text(suggestion, "value"), Annotations.text(suggestion, "doc"));
            }
            ValueType valueType = types.type(element.asType(), Annotations.has(element, Input.class));
            KeySchema key = key(element, field, valueType == null ? new TextType() : valueType, global);
            components.add(new Component(element, field, key, support(element.asType(), valueType)));
        }
        return components;
    }

    private static Support support(TypeMirror type, @Nullable ValueType valueType) {
        if (valueType != null) {
            return Support.SUPPORTED;
        }
        return UnresolvedTypes.in(type) ? Support.UNRESOLVED : Support.UNSUPPORTED;
    }

    private static KeySchema key(RecordComponentElement element, Element field, ValueType type, boolean global) {
        String name = keyName(element);
        return new KeySchema(
                name,
                element.getSimpleName().toString(),
                type,
                Nullability.of(element, field),
                Annotations.textOrNull(element, Default.class),
                Annotations.textOrNull(element, Example.class),
                Annotations.texts(element, Alias.class),
                bounds(element),
                Length.NONE,
                pattern(element),
                "",
                null,
                flag(element, name, global));
    }

    private static String keyName(RecordComponentElement element) {
        String renamed = Annotations.textOrNull(element, Key.class);
        return renamed == null ? Names.snake(element.getSimpleName().toString()) : renamed;
    }

    private static Bounds bounds(Element element) {
        AnnotationMirror range = Annotations.find(element, Range.class);
        return range == null
                ? Bounds.NONE
                : new Bounds(
                        Annotations.number(range, "min"),
                        Annotations.truth(range, "minExclusive"),
                        Annotations.number(range, "max"),
                        Annotations.truth(range, "maxExclusive"));
    }

    private static @Nullable TextPattern pattern(Element element) {
        AnnotationMirror matches = Annotations.find(element, Matches.class);
        if (matches == null) {
            return null;
        }
        List<String> suggestions = new ArrayList<>();
        for (AnnotationMirror suggestion : suggestions(element)) {
            suggestions.add(Annotations.text(suggestion, "value"));
        }
        return new TextPattern(
                Annotations.text(matches, "value"), Annotations.text(matches, "describedAs"), suggestions);
    }

    private static List<AnnotationMirror> suggestions(Element element) {
        return Annotations.all(element, Suggest.class, Suggest.All.class);
    }

    private static @Nullable FlagSchema flag(Element element, String key, boolean global) {
        AnnotationMirror flag = Annotations.find(element, Flag.class);
        if (flag == null) {
            return global ? new FlagSchema(Names.flag(key), "") : null;
        }
        String name = Annotations.text(flag, "value");
        return new FlagSchema(name.isEmpty() ? Names.flag(key) : name, Annotations.text(flag, "shortName"));
    }

    /** The rules by name, since not every compiler knows the order in which they are written. */
    private static List<ExecutableElement> rules(TypeElement type) {
        List<ExecutableElement> rules = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, Rule.class)) {
                rules.add(method);
            }
        }
        rules.sort(Comparator.comparing(method -> method.getSimpleName().toString()));
        return rules;
    }

    private static RuleSchema rule(ExecutableElement method, List<Component> components) {
        List<String> keys = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            for (Component component : components) {
                if (parameter.getSimpleName().contentEquals(component.key().component())) {
                    keys.add(component.key().name());
                }
            }
        }
        String sentence = Annotations.textOrNull(method, Rule.class);
        return new RuleSchema(method.getSimpleName().toString(), sentence == null ? "" : sentence, keys);
    }

    private static List<RetiredKey> retired(TypeElement type) {
        List<RetiredKey> keys = new ArrayList<>();
        for (AnnotationMirror retired : Annotations.all(type, Retired.class, Retired.All.class)) {
            keys.add(new RetiredKey(Annotations.text(retired, "value"), Annotations.text(retired, "reason")));
        }
        return keys;
    }

    private static @Nullable RootSchema root(TypeElement type) {
        AnnotationMirror root = Annotations.find(type, ConfigSchema.class);
        if (root == null) {
            return null;
        }
        List<MovedKey> moves = new ArrayList<>();
        for (AnnotationMirror moved : Annotations.all(type, Moved.class, Moved.All.class)) {
            moves.add(new MovedKey(Annotations.text(moved, "from"), Annotations.text(moved, "to")));
        }
        return new RootSchema(
                Annotations.text(root, "id"),
                Annotations.texts(root, "files"),
                Annotations.text(root, "example"),
                moves);
    }
}
