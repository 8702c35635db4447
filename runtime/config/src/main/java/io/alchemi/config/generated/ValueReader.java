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
import io.alchemi.config.tree.KeyPath;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one Java type from a checked tree: values of components, and items of lists and maps.
 *
 * @param <T> the Java type
 */
public abstract class ValueReader<T> {
    ValueReader() {}

    /**
     * The context of a value.
     *
     * @param construction constructs records
     * @param holder the record whose key contains the value; its schema contains the enums
     * @param written the location of the value, or of the nearest enclosing section that is written in a source
     * @param path the path of the value
     */
    record Context(Construction construction, RecordSchema holder, SourceLocation written, KeyPath path) {
        Context at(SourceLocation place, KeyPath inner) {
            return new Context(construction, holder, place, inner);
        }
    }

    /** Reads a value. Returns null if a record in it could not be constructed. */
    abstract @Nullable T read(ValueType type, Node node, Context context);

    /**
     * Returns a reader of scalars.
     *
     * @param type the class of the values, which is the wrapper class of a primitive
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
     * Creates values of a type of the program.
     *
     * @param <S> a string or the wrapper class of a number
     * @param <T> the type of the program
     */
    public interface Factory<S, T> {
        /** Returns the value of a scalar. */
        T make(S scalar) throws Exception;
    }

    /**
     * Returns a reader of values that a program makes of scalars. If the factory throws, the value is reported.
     *
     * @param type the class of the scalars, which is the wrapper class of a primitive
     */
    public static <S, T> ValueReader<T> made(Class<S> type, Factory<S, T> factory) {
        ValueReader<S> scalars = scalar(type);
        return new ValueReader<>() {
            @Override
            @Nullable
            T read(ValueType described, Node node, Context context) {
                S scalar = Objects.requireNonNull(scalars.read(described, node, context));
                try {
                    T made = factory.make(scalar);
                    if (made == null) {
                        context.construction().reportNoValue(node, context.path());
                    }
                    return made;
                } catch (
                        Throwable
                                e) { // A factory may throw anything, such as an error of a recursion that does not end.
                    context.construction().reportValue(node, context.path(), e);
                    return null;
                }
            }
        };
    }

    /** Returns a reader of values without a type. */
    public static ValueReader<Node> any() {
        return new ValueReader<>() {
            @Override
            Node read(ValueType type, Node node, Context context) {
                return node;
            }
        };
    }

    /**
     * Returns a reader of enum constants.
     *
     * @param constants the {@code values()} of the enum
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

    /** Returns a reader of records. */
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
     * Returns a reader of unions.
     *
     * @param branches the binders of the records in the order of the schema
     */
    @SafeVarargs
    public static <U> ValueReader<U> union(RecordBinder<? extends U>... branches) {
        return new ValueReader<>() {
            @Override
            @Nullable
            U read(ValueType type, Node node, Context context) {
                UnionType union = (UnionType) type;
                Branch branch = UnionBranches.branch(context.construction().schema(), union, node);
                if (branch == null) {
                    throw new IllegalStateException(union.type() + " has no branch for a checked value");
                }
                // Not indexOf, because the first call of equals on a record slows down startup.
                int index = 0;
                while (!union.branches().get(index).is(branch)) {
                    index++;
                }
                Mapping fields = UnionBranches.fields(union, branch, branches[index].record(), node);
                return context.construction().record(branches[index], fields, context.written(), context.path());
            }
        };
    }

    /** Returns a reader of lists. */
    public static <T> ValueReader<List<T>> list(ValueReader<T> item) {
        return new ValueReader<>() {
            @Override
            @Nullable
            List<T> read(ValueType type, Node node, Context context) {
                return items(item, type, node, context);
            }
        };
    }

    /** Returns a reader of sets that keep the order of the file. Items that are equal only as Java values are reported. */
    public static <T> ValueReader<Set<T>> set(ValueReader<T> item) {
        return new ValueReader<>() {
            @Override
            @Nullable
            Set<T> read(ValueType type, Node node, Context context) {
                List<T> items = items(item, type, node, context);
                if (items == null) {
                    return null;
                }
                Set<T> set = new LinkedHashSet<>();
                boolean complete = true;
                for (int i = 0; i < items.size(); i++) {
                    if (!set.add(items.get(i))) {
                        Node duplicate = ((Sequence) node).items().get(i);
                        context.construction()
                                .reportDuplicate(duplicate, context.path().item(i));
                        complete = false;
                    }
                }
                return complete ? Collections.unmodifiableSet(set) : null;
            }
        };
    }

    /** Returns a reader of maps with string keys that keep the order of the file. */
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
     * Returns a reader of maps with enum keys that keep the order of the file.
     *
     * @param keys the {@code values()} of the enum
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
     * Returns a reader of maps with other keys that keep the order of the file.
     *
     * @param keys reads the keys, which are scalars
     */
    public static <K, V> ValueReader<Map<K, V>> map(ValueReader<K> keys, ValueReader<V> value) {
        return new ValueReader<>() {
            @Override
            @Nullable
            Map<K, V> read(ValueType type, Node node, Context context) {
                Map<String, V> named = entries(value, type, node, context);
                ScalarType keyType = new ScalarType(((MapType) type).keyKind());
                Map<K, V> map = new LinkedHashMap<>();
                boolean complete = named != null;
                for (Entry entry : ((Mapping) node).entries()) {
                    Context inner = context.at(entry.key(), context.path().key(entry.name()));
                    K key = keys.read(keyType, new Scalar(entry.key(), entry.name(), Scalar.Style.QUOTED), inner);
                    V held = named == null ? null : named.get(entry.name());
                    if (key != null && map.containsKey(key)) {
                        context.construction().reportSameKey(entry, context.path());
                        complete = false;
                    } else if (key != null && held != null) {
                        map.put(key, held);
                    }
                    complete &= key != null;
                }
                return complete ? Collections.unmodifiableMap(map) : null;
            }
        };
    }

    /**
     * Returns a reader of arrays of objects.
     *
     * @param empty an empty array of the wanted type
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
            T value = item.read(
                    ((ListType) type).item(),
                    one,
                    context.at(one.place(), context.path().item(i)));
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
            Context inner = context.at(entry.key(), context.path().key(entry.name()));
            V value = item.read(((MapType) type).value(), entry.value(), inner);
            if (value == null) {
                complete = false;
            } else {
                map.put(entry.name(), value);
            }
        }
        return complete ? Collections.unmodifiableMap(map) : null;
    }

    /** Looks up enum constants. */
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
