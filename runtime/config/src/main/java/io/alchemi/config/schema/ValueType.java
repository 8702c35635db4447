package io.alchemi.config.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a value in YAML. */
public sealed interface ValueType {

    /** Calls the method of a visitor that belongs to this shape. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each shape, so that code that depends on the shape does not compile until it covers a new one.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /** Visits a scalar of the catalogue. */
        R visitScalar(ScalarType type);

        /** Visits a constant of an enum. */
        R visitEnum(EnumType type);

        /** Visits a list, set or array. */
        R visitList(ListType type);

        /** Visits a map. */
        R visitMap(MapType type);

        /** Visits a section. */
        R visitRecord(RecordType type);

        /** Visits one of several records. */
        R visitUnion(UnionType type);
    }

    /**
     * A single scalar.
     *
     * @param kind its entry in the catalogue
     * @param fileSchema the id of the schema of the file at an input path, or null if the file has none
     */
    record ScalarType(ScalarKind kind, @Nullable String fileSchema) implements ValueType {
        /** A scalar that does not name a file with a schema. */
        public ScalarType(ScalarKind kind) {
            this(kind, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitScalar(this);
        }
    }

    /**
     * One of the constants of an enum, which the record that holds the key describes.
     *
     * @param type qualified name of the enum
     */
    record EnumType(String type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEnum(this);
        }
    }

    /**
     * A mapping whose keys another record describes.
     *
     * @param type qualified name of the record
     */
    record RecordType(String type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRecord(this);
        }
    }

    /**
     * A sequence.
     *
     * @param item the type of each item
     * @param unique true if no item may occur twice
     */
    record ListType(ValueType item, boolean unique) implements ValueType {
        /** A sequence in which items may repeat. */
        public ListType(ValueType item) {
            this(item, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }
    }

    /**
     * A mapping whose keys the user chooses.
     *
     * @param keys the enum whose constants are the keys, or null if any string is a key
     * @param value the type of each value
     */
    record MapType(@Nullable EnumType keys, ValueType value) implements ValueType {
        /** A mapping whose keys are any strings. */
        public MapType(ValueType value) {
            this(null, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMap(this);
        }
    }

    /**
     * One of several records, chosen by a tag or by the kind of the YAML value.
     *
     * @param type qualified name of the sealed interface
     * @param discriminator the key that holds the tag, or empty if the kind of the value chooses
     * @param branches the records
     */
    record UnionType(String type, String discriminator, List<Branch> branches) implements ValueType {

        /**
         * One of the records.
         *
         * @param tag its tag; where the kind of the value chooses, {@link #MAPPING}, {@link #SEQUENCE} or {@link #SCALAR}
         * @param record the record; where the kind chooses, a record that is not a mapping has a single key, which is not written
         */
        public record Branch(String tag, RecordType record) {}

        /** Tag of the branch that is a mapping. */
        public static final String MAPPING = "mapping";

        /** Tag of the branch that is a sequence. */
        public static final String SEQUENCE = "sequence";

        /** Tag of the branch that is a scalar. */
        public static final String SCALAR = "scalar";

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnion(this);
        }

        /** Returns true if the kind of the YAML value chooses the record. */
        public boolean isByKind() {
            return discriminator.isEmpty();
        }

        /** Returns the branch of a tag, or null. */
        public @Nullable Branch branch(String tag) {
            for (Branch branch : branches) {
                if (branch.tag().equals(tag)) {
                    return branch;
                }
            }
            return null;
        }

        /** Returns true if a branch is written without the key of its record. */
        public boolean isBare(Branch branch) {
            return isByKind() && !branch.tag().equals(MAPPING);
        }

        /** Returns the simple name of the sealed interface. */
        public String simpleName() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    /** Returns the type of the items of a list or the values of a map, or null for all other types. */
    default @Nullable ValueType element() {
        return this instanceof ListType list ? list.item() : this instanceof MapType map ? map.value() : null;
    }

    /** Returns the type of the innermost items and values: that of a list's items, a map's values, or the type itself. */
    default ValueType leaf() {
        ValueType leaf = this;
        for (ValueType inner = element(); inner != null; inner = inner.element()) {
            leaf = inner;
        }
        return leaf;
    }

    /** Returns true if a value is a section, whose keys a record describes. */
    default boolean isSection() {
        return this instanceof RecordType;
    }

    /** Returns true if a value is a single scalar: neither a collection nor a section. */
    default boolean isSingle() {
        return this instanceof ScalarType || this instanceof EnumType;
    }

    /** Returns the kind of scalar that the innermost items and values are, or null if they are something else. */
    default @Nullable ScalarKind leafKind() {
        return leaf() instanceof ScalarType scalar ? scalar.kind() : null;
    }

    /** Returns true if the innermost items and values are integers or other numbers. */
    default boolean holdsNumbers() {
        ScalarKind kind = leafKind();
        return kind != null && kind.isNumber();
    }

    /** Returns the records in a type, also as items and values; the branches of a union in their order. */
    default List<RecordType> records() {
        ValueType leaf = leaf();
        if (leaf instanceof RecordType section) {
            return List.of(section);
        }
        List<RecordType> records = new ArrayList<>();
        if (leaf instanceof UnionType union) {
            for (UnionType.Branch branch : union.branches()) {
                records.add(branch.record());
            }
        }
        return records;
    }

    /** Returns the enums in a type, also as items and values; the keys of maps first. */
    default List<EnumType> enums() {
        List<EnumType> enums = new ArrayList<>();
        for (ValueType at = this; at != null; at = at.element()) {
            EnumType found =
                    at instanceof MapType map ? map.keys() : at instanceof EnumType constants ? constants : null;
            if (found != null) {
                enums.add(found);
            }
        }
        return enums;
    }
}
