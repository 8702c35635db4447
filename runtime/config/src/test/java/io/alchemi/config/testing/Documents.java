package io.alchemi.config.testing;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.testing.GeneratedDocument.Change;
import io.alchemi.config.testing.Written.Anchored;
import io.alchemi.config.testing.Written.Items;
import io.alchemi.config.testing.Written.Pair;
import io.alchemi.config.testing.Written.Pairs;
import io.alchemi.config.testing.Written.Piece;
import io.alchemi.config.testing.Written.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes documents for a schema: a half is meant to be valid, the others have one mistake or several, or are no configuration at
 * all. Whether a document is valid is for others to judge.
 */
public final class Documents {
    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());

    private final Schema schema;
    private final Decisions decisions;
    private final ScalarTexts scalars;
    private final List<Change> changes = new ArrayList<>();

    private Documents(Schema schema, Decisions decisions) {
        this.schema = schema;
        this.decisions = decisions;
        this.scalars = new ScalarTexts(decisions);
    }

    /** A document as YAML. */
    public static GeneratedDocument next(Schema schema, Decisions decisions) {
        Documents documents = new Documents(schema, decisions);
        return new GeneratedDocument(documents.document(), documents.changes);
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
        List<Spot> spots = new ArrayList<>();
        collect(root, spots);
        if (spots.isEmpty() || decisions.oneIn(10)) {
            addKey(root);
            changes.add(new Change(new RecordType(schema.root().type()), Mutation.NEAR));
            return;
        }
        Spot spot = decisions.pick(spots);
        Mutation mutation = decisions.pick(MUTATIONS);
        changes.add(new Change(spot.pair().setting().type(), mutation));
        mutate(spot, mutation);
    }

    private void addKey(Pairs mapping) {
        int at = decisions.below(mapping.pairs().size() + 1);
        mapping.pairs().add(at, new Pair(name(), new Piece(scalars.odd())));
    }

    /** A pair that sets a key, and where it stands. */
    private record Spot(Pairs mapping, int at) {
        Pair pair() {
            return mapping.pairs().get(at);
        }
    }

    private static void collect(Written value, List<Spot> spots) {
        if (value instanceof Pairs mapping) {
            for (int at = 0; at < mapping.pairs().size(); at++) {
                Pair pair = mapping.pairs().get(at);
                if (pair.setting() != null) {
                    spots.add(new Spot(mapping, at));
                }
                collect(pair.value(), spots);
            }
        } else if (value instanceof Items list) {
            list.items().forEach(item -> collect(item, spots));
        }
    }

    private void mutate(Spot spot, Mutation mutation) {
        Pair pair = spot.pair();
        List<Pair> pairs = spot.mapping().pairs();
        switch (mutation) {
            case MISSPELT_NAME -> pairs.set(spot.at(), pair.withName(misspelt(pair.name())));
            case OTHER_NAME -> pairs.set(spot.at(), pair.withName(name()));
            case REMOVED -> pairs.remove(spot.at());
            case REPEATED -> pairs.add(pair.withValue(pair.value().copy()));
            case IN_A_LIST ->
                pairs.set(spot.at(), pair.withValue(new Items(new ArrayList<>(List.of(item(pair.value()))))));
            case NEAR -> pairs.set(spot.at(), pair.withValue(near(pair.value(), pair.setting())));
            case OTHER_VALUE -> pairs.set(spot.at(), pair.withValue(new GoodDocument(schema, decisions).anyValue()));
            case ODD -> pairs.set(spot.at(), pair.withValue(new Piece(scalars.odd())));
        }
    }

    private Written near(Written value, Setting setting) {
        if (value instanceof Items list && decisions.oneIn(2)) {
            changeItems(list.items());
            return list;
        } else if (value instanceof Pairs mapping) {
            changePairs(mapping, setting.type());
            return mapping;
        }
        return new Piece(scalars.near(setting.record(), setting.key(), setting.type()));
    }

    private void changeItems(List<Written> items) {
        if (items.isEmpty() || decisions.oneIn(2)) {
            items.add(decisions.below(items.size() + 1), item(new Piece(scalars.odd())));
            return;
        }
        int at = decisions.below(items.size());
        if (decisions.oneIn(2)) {
            items.add(decisions.below(items.size() + 1), item(items.get(at)));
        } else {
            items.remove(at);
        }
    }

    private void changePairs(Pairs mapping, ValueType type) {
        if (type instanceof UnionType union && mapping.find(union.discriminator()) != null && decisions.oneIn(2)) {
            Pair tagged = mapping.find(union.discriminator());
            String tag = decisions.pick(union.branches()).tag();
            Piece written = new Piece(decisions.oneIn(2) ? tag : misspelt(tag));
            mapping.pairs().set(mapping.pairs().indexOf(tagged), tagged.withValue(written));
        } else if (mapping.pairs().isEmpty() || decisions.oneIn(2)) {
            addKey(mapping);
        } else {
            mapping.pairs().remove(decisions.below(mapping.pairs().size()));
        }
    }

    /** A copy of a value that can stand in a list, where an empty one cannot. */
    private static Written item(Written value) {
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
        for (RecordSchema moved : List.of(schema.root(), record)) {
            moved.moves().forEach(move -> names.addAll(List.of(move.from().split("\\."))));
        }
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
        List<Spot> spots = new ArrayList<>();
        collect(root, spots);
        if (spots.isEmpty()) {
            return;
        }
        Spot spot = decisions.pick(spots);
        Pair pair = spot.pair();
        boolean merge = pair.value() instanceof Pairs && decisions.oneIn(2);
        Written alias = new Piece("*again");
        if (merge) {
            Pairs merged = Pairs.none();
            merged.add("<<", alias);
            alias = merged;
        }
        spot.mapping().pairs().set(spot.at(), pair.withValue(alias));
        root.pairs().add(0, new Pair("x-again", new Anchored("again", pair.value())));
    }
}
