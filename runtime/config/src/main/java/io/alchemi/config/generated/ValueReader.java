package io.alchemi.config.generated;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type are read from a tree that passed the check: those of components, and those inside lists and maps.
 *
 * @param <T> the Java type
 */
public abstract class ValueReader<T> {
    ValueReader() {}

    /**
     * Where a value stands.
     *
     * @param construction constructs records
     * @param holder the record whose key holds the value; describes its enums
     * @param written the nearest place where somebody wrote the value
     * @param path the value's path
     */
    record Context(Construction construction, RecordSchema holder, SourceLocation written, String path) {
        Context at(SourceLocation place, String inner) {
            return new Context(construction, holder, place, inner);
        }
    }

    /** Reads a value; null if it or something inside it was rejected. */
    abstract @Nullable T read(ValueType type, Node node, Context context);

    /**
     * Reads scalars of the catalogue.
     *
     * @param type the class of the values, the box of a primitive
     */
    public static <T> ValueReader<T> scalar(Class<T> type) {
        return new ValueReader<>() {
            @Override
            T read(ValueType described, Node node, Context context) {
                return type.cast(((ScalarType) described).kind().parse(((Scalar) node).text()));
            }
        };
    }

    /**
     * Reads constants of an enum.
     *
     * @param constants what {@code values()} of the enum gives
     */
    public static <E extends Enum<E>> ValueReader<E> constant(E[] constants) {
        return new ValueReader<>() {
            @Override
            E read(ValueType type, Node node, Context context) {
                EnumSchema described = context.holder().enumOf((EnumType) type);
                return Constants.find(described, ((Scalar) node).text(), constants);
            }
        };
    }

    /** Reads records. */
    public static <R> ValueReader<R> record(RecordBinder<R> binding) {
        return new ValueReader<>() {
            @Override
            @Nullable
            R read(ValueType type, Node node, Context context) {
                return context.construction().record(binding, (Mapping) node, context.written(), context.path());
            }
        };
    }

    /**
     * Reads one of several records.
     *
     * @param branches their bindings in the order of the description
     */
    @SafeVarargs
    public static <U> ValueReader<U> union(RecordBinder<? extends U>... branches) {
        return new ValueReader<>() {
            @Override
            @Nullable
            U read(ValueType type, Node node, Context context) {
                UnionType union = (UnionType) type;
                Branch branch = UnionBranches.branch(union, node);
                if (branch == null) {
                    throw new IllegalStateException(union.type() + " was bound without a branch");
                }
                // By tag: the first call of equals of a record costs a start its bootstrap.
                int index = 0;
                while (!union.branches().get(index).tag().equals(branch.tag())) {
                    index++;
                }
                Mapping fields = UnionBranches.fields(union, branch, branches[index].record(), node);
                return context.construction().record(branches[index], fields, context.written(), context.path());
            }
        };
    }

    /** Reads lists. */
    public static <T> ValueReader<List<T>> list(ValueReader<T> item) {
        return new ValueReader<>() {
            @Override
            @Nullable
            List<T> read(ValueType type, Node node, Context context) {
                return items(item, type, node, context);
            }
        };
    }

    /** Reads sets, which keep the order of the file. */
    public static <T> ValueReader<Set<T>> set(ValueReader<T> item) {
        return new ValueReader<>() {
            @Override
            @Nullable
            Set<T> read(ValueType type, Node node, Context context) {
                List<T> items = items(item, type, node, context);
                return items == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(items));
            }
        };
    }

    /** Reads maps with texts as keys, which keep the order of the file. */
    public static <V> ValueReader<Map<String, V>> map(ValueReader<V> value) {
        return new ValueReader<>() {
            @Override
            @Nullable
            Map<String, V> read(ValueType type, Node node, Context context) {
                return entries(value, type, node, context);
            }
        };
    }

    /**
     * Reads maps with constants as keys.
     *
     * @param keys what {@code values()} of the enum gives
     */
    public static <K extends Enum<K>, V> ValueReader<Map<K, V>> map(K[] keys, ValueReader<V> value) {
        return new ValueReader<>() {
            @Override
            @Nullable
            Map<K, V> read(ValueType type, Node node, Context context) {
                Map<String, V> named = entries(value, type, node, context);
                EnumType constants = ((MapType) type).keys();
                if (named == null || constants == null) {
                    return null;
                }
                Map<K, V> map = new LinkedHashMap<>();
                for (Map.Entry<String, V> entry : named.entrySet()) {
                    EnumSchema described = context.holder().enumOf(constants);
                    map.put(Constants.find(described, entry.getKey(), keys), entry.getValue());
                }
                return Collections.unmodifiableMap(map);
            }
        };
    }

    /**
     * Reads arrays of objects.
     *
     * @param empty an array of the wanted type without elements
     */
    public static <T> ValueReader<T[]> array(ValueReader<T> item, T[] empty) {
        return new ValueReader<>() {
            @Override
            T @Nullable [] read(ValueType type, Node node, Context context) {
                List<T> items = items(item, type, node, context);
                return items == null ? null : items.toArray(empty);
            }
        };
    }

    static <T> @Nullable List<T> items(ValueReader<T> item, ValueType type, Node node, Context context) {
        List<Node> nodes = ((Sequence) node).items();
        List<T> items = new ArrayList<>(nodes.size());
        boolean complete = true;
        for (int i = 0; i < nodes.size(); i++) {
            Node one = nodes.get(i);
            T value = item.read(((ListType) type).item(), one, context.at(one.place(), context.path() + "[" + i + "]"));
            if (value == null) {
                complete = false;
            } else {
                items.add(value);
            }
        }
        return complete ? Collections.unmodifiableList(items) : null;
    }

    private static <V> @Nullable Map<String, V> entries(
            ValueReader<V> item, ValueType type, Node node, Context context) {
        Map<String, V> map = new LinkedHashMap<>();
        boolean complete = true;
        for (Entry entry : ((Mapping) node).entries()) {
            Context inner = context.at(entry.key(), context.path() + "." + entry.name());
            V value = item.read(((MapType) type).value(), entry.value(), inner);
            if (value == null) {
                complete = false;
            } else {
                map.put(entry.name(), value);
            }
        }
        return complete ? Collections.unmodifiableMap(map) : null;
    }

    /** Finds the constants of enums. */
    private static final class Constants {
        private Constants() {}

        static <E extends Enum<E>> E find(EnumSchema described, String text, E[] constants) {
            Constant wanted = described.find(text);
            for (E constant : constants) {
                if (wanted != null && constant.name().equals(wanted.javaName())) {
                    return constant;
                }
            }
            throw new IllegalStateException(described.type() + " has no constant '" + text + "' at run time");
        }
    }
}
