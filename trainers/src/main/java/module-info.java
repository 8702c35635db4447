/** The trainers that ship with Alchemi. */
@SuppressWarnings("requires-automatic") // DJL has no module descriptors.
module io.alchemi.trainers {
    requires static io.alchemi.schema;
    requires io.alchemi.config;
    requires io.alchemi.command;
    requires io.alchemi.training;
    requires ai.djl.api;
    requires static transitive org.jspecify;
}
