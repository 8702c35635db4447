package io.alchemi.config.testing;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.testing.Written.Items;
import io.alchemi.config.testing.Written.Pair;
import io.alchemi.config.testing.Written.Pairs;
import io.alchemi.config.testing.Written.Piece;
import io.alchemi.config.testing.Written.Setting;
import java.util.ArrayList;
import java.util.List;

/** Writes documents that a schema accepts, old names and former places among them; only rules are not looked at. */
final class GoodDocument {
    private static final List<String> NAMES = List.of("blue", "a.b", "64", "", "true", "x-y", "Ünï", "<", "$schema");

    /** From here on what may hold itself ends. */
    private static final int DEEP = 3;

    private final Schema schema;
    private final Decisions decisions;
    private final ScalarTexts scalars;

    GoodDocument(Schema schema, Decisions decisions) {
        this.schema = schema;
        this.decisions = decisions;
        this.scalars = new ScalarTexts(decisions);
    }

    Pairs write() {
        Pairs root = record(schema.root(), 0);
        if (decisions.oneIn(4)) {
            root.add("x-note", new Piece(scalars.odd()));
        }
        if (decisions.oneIn(6)) {
            root.add("$schema", new Piece("schemas/train.schema.json"));
        }
        return root;
    }

    private Pairs record(RecordSchema record, int depth) {
        Pairs pairs = Pairs.none();
        int sparse = 1 + decisions.below(4);
        for (KeySchema key : record.keys()) {
            boolean isSection = key.type() instanceof RecordType;
            boolean needed = key.requiredIf() != null || (key.defaultText() == null && !key.nullable());
            boolean given = needed ? !isSection || !decisions.oneIn(6) : decisions.below(4) < sparse;
            if (given && (depth < 5 || (needed && depth < 12))) {
                String name =
                        key.aliases().isEmpty() || !decisions.oneIn(4) ? key.name() : decisions.pick(key.aliases());
                pairs.add(name, value(record, key, depth), new Setting(record, key, key.type()));
            }
        }
        for (RetiredKey retired : record.retired()) {
            if (decisions.oneIn(12)) {
                pairs.add(retired.name(), new Piece(scalars.odd()));
            }
        }
        shuffle(pairs);
        for (MovedKey move : record.moves()) {
            if (decisions.oneIn(4)) {
                moveBack(pairs, move);
            }
        }
        return pairs;
    }

    private void shuffle(Pairs pairs) {
        if (decisions.oneIn(3) && pairs.pairs().size() > 1) {
            pairs.pairs().add(pairs.pairs().remove(decisions.below(pairs.pairs().size())));
        }
    }

    /** A value that a key accepts. */
    private Written value(RecordSchema record, KeySchema key, int depth) {
        boolean empty =
                key.type() instanceof RecordType section && !requiresAny(schema.record(section)) && decisions.oneIn(10);
        if (empty || (key.nullable() && decisions.oneIn(key.requiredIf() == null ? 5 : 20))) {
            return new Piece(decisions.pick(List.of("null", "~", "")));
        }
        return value(record, key, key.type(), depth);
    }

    /** A value that some key accepts, not too deep. */
    Written anyValue() {
        List<RecordSchema> records = new ArrayList<>(schema.records().values());
        records.removeIf(record -> record.keys().isEmpty());
        RecordSchema record = decisions.pick(records);
        return value(record, decisions.pick(record.keys()), DEEP);
    }

    private static boolean requiresAny(RecordSchema record) {
        return record.keys().stream().anyMatch(key -> key.defaultText() == null && !key.nullable());
    }

    private Written value(RecordSchema record, KeySchema key, ValueType type, int depth) {
        if (type instanceof RecordType section) {
            return record(schema.record(section), depth + 1);
        } else if (type instanceof UnionType union) {
            return union(key, union, depth);
        } else if (type instanceof ListType list) {
            return new Items(items(record, key, list, depth));
        } else if (type instanceof MapType map) {
            Pairs pairs = Pairs.none();
            for (int i = count(key, type); i > 0; i--) {
                EnumType keys = map.keys();
                String name = keys != null
                        ? scalars.spelling(record.enumOf(keys))
                        : decisions.pick(map.keyKind() == ScalarKind.STRING ? NAMES : KindSamples.keys(map.keyKind()));
                pairs.remove(name);
                pairs.add(name, value(record, key, map.value(), depth + 1), new Setting(record, key, map.value()));
            }
            return pairs;
        } else if (type instanceof AnyType) {
            return anything();
        }
        return new Piece(scalars.good(record, key, type));
    }

    private Written anything() {
        Pairs pairs = Pairs.none();
        pairs.add("a", new Piece("1"));
        return decisions.pick(List.of(
                new Piece("null"),
                new Piece("'8'"),
                new Piece("true"),
                new Items(new ArrayList<>(List.of(new Piece("x")))),
                pairs));
    }

    private List<Written> items(RecordSchema record, KeySchema key, ListType list, int depth) {
        List<Written> items = new ArrayList<>();
        int count = depth < DEEP ? count(key, list) : key.length().min();
        if (list.unique() && list.item() instanceof EnumType && !decisions.oneIn(4)) {
            count = Math.min(count, 1); // More would often be one constant in two spellings.
        }
        for (int i = 0; i < count; i++) {
            Written item = value(record, key, list.item(), depth + 1);
            if (!list.unique() || !items.contains(item)) {
                items.add(item);
            }
        }
        return items;
    }

    /** How many things a collection of a key holds. */
    private int count(KeySchema key, ValueType type) {
        LengthBounds length = key.lengthOf(type);
        return length.min() + decisions.below(Math.min(length.max() - length.min(), 3) + 1);
    }

    private Written union(KeySchema key, UnionType union, int depth) {
        Branch branch = decisions.pick(depth < DEEP ? union.branches() : flat(union));
        RecordSchema record = schema.record(branch.record());
        if (union.isBare(branch)) {
            KeySchema only = record.keys().get(0);
            return value(record, only, only.type(), depth + 1);
        }
        Pairs pairs = record(record, depth + 1);
        String stated = key.defaultText() == null ? "" : key.defaultText();
        boolean byDefault = stated.startsWith("{" + union.discriminator() + ": " + branch.tag()) && decisions.oneIn(2);
        if (!union.isByKind() && !byDefault) {
            int at = decisions.oneIn(4) ? decisions.below(pairs.pairs().size() + 1) : 0;
            pairs.pairs().add(at, new Pair(union.discriminator(), new Piece(branch.tag())));
        }
        return pairs;
    }

    /** The branches that hold no union themselves. */
    private List<Branch> flat(UnionType union) {
        List<Branch> flat = new ArrayList<>();
        for (Branch branch : union.branches()) {
            boolean nested = schema.record(branch.record()).keys().stream()
                    .map(key -> key.type().leaf())
                    .anyMatch(type -> type instanceof UnionType);
            if (!nested) {
                flat.add(branch);
            }
        }
        return flat.isEmpty() ? union.branches() : flat;
    }

    /** Writes a key at its former place. */
    private void moveBack(Pairs record, MovedKey move) {
        Pairs present = section(record, move.to(), false);
        String name = lastName(move.to());
        Pair pair = present == null ? null : present.find(name);
        Pairs former = pair == null ? null : section(record, move.from(), true);
        if (former == null || former.get(lastName(move.from())) != null) {
            return;
        }
        if (!decisions.oneIn(6)) { // Otherwise both places say the same.
            present.remove(name);
        }
        former.pairs().add(pair.withName(lastName(move.from())));
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The mapping that holds the last name of a path, or null. */
    private static Pairs section(Pairs record, String path, boolean make) {
        Pairs section = record;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            if (section.get(names[i]) == null && make) {
                section.add(names[i], Pairs.none());
            }
            if (!(section.get(names[i]) instanceof Pairs inner)) {
                return null;
            }
            section = inner;
        }
        return section;
    }
}
