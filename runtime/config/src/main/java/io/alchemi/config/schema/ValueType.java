package io.alchemi.config.schema;

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
     * The path of a file or folder.
     *
     * @param input whether the program reads it; other paths are outputs, relative to the run folder
     */
    record PathType(boolean input) implements ValueType {}

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
     */
    record ListType(ValueType item) implements ValueType {}

    /**
     * A mapping with keys of the user's own.
     *
     * @param value what each value may be
     */
    record MapType(ValueType value) implements ValueType {}

    /** The Java types of a whole number, with their names in the description. */
    enum IntegerWidth {
        /** 8 bits. */
        BYTE("byte", Byte.MIN_VALUE, Byte.MAX_VALUE),
        /** 16 bits. */
        SHORT("short", Short.MIN_VALUE, Short.MAX_VALUE),
        /** 32 bits. */
        INT("int", Integer.MIN_VALUE, Integer.MAX_VALUE),
        /** 64 bits. */
        LONG("long", Long.MIN_VALUE, Long.MAX_VALUE);

        private final String word;
        private final long min;
        private final long max;

        IntegerWidth(String word, long min, long max) {
            this.word = word;
            this.min = min;
            this.max = max;
        }

        /** The name of the primitive type. */
        public String word() {
            return word;
        }

        /** The least value. */
        public long min() {
            return min;
        }

        /** The greatest value. */
        public long max() {
            return max;
        }
    }

    /** The Java types of a decimal number, with their names in the description. */
    enum RealWidth {
        /** 32 bits. */
        FLOAT("float"),
        /** 64 bits. */
        DOUBLE("double");

        private final String word;

        RealWidth(String word) {
            this.word = word;
        }

        /** The name of the primitive type. */
        public String word() {
            return word;
        }
    }
}
