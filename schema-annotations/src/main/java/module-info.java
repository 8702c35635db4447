/** The annotations by which a record becomes a schema. */
module io.alchemi.schema {
    exports io.alchemi.schema;
}
