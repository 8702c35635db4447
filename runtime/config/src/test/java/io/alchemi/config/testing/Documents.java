package io.alchemi.config.testing;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.testing.Written.Anchored;
import io.alchemi.config.testing.Written.Items;
import io.alchemi.config.testing.Written.Pair;
import io.alchemi.config.testing.Written.Pairs;
import io.alchemi.config.testing.Written.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes documents for a schema: a half is meant to be valid, the others have one mistake or several, or are no configuration at
 * all. Whether a document is valid is for others to judge.
 */
public final class Documents {
    private final Schema schema;
    private final Decisions decisions;
    private final ScalarTexts scalars;

    private Documents(Schema schema, Decisions decisions) {
        this.schema = schema;
        this.decisions = decisions;
        this.scalars = new ScalarTexts(decisions);
    }

    /** A document as YAML. */
    public static String next(Schema schema, Decisions decisions) {
        return new Documents(schema, decisions).document();
    }

    /** A document without deliberate mistakes as YAML. */
    public static String nextGood(Schema schema, Decisions decisions) {
        return YamlWriter.write(new GoodDocument(schema, decisions).write(), decisions);
    }

    private String document() {
        if (decisions.oneIn(40)) {
            return hopeless();
        }
        Pairs root = new GoodDocument(schema, decisions).write();
        // Mostly one: a second one would hide that somebody overlooks the first.
        int mistakes = decisions.pick(List.of(0, 0, 0, 1, 1, 1, 1, 2));
        for (int i = 0; i < mistakes; i++) {
            change(root);
        }
        if (decisions.oneIn(6)) {
            repeat(root);
        }
        return YamlWriter.write(root, decisions);
    }

    /** A document whose root is no configuration. */
    private String hopeless() {
        String deep = "a: " + "[".repeat(70) + "]".repeat(70) + "\n";
        return decisions.pick(List.of("", "# nothing\n", "null\n", "~\n", "[]\n", "{}\n", "64\n", "'{}'\n", deep));
    }

    private void change(Pairs root) {
        List<Pairs> mappings = new ArrayList<>();
        List<Items> lists = new ArrayList<>();
        collect(root, mappings, lists);
        if (!lists.isEmpty() && decisions.oneIn(5)) {
            items(decisions.pick(lists).items());
            return;
        }
        Pairs mapping = decisions.pick(mappings);
        if (mapping.pairs().isEmpty() || decisions.oneIn(4)) {
            mapping.pairs()
                    .add(decisions.below(mapping.pairs().size() + 1), new Pair(name(), new Piece(scalars.odd())));
            return;
        }
        int at = decisions.below(mapping.pairs().size());
        mapping.pairs().set(at, changed(mapping.pairs().get(at)));
        if (decisions.oneIn(12)) {
            mapping.pairs().remove(at);
        } else if (decisions.oneIn(12)) {
            mapping.pairs().add(mapping.pairs().get(at));
        }
    }

    private static void collect(Written value, List<Pairs> mappings, List<Items> lists) {
        if (value instanceof Pairs mapping) {
            mappings.add(mapping);
            mapping.pairs().forEach(pair -> collect(pair.value(), mappings, lists));
        } else if (value instanceof Items list) {
            lists.add(list);
            list.items().forEach(item -> collect(item, mappings, lists));
        }
    }

    private void items(List<Written> items) {
        if (!items.isEmpty() && decisions.oneIn(2)) {
            int at = decisions.below(items.size());
            if (decisions.oneIn(2)) {
                items.add(decisions.below(items.size() + 1), copyOf(items.get(at)));
            } else {
                items.remove(at);
            }
            return;
        }
        String odd = scalars.odd();
        items.add(decisions.below(items.size() + 1), new Piece(odd.isEmpty() ? "null" : odd));
    }

    private Pair changed(Pair pair) {
        List<String> tags = tags(pair.name());
        if (!tags.isEmpty() && decisions.oneIn(2)) {
            String tag = decisions.pick(tags);
            return new Pair(pair.name(), new Piece(decisions.oneIn(2) ? tag : misspelt(tag)));
        }
        RecordSchema record = decisions.pick(List.copyOf(schema.records().values()));
        for (RecordSchema candidate : schema.records().values()) {
            record = candidate.key(pair.name()) == null ? record : candidate;
        }
        KeySchema key = record.key(pair.name());
        key = key == null ? decisions.pick(record.keys()) : key;
        return switch (decisions.below(8)) {
            case 0 -> new Pair(misspelt(pair.name()), pair.value());
            case 1 -> new Pair(name(), pair.value());
            case 2 -> new Pair(pair.name(), new Items(new ArrayList<>(List.of(copyOf(pair.value())))));
            case 3 -> new Pair(pair.name(), new GoodDocument(schema, decisions).value(record, key, 2));
            case 4, 5 -> new Pair(pair.name(), new Piece(scalars.near(record, key, key.type())));
            default -> new Pair(pair.name(), new Piece(scalars.odd()));
        };
    }

    /** The tags of the unions that a key of this name tells apart. */
    private List<String> tags(String discriminator) {
        List<String> tags = new ArrayList<>();
        for (RecordSchema record : schema.records().values()) {
            for (KeySchema key : record.keys()) {
                if (key.type() instanceof UnionType union
                        && union.discriminator().equals(discriminator)) {
                    union.branches().forEach(branch -> tags.add(branch.tag()));
                }
            }
        }
        return tags;
    }

    /** An empty value cannot stand in a list. */
    private static Written copyOf(Written value) {
        return value instanceof Piece piece && piece.yaml().isEmpty() ? new Piece("null") : value.copy();
    }

    private String misspelt(String name) {
        if (name.isEmpty()) {
            return "x";
        }
        int at = decisions.below(name.length());
        return decisions.oneIn(2) ? name.substring(0, at) + name.substring(at + 1) : name.replace("_", "-") + "s";
    }

    /** A name of some key of today or of former times, or none. */
    private String name() {
        RecordSchema record = decisions.pick(List.copyOf(schema.records().values()));
        List<String> names = new ArrayList<>(List.of("x-a", "$schema", "zzz", "", "global", "train", "null"));
        schema.rootFacts()
                .moves()
                .forEach(move -> names.addAll(List.of(move.from().split("\\."))));
        for (KeySchema key : record.keys()) {
            names.add(key.name());
            names.addAll(key.aliases());
        }
        for (RetiredKey retired : record.retired()) {
            names.add(retired.name());
        }
        return decisions.pick(names);
    }

    /** Writes a value under an extra key of the root, and an alias where it stood. */
    private void repeat(Pairs root) {
        List<Pairs> mappings = new ArrayList<>();
        collect(root, mappings, new ArrayList<>());
        Pairs mapping = decisions.pick(mappings);
        if (mapping.pairs().isEmpty()) {
            return;
        }
        int at = decisions.below(mapping.pairs().size());
        Pair pair = mapping.pairs().get(at);
        boolean merge = pair.value() instanceof Pairs && decisions.oneIn(2);
        Written alias = new Piece("*again");
        if (merge) {
            Pairs merged = Pairs.none();
            merged.add("<<", alias);
            alias = merged;
        }
        mapping.pairs().set(at, new Pair(pair.name(), alias));
        root.pairs().add(0, new Pair("x-again", new Anchored("again", pair.value())));
    }
}
