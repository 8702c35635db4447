package io.alchemi.config.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value may be. */
public sealed interface ValueType {

    /** {@code true} or {@code false}. */
    record BooleanType() implements ValueType {}

    /**
     * A whole number.
     *
     * @param width the Java type that holds it
     */
    record IntegerType(IntegerWidth width) implements ValueType {}

    /**
     * A finite decimal number.
     *
     * @param width the Java type that holds it
     */
    record RealType(RealWidth width) implements ValueType {}

    /** Any text. */
    record TextType() implements ValueType {}

    /**
     * A text of a certain form.
     *
     * @param format the form
     */
    record FormattedType(Format format) implements ValueType {}

    /**
     * The path of a file or folder.
     *
     * @param input whether the program reads it; other paths are outputs, relative to the run folder
     * @param schema the id of the schema of the file that is read, or null if it has none
     */
    record PathType(boolean input, @Nullable String schema) implements ValueType {
        /** The path of a file without a schema, or of a folder. */
        public PathType(boolean input) {
            this(input, null);
        }
    }

    /**
     * One of the constants of an enum, which the record that holds the key describes.
     *
     * @param type qualified name of the enum
     */
    record EnumType(String type) implements ValueType {}

    /**
     * A mapping whose keys another record describes.
     *
     * @param type qualified name of the record
     */
    record RecordType(String type) implements ValueType {}

    /**
     * A sequence.
     *
     * @param item what each item may be
     * @param unique whether no item may stand in it twice
     */
    record ListType(ValueType item, boolean unique) implements ValueType {
        /** A sequence in which items may repeat. */
        public ListType(ValueType item) {
            this(item, false);
        }
    }

    /**
     * A mapping with keys of the user's own.
     *
     * @param keys the enum whose constants the keys are, or null if they are any texts
     * @param value what each value may be
     */
    record MapType(@Nullable EnumType keys, ValueType value) implements ValueType {
        /** A mapping whose keys are any texts. */
        public MapType(ValueType value) {
            this(null, value);
        }
    }

    /**
     * One of several records, told apart by a tag or by the kind of the YAML value.
     *
     * @param type qualified name of the sealed interface
     * @param discriminator the key that holds the tag, or empty if the kind decides
     * @param branches the records
     */
    record UnionType(String type, String discriminator, List<Branch> branches) implements ValueType {

        /**
         * One of the records.
         *
         * @param tag its tag; where the kind decides, {@link #MAPPING}, {@link #SEQUENCE} or {@link #SCALAR}
         * @param record the record; where the kind decides, one that is no mapping has a single key, whose value stands alone
         */
        public record Branch(String tag, RecordType record) {}

        /** Tag of the branch that is a mapping. */
        public static final String MAPPING = "mapping";

        /** Tag of the branch that is a sequence. */
        public static final String SEQUENCE = "sequence";

        /** Tag of the branch that is a scalar. */
        public static final String SCALAR = "scalar";

        /** Whether the kind of the YAML value decides. */
        public boolean isByKind() {
            return discriminator.isEmpty();
        }

        /** The branch of a tag, or null. */
        public @Nullable Branch branch(String tag) {
            for (Branch branch : branches) {
                if (branch.tag().equals(tag)) {
                    return branch;
                }
            }
            return null;
        }
    }

    /** The forms of texts, with their names in the description. */
    enum Format {
        /** A URI reference by RFC 3986. */
        URI("uri", "a URI"),
        /** A length of time, {@code PT1H30M} or {@code 30s}. */
        DURATION("duration", "a duration such as 30s, 5m, 2h or PT1H30M"),
        /** A day, {@code 2026-01-31}. */
        DATE("date", "a date such as 2026-01-31"),
        /** A moment, {@code 2026-01-31T12:00:00Z}. */
        INSTANT("instant", "a moment such as 2026-01-31T12:00:00Z");

        private final String word;
        private final String noun;

        Format(String word, String noun) {
            this.word = word;
            this.noun = noun;
        }

        /** Its name in the description. */
        public String word() {
            return word;
        }

        /** What such a text is, for messages. */
        public String noun() {
            return noun;
        }
    }

    /** The Java types of a whole number, with their names in the description. */
    enum IntegerWidth {
        /** 8 bits. */
        BYTE("byte", Byte.MIN_VALUE, Byte.MAX_VALUE),
        /** 16 bits. */
        SHORT("short", Short.MIN_VALUE, Short.MAX_VALUE),
        /** 32 bits. */
        INT("int", Integer.MIN_VALUE, Integer.MAX_VALUE),
        /** 64 bits. */
        LONG("long", Long.MIN_VALUE, Long.MAX_VALUE),
        /** Any number of bits. */
        BIG("biginteger", Long.MIN_VALUE, Long.MAX_VALUE);

        private final String word;
        private final long min;
        private final long max;

        IntegerWidth(String word, long min, long max) {
            this.word = word;
            this.min = min;
            this.max = max;
        }

        /** Its name in the description. */
        public String word() {
            return word;
        }

        /** Whether it holds every whole number. */
        public boolean isUnlimited() {
            return this == BIG;
        }

        /** The least value, unless it is unlimited. */
        public long min() {
            return min;
        }

        /** The greatest value, unless it is unlimited. */
        public long max() {
            return max;
        }
    }

    /** The Java types of a decimal number, with their names in the description. */
    enum RealWidth {
        /** 32 bits. */
        FLOAT("float"),
        /** 64 bits. */
        DOUBLE("double"),
        /** Any number of digits. */
        BIG("bigdecimal");

        private final String word;

        RealWidth(String word) {
            this.word = word;
        }

        /** Its name in the description. */
        public String word() {
            return word;
        }
    }
}
