package io.alchemi.config.layer;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paths that the name of an environment variable means. {@code HTTP__TIMEOUT}, after the prefix of the schema, is
 * {@code http.timeout}: a key in upper case, with an underscore for each character that is not a letter or digit, and two
 * underscores between levels. {@code TOKEN__FILE} is the file of the secret {@code token}.
 */
final class VariablePaths {
    private static final String LEVEL = "__";
    private static final String SECRET_FILE = upper(SecretReference.FILE);

    /** Most names for suggestions. In a recursive schema there is no end of them. */
    private static final int MOST_KNOWN = 5000;

    private final Schema schema;
    private final List<String> paths = new ArrayList<>();
    private final Set<List<Object>> visited = new HashSet<>();

    private VariablePaths(Schema schema) {
        this.schema = schema;
    }

    /**
     * Returns the paths that a name means, none if it is unknown.
     *
     * @param below the merged tree of lower sources, whose map entries and list items a name may mean
     * @param name the name without the prefix
     */
    static List<String> of(Schema schema, Mapping below, String name) {
        VariablePaths found = new VariablePaths(schema);
        found.record(schema.root(), "", below, name);
        return found.paths;
    }

    private void record(RecordSchema record, String path, @Nullable Node below, String name) {
        for (KeySchema key : record.keys()) {
            Node inner = below instanceof Mapping mapping ? mapping.get(key.name()) : null;
            key(record, key.name(), key.type(), path, inner, name);
            for (String alias : key.aliases()) {
                key(record, alias, key.type(), path, inner, name);
            }
        }
        for (RetiredKey retired : record.retired()) {
            if (upper(retired.name()).equals(name)) {
                add(below(path, retired.name()));
            }
        }
        for (MovedKey move : record.moves()) {
            if (upper(move.from().replace(".", LEVEL)).equals(name)) {
                add(path.isEmpty() ? move.from() : path + "." + move.from());
            }
        }
    }

    private void key(RecordSchema holder, String key, ValueType type, String path, @Nullable Node below, String name) {
        String own = upper(key);
        if (name.equals(own)) {
            add(below(path, key));
        } else if (name.startsWith(own) && name.startsWith(LEVEL, own.length())) {
            value(holder, type, below(path, key), below, name.substring(own.length() + LEVEL.length()));
        }
    }

    private void value(RecordSchema holder, ValueType type, String path, @Nullable Node below, String name) {
        if (!visited.add(List.of(type, path))) {
            return; // Several branches of a union have the key.
        }
        if (type instanceof RecordType section) {
            record(schema.record(section), path, below, name);
        } else if (type instanceof UnionType union) {
            union(union, path, below, name);
        } else if (type instanceof MapType map) {
            entry(holder, map, path, below, name);
        } else if (type instanceof ListType list) {
            item(holder, list, path, below, name);
        } else if (isSecret(type) && name.equals(SECRET_FILE)) {
            add(below(path, SecretReference.FILE));
        }
    }

    private static boolean isSecret(ValueType type) {
        return type instanceof ScalarType scalar && scalar.kind() == ScalarKind.SECRET;
    }

    private void union(UnionType union, String path, @Nullable Node below, String name) {
        if (!union.isByKind() && upper(union.discriminator()).equals(name)) {
            add(below(path, union.discriminator()));
        }
        for (Branch branch : union.branches()) {
            RecordSchema record = schema.record(branch.record());
            if (union.isBare(branch)) {
                value(record, record.keys().get(0).type(), path, below, name);
            } else {
                record(record, path, below, name);
            }
        }
    }

    /** An entry of a lower source or a constant; otherwise, a new entry in lower case. */
    private void entry(RecordSchema holder, MapType map, String path, @Nullable Node below, String name) {
        int before = paths.size();
        List<Entry> entries = below instanceof Mapping mapping ? mapping.entries() : List.of();
        for (Entry entry : entries) {
            key(holder, entry.name(), map.value(), path, entry.value(), name);
        }
        if (paths.size() > before) {
            return;
        }
        ValueType.EnumType constants = map.keys();
        if (constants != null) {
            for (Constant constant : holder.enumOf(constants).constants()) {
                key(holder, constant.name(), map.value(), path, null, name);
            }
            return;
        }
        int end = name.indexOf(LEVEL);
        String key = (end < 0 ? name : name.substring(0, end)).toLowerCase(Locale.ROOT);
        if (!key.isEmpty()) {
            key(holder, key, map.value(), path, null, name);
        }
    }

    private void item(RecordSchema holder, ListType list, String path, @Nullable Node below, String name) {
        int end = name.indexOf(LEVEL);
        String index = end < 0 ? name : name.substring(0, end);
        int number = SettingPath.index(index);
        if (number < 0) {
            return;
        }
        String item = path + "[" + index + "]";
        if (end < 0) {
            add(item);
            return;
        }
        List<Node> items = below instanceof Sequence sequence ? sequence.items() : List.of();
        Node inner = number < items.size() ? items.get(number) : null;
        value(holder, list.item(), item, inner, name.substring(end + LEVEL.length()));
    }

    private void add(String path) {
        if (!paths.contains(path)) {
            paths.add(path);
        }
    }

    private static String below(String path, String key) {
        SettingPath.Step step = new SettingPath.Step(key, -1);
        return path.isEmpty() ? step.toString() : path + "." + step;
    }

    /** Returns a key as in the name of a variable. */
    static String upper(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            out.append(Character.isLetterOrDigit(c) ? c : '_');
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the names of the variables of all keys, for suggestions. Those in lists and maps are missing.
     *
     * @param prefix the prefix with its underscore
     */
    static List<String> known(Schema schema, String prefix) {
        List<String> names = new ArrayList<>();
        known(schema, schema.root(), prefix, new ArrayList<>(), names);
        return names;
    }

    private static void known(
            Schema schema, RecordSchema record, String prefix, List<String> inside, List<String> names) {
        if (inside.contains(record.type()) || names.size() > MOST_KNOWN) {
            return;
        }
        inside.add(record.type());
        for (KeySchema key : record.keys()) {
            String name = prefix + upper(key.name());
            names.add(name);
            if (isSecret(key.type())) {
                names.add(name + LEVEL + SECRET_FILE);
            }
            if (key.type().element() == null) {
                for (RecordType section : key.type().records()) {
                    known(schema, schema.record(section), name + LEVEL, inside, names);
                }
            }
        }
        inside.remove(inside.size() - 1);
    }
}
