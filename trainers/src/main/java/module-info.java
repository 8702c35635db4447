/** The trainers that ship with Alchemi. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // DJL has no module descriptors.
module io.alchemi.trainers {
    requires static io.alchemi.schema;
    requires static transitive java.compiler; // for @Generated
    requires transitive io.alchemi.config;
    requires transitive io.alchemi.training;
    requires transitive ai.djl.api;
    requires static transitive org.jspecify;

    exports io.alchemi.trainers.alignment;
    exports io.alchemi.trainers.mae;
    exports io.alchemi.trainers.spectra;
    exports io.alchemi.trainers.spectra.library;
}
