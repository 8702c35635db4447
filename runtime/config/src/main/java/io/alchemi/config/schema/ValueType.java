package io.alchemi.config.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a value in YAML. */
public sealed interface ValueType {

    /** Calls the method of a visitor for this type. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of type, so that code does not compile until it handles a new kind.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /** Visits a scalar. */
        R visitScalar(ScalarType type);

        /** Visits an enum. */
        R visitEnum(EnumType type);

        /** Visits a list, set or array. */
        R visitList(ListType type);

        /** Visits a map. */
        R visitMap(MapType type);

        /** Visits a section. */
        R visitRecord(RecordType type);

        /** Visits a union. */
        R visitUnion(UnionType type);

        /** Visits a value without a type. */
        R visitAny(AnyType type);
    }

    /**
     * A scalar.
     *
     * @param kind the entry in the catalogue of scalars
     * @param fileSchema the id of the schema of the file at an input path, or null if the file has none
     */
    record ScalarType(ScalarKind kind, @Nullable String fileSchema) implements ValueType {
        /** Creates a scalar without a file schema. */
        public ScalarType(ScalarKind kind) {
            this(kind, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitScalar(this);
        }
    }

    /**
     * An enum, whose constants are in the schema of the record that has the key.
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
     * A section: a mapping with the keys of a record.
     *
     * @param type qualified name of the record, with type arguments as in {@link RecordName}
     */
    record RecordType(String type) implements ValueType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRecord(this);
        }
    }

    /**
     * A list, set or array.
     *
     * @param item the type of each item
     * @param unique true if duplicate items are not allowed
     */
    record ListType(ValueType item, boolean unique) implements ValueType {
        /** Creates a list that allows duplicate items. */
        public ListType(ValueType item) {
            this(item, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }
    }

    /**
     * A map, whose keys the user chooses.
     *
     * @param keys the enum of the keys, or null
     * @param keyKind the scalar that each key is; strings if the keys are constants of an enum
     * @param value the type of each value
     */
    record MapType(@Nullable EnumType keys, ScalarKind keyKind, ValueType value) implements ValueType {
        /** Creates a map with constants of an enum as keys, or with arbitrary strings if it is null. */
        public MapType(@Nullable EnumType keys, ValueType value) {
            this(keys, ScalarKind.STRING, value);
        }

        /** Creates a map with arbitrary strings as keys. */
        public MapType(ValueType value) {
            this(null, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMap(this);
        }
    }

    /**
     * A union of records. A tag or the form of the YAML value selects the record: its kind, the type of a scalar if several branches
     * are scalars, and the required keys of a mapping if several are mappings.
     *
     * @param type qualified name of the sealed interface
     * @param discriminator the key of the tag, or empty if the kind of the value selects the record
     * @param branches the records
     */
    record UnionType(String type, String discriminator, List<Branch> branches) implements ValueType {

        /**
         * A record of a union.
         *
         * @param tag the tag, or {@link #MAPPING}, {@link #SEQUENCE} or {@link #SCALAR} if the kind of the value selects the record
         * @param record the record; with the tag {@link #SEQUENCE} or {@link #SCALAR}, it has a single key, which is not written
         */
        public record Branch(String tag, RecordType record) {
            /** Returns true if both are the same branch of a union. Compares less than {@code equals}. */
            public boolean is(Branch other) {
                return record.type().equals(other.record.type());
            }
        }

        /** The tag of a mapping branch. */
        public static final String MAPPING = "mapping";

        /** The tag of the sequence branch. */
        public static final String SEQUENCE = "sequence";

        /** The tag of a scalar branch. */
        public static final String SCALAR = "scalar";

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnion(this);
        }

        /** Returns true if the kind of the YAML value selects the record. */
        public boolean isByKind() {
            return discriminator.isEmpty();
        }

        /** Returns true if several branches have a tag. */
        public boolean hasSeveral(String tag) {
            int count = 0;
            for (Branch branch : branches) {
                count += branch.tag().equals(tag) ? 1 : 0;
            }
            return count > 1;
        }

        /** Returns the first branch with a tag, or null. */
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

    /** Any value, also null, which the loader leaves as it is. */
    record AnyType() implements ValueType {
        /** The keyword in a schema text. */
        static final String WORD = "any";

        /** The noun for signatures and messages. */
        public static final String NOUN = "any value";

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAny(this);
        }
    }

    /** Returns the type of the items of a list or the values of a map, or null for all other types. */
    default @Nullable ValueType element() {
        return this instanceof ListType list ? list.item() : this instanceof MapType map ? map.value() : null;
    }

    /** Returns the type of the innermost items and values of lists and maps, or the type itself if it is neither. */
    default ValueType leaf() {
        ValueType leaf = this;
        for (ValueType inner = element(); inner != null; inner = inner.element()) {
            leaf = inner;
        }
        return leaf;
    }

    /** Returns true for sections. */
    default boolean isSection() {
        return this instanceof RecordType;
    }

    /** Returns true for single scalars. */
    default boolean isSingle() {
        return this instanceof ScalarType || this instanceof EnumType;
    }

    /** Returns the kind of the innermost items and values, or null if they are not scalars. */
    default @Nullable ScalarKind leafKind() {
        return leaf() instanceof ScalarType scalar ? scalar.kind() : null;
    }

    /** Returns true if the innermost items and values are numbers. */
    default boolean holdsNumbers() {
        ScalarKind kind = leafKind();
        return kind != null && kind.isNumber();
    }

    /** Returns the records in a type, including items, values and the branches of a union in order. */
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

    /** Returns the enums in a type, including items, values and map keys, keys first. */
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
