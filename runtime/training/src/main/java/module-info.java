/** Drives trainers from a loaded record. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // DJL has no module descriptors.
module io.alchemi.training {
    requires static io.alchemi.schema;
    requires transitive io.alchemi.config;
    requires io.alchemi.command;
    requires transitive ai.djl.api;
    requires static transitive org.jspecify;
}
