package io.alchemi.config.generated;

import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns records into the nested maps, lists and scalars of {@link Source#map}, with the names and notation of their schema. */
public final class RecordTree {
    private final RecordBinder<?> root;
    private final Map<String, RecordBinder<?>> binders;

    /** Creates a writer of the records at and below one of them. */
    public RecordTree(RecordBinder<?> root) {
        this.root = root;
        this.binders = root.all();
    }

    /** Returns a record as a map. */
    public <T> Map<String, @Nullable Object> record(RecordBinder<T> binder, @Nullable T record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<KeySchema> keys = binder.record().keys();
        @Nullable Object[] values = RecordBinder.valuesOf(binder, record);
        if (values.length != keys.size()) {
            throw new IllegalStateException(
                    "a record that " + binder.record().type() + " flattens has changed: compile both again");
        }
        for (int i = 0; i < values.length; i++) {
            KeySchema key = keys.get(i);
            map.put(key.name(), key(binder.record(), key, values[i]));
        }
        return map;
    }

    /** Returns the value of a key of the root. */
    public @Nullable Object key(String name, @Nullable Object component) {
        KeySchema key = root.record().key(name);
        if (key == null) {
            throw new IllegalStateException(root.record().type() + " has no key " + name + ": compile it again");
        }
        return key(root.record(), key, component);
    }

    private @Nullable Object key(RecordSchema record, KeySchema key, @Nullable Object component) {
        Object value = held(component);
        return value == null ? null : key.type().accept(new Writer(record, value));
    }

    private static @Nullable Object held(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : null;
        } else if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : null;
        } else if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? (Object) optional.getAsDouble() : null;
        }
        return value;
    }

    private Object scalar(Object value) {
        if (value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        for (RecordBinder<?> binder : binders.values()) {
            Object scalar = binder.scalar(value);
            if (scalar != null) {
                return scalar;
            }
        }
        return ScalarKind.text(value);
    }

    private Object recordOf(RecordType type, Object record) {
        return castAndWrite(binder(type), record);
    }

    @SuppressWarnings("unchecked")
    private <T> Object castAndWrite(RecordBinder<T> binder, Object record) {
        return record(binder, (T) record);
    }

    private RecordBinder<?> binder(RecordType type) {
        RecordBinder<?> binder = binders.get(type.type());
        if (binder == null) {
            throw new IllegalStateException("the binders have no " + type.type());
        }
        return binder;
    }

    /** Writes a value by its type. */
    private final class Writer implements ValueType.Visitor<Object> {
        private final RecordSchema holder;
        private final Object value;

        Writer(RecordSchema holder, Object value) {
            this.holder = holder;
            this.value = value;
        }

        /** Returns an item; null for null, which the check reports. */
        private @Nullable Object inner(ValueType type, @Nullable Object item) {
            return item == null ? null : type.accept(new Writer(holder, item));
        }

        @Override
        public Object visitScalar(ScalarType type) {
            return scalar(value);
        }

        @Override
        public Object visitEnum(EnumType type) {
            String name = ((Enum<?>) value).name();
            for (Constant constant : holder.enumOf(type).constants()) {
                if (constant.javaName().equals(name)) {
                    return constant.name();
                }
            }
            throw new IllegalStateException(type.type() + " has no constant " + name + ": compile the record again");
        }

        @Override
        public Object visitList(ListType type) {
            List<@Nullable Object> items = new ArrayList<>();
            if (value instanceof Collection<?> collection) {
                for (@Nullable Object item : collection) {
                    items.add(inner(type.item(), item));
                }
            } else {
                for (int i = 0; i < Array.getLength(value); i++) {
                    items.add(inner(type.item(), Array.get(value, i)));
                }
            }
            return items;
        }

        @Override
        public Object visitMap(MapType type) {
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            EnumType constants = type.keys();
            for (Map.Entry<? extends @Nullable Object, ? extends @Nullable Object> entry :
                    ((Map<?, ?>) value).entrySet()) {
                Object key = entry.getKey();
                Object name = key == null || constants == null ? name(key) : inner(constants, key);
                entries.put(name, inner(type.value(), entry.getValue()));
            }
            return entries;
        }

        private @Nullable String name(@Nullable Object key) {
            return key == null ? null : scalar(key).toString();
        }

        @Override
        public Object visitRecord(RecordType type) {
            return recordOf(type, value);
        }

        @Override
        public Object visitUnion(UnionType type) {
            for (Branch branch : type.branches()) {
                if (branch.record().type().equals(value.getClass().getCanonicalName())) {
                    return branch(type, branch);
                }
            }
            throw new IllegalArgumentException(value.getClass() + " is not one of the records of " + type.type());
        }

        @SuppressWarnings("unchecked")
        private Object branch(UnionType type, Branch branch) {
            Map<String, Object> keys = (Map<String, Object>) recordOf(branch.record(), value);
            if (type.isBare(branch)) {
                return keys.values().iterator().next();
            } else if (type.isByKind()) {
                return keys;
            }
            Map<String, Object> tagged = new LinkedHashMap<>();
            tagged.put(type.discriminator(), branch.tag());
            tagged.putAll(keys);
            return tagged;
        }

        @Override
        public Object visitAny(AnyType type) {
            return (Node) value;
        }
    }
}
