/** Annotations that turn a record into a configuration schema. */
module io.alchemi.schema {
    exports io.alchemi.schema;
}
