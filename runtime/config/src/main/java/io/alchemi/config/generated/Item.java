package io.alchemi.config.generated;

import io.alchemi.config.check.FormattedText;
import io.alchemi.config.check.NumberText;
import io.alchemi.config.check.Unions;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Place;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
public abstract class Item<T> {
    /** Reads booleans. */
    public static final Item<Boolean> BOOLEAN = new OfText<>() {
        @Override
        Boolean of(String text) {
            return text.equalsIgnoreCase("true");
        }
    };

    /** Reads bytes. */
    public static final Item<Byte> BYTE = new OfText<>() {
        @Override
        Byte of(String text) {
            return (byte) NumberText.wholeLong(text);
        }
    };

    /** Reads shorts. */
    public static final Item<Short> SHORT = new OfText<>() {
        @Override
        Short of(String text) {
            return (short) NumberText.wholeLong(text);
        }
    };

    /** Reads ints. */
    public static final Item<Integer> INT = new OfText<>() {
        @Override
        Integer of(String text) {
            return (int) NumberText.wholeLong(text);
        }
    };

    /** Reads longs. */
    public static final Item<Long> LONG = new OfText<>() {
        @Override
        Long of(String text) {
            return NumberText.wholeLong(text);
        }
    };

    /** Reads whole numbers of any size. */
    public static final Item<BigInteger> BIG_INTEGER = new OfText<>() {
        @Override
        BigInteger of(String text) {
            return NumberText.bigInteger(text);
        }
    };

    /** Reads floats. */
    public static final Item<Float> FLOAT = new OfText<>() {
        @Override
        Float of(String text) {
            return (float) NumberText.real(text);
        }
    };

    /** Reads doubles. */
    public static final Item<Double> DOUBLE = new OfText<>() {
        @Override
        Double of(String text) {
            return NumberText.real(text);
        }
    };

    /** Reads decimal numbers of any precision. */
    public static final Item<BigDecimal> BIG_DECIMAL = new OfText<>() {
        @Override
        BigDecimal of(String text) {
            return new BigDecimal(text);
        }
    };

    /** Reads texts. */
    public static final Item<String> TEXT = new OfText<>() {
        @Override
        String of(String text) {
            return text;
        }
    };

    /** Reads paths. */
    public static final Item<Path> PATH = new OfText<>() {
        @Override
        Path of(String text) {
            return Path.of(text);
        }
    };

    /** Reads URIs. */
    public static final Item<URI> URI = new OfText<>() {
        @Override
        URI of(String text) {
            return FormattedText.uri(text);
        }
    };

    /** Reads durations. */
    public static final Item<Duration> DURATION = new OfText<>() {
        @Override
        Duration of(String text) {
            return FormattedText.duration(text);
        }
    };

    /** Reads days. */
    public static final Item<LocalDate> DATE = new OfText<>() {
        @Override
        LocalDate of(String text) {
            return FormattedText.date(text);
        }
    };

    /** Reads moments. */
    public static final Item<Instant> INSTANT = new OfText<>() {
        @Override
        Instant of(String text) {
            return FormattedText.instant(text);
        }
    };

    Item() {}

    /**
     * Where a value stands.
     *
     * @param construction constructs records
     * @param holder the record whose key holds the value; describes its enums
     * @param written the nearest place where somebody wrote the value
     * @param path the value's path
     */
    record Context(Construction construction, RecordSchema holder, Place written, String path) {
        Context at(Place place, String inner) {
            return new Context(construction, holder, place, inner);
        }
    }

    /** Reads a value; null if it or something inside it was rejected. */
    abstract @Nullable T read(ValueType type, Node node, Context context);

    private abstract static class OfText<T> extends Item<T> {
        abstract T of(String text);

        @Override
        T read(ValueType type, Node node, Context context) {
            return of(((Scalar) node).text());
        }
    }

    /**
     * Reads constants of an enum.
     *
     * @param constants what {@code values()} of the enum gives
     */
    public static <E extends Enum<E>> Item<E> constant(E[] constants) {
        return new Item<>() {
            @Override
            E read(ValueType type, Node node, Context context) {
                EnumSchema described = context.holder().enumOf((EnumType) type);
                return Constants.find(described, ((Scalar) node).text(), constants);
            }
        };
    }

    /** Reads records. */
    public static <R> Item<R> record(Binding<R> binding) {
        return new Item<>() {
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
    public static <U> Item<U> union(Binding<? extends U>... branches) {
        return new Item<>() {
            @Override
            @Nullable
            U read(ValueType type, Node node, Context context) {
                UnionType union = (UnionType) type;
                Branch branch = Unions.branch(union, node);
                int index = union.branches().indexOf(branch);
                if (branch == null) {
                    throw new IllegalStateException(union.type() + " was bound without a branch");
                }
                Mapping fields = Unions.fields(union, branch, branches[index].record(), node);
                return context.construction().record(branches[index], fields, context.written(), context.path());
            }
        };
    }

    /** Reads lists. */
    public static <T> Item<List<T>> list(Item<T> item) {
        return new Item<>() {
            @Override
            @Nullable
            List<T> read(ValueType type, Node node, Context context) {
                return items(item, type, node, context);
            }
        };
    }

    /** Reads sets, which keep the order of the file. */
    public static <T> Item<Set<T>> set(Item<T> item) {
        return new Item<>() {
            @Override
            @Nullable
            Set<T> read(ValueType type, Node node, Context context) {
                List<T> items = items(item, type, node, context);
                return items == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(items));
            }
        };
    }

    /** Reads maps with texts as keys, which keep the order of the file. */
    public static <V> Item<Map<String, V>> map(Item<V> value) {
        return new Item<>() {
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
    public static <K extends Enum<K>, V> Item<Map<K, V>> map(K[] keys, Item<V> value) {
        return new Item<>() {
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
    public static <T> Item<T[]> array(Item<T> item, T[] empty) {
        return new Item<>() {
            @Override
            T @Nullable [] read(ValueType type, Node node, Context context) {
                List<T> items = items(item, type, node, context);
                return items == null ? null : items.toArray(empty);
            }
        };
    }

    static <T> @Nullable List<T> items(Item<T> item, ValueType type, Node node, Context context) {
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

    private static <V> @Nullable Map<String, V> entries(Item<V> item, ValueType type, Node node, Context context) {
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
