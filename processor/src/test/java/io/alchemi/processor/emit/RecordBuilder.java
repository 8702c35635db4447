package io.alchemi.processor.emit;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a record by hand; what is said about a key stands after it. */
public final class RecordBuilder {
    private final String type;
    private final Docs docs = Docs.empty();
    private final List<KeySchema.Builder> keys = new ArrayList<>();
    private final List<RuleSchema> rules = new ArrayList<>();
    private final List<RetiredKey> retired = new ArrayList<>();
    private final List<MovedKey> moves = new ArrayList<>();
    private final Map<String, EnumSchema> enums = new LinkedHashMap<>();
    private @Nullable String id;
    private List<String> files = List.of();
    private @Nullable String variables;

    private RecordBuilder(String type, String doc) {
        this.type = type;
        docs.putRecord(doc);
    }

    public static RecordBuilder record(String type, String doc) {
        return new RecordBuilder(type, doc);
    }

    /** The schema of a root and the records below it. */
    public static Schema schema(RecordBuilder root, RecordBuilder... below) {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        Map<String, Docs> docs = new LinkedHashMap<>();
        RecordSchema rootSchema = root.build();
        records.put(root.type, rootSchema);
        docs.put(root.type, root.docs);
        for (RecordBuilder record : below) {
            records.put(record.type, record.build());
            docs.put(record.type, record.docs);
        }
        return new Schema(rootSchema, records, name -> docs.getOrDefault(name, Docs.empty()));
    }

    private RecordSchema build() {
        RootSchema root = id == null ? null : new RootSchema(id, files, "", "");
        return new RecordSchema(
                type,
                keys.stream().map(KeySchema.Builder::build).toList(),
                rules,
                retired,
                List.copyOf(moves),
                List.copyOf(enums.values()),
                root,
                variables);
    }

    public RecordBuilder root(String schemaId, String... filePatterns) {
        id = schemaId;
        files = List.of(filePatterns);
        return this;
    }

    public RecordBuilder moved(String from, String to) {
        moves.add(new MovedKey(from, to));
        return this;
    }

    public RecordBuilder global(String prefix) {
        variables = prefix;
        return this;
    }

    public RecordBuilder retired(String name, String reason) {
        retired.add(new RetiredKey(name, reason));
        return this;
    }

    public RecordBuilder rule(String sentence, String... of) {
        rules.add(new RuleSchema("rule" + rules.size(), sentence, List.of(of)));
        return this;
    }

    public RecordBuilder key(String name, ValueType valueType, String doc) {
        docs.putKey(name, doc);
        keys.add(KeySchema.of(name, name, valueType));
        return this;
    }

    public RecordBuilder key(String name, EnumSchema constants, String doc, String... constantDocs) {
        enums.put(constants.type(), constants);
        for (int i = 0; i < constantDocs.length; i++) {
            docs.putConstant(constants.type(), constants.constants().get(i).name(), constantDocs[i]);
        }
        return key(name, new EnumType(constants.type()), doc);
    }

    private KeySchema.Builder last() {
        return keys.get(keys.size() - 1);
    }

    public RecordBuilder nullable() {
        last().nullable(true);
        return this;
    }

    public RecordBuilder orElse(String defaultText) {
        last().defaultText(defaultText);
        return this;
    }

    public RecordBuilder example(String exampleText) {
        last().exampleText(exampleText);
        return this;
    }

    public RecordBuilder alias(String... aliases) {
        List.of(aliases).forEach(last()::alias);
        return this;
    }

    public RecordBuilder bounds(double min, boolean minExclusive, double max, boolean maxExclusive) {
        last().constraint(new Bounds(min, minExclusive, max, maxExclusive));
        return this;
    }

    public RecordBuilder atLeast(double min) {
        return bounds(min, false, Double.POSITIVE_INFINITY, false);
    }

    public RecordBuilder moreThan(double min) {
        return bounds(min, true, Double.POSITIVE_INFINITY, false);
    }

    public RecordBuilder matches(String regex, String describedAs) {
        last().constraint(new StringPattern(regex, describedAs, new ArrayList<>()));
        return this;
    }

    public RecordBuilder suggest(String value, String doc) {
        KeySchema key = last().build();
        StringPattern pattern = key.pattern();
        if (pattern == null) {
            throw new IllegalStateException(key.name() + " has no pattern");
        }
        pattern.suggestions().add(value);
        docs.putSuggestion(key.name(), value, doc);
        return this;
    }

    public RecordBuilder flag(String name, String shortName) {
        last().flag(new FlagSchema(name, shortName));
        return this;
    }
}
