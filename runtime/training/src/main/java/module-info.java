/** Runs trainers with loaded configurations. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // DJL has no module descriptors.
module io.alchemi.training {
    requires static io.alchemi.schema;
    requires static transitive java.compiler; // for @Generated
    requires transitive io.alchemi.config;
    requires transitive io.alchemi.command;
    requires transitive ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires transitive com.google.gson;
    requires java.management;
    requires jdk.management;
    requires jdk.unsupported; // for signals
    requires com.sun.jna;
    requires static transitive org.jspecify;

    exports io.alchemi.training.array;
    exports io.alchemi.training.checkpoint;
    exports io.alchemi.training.folder;
    exports io.alchemi.training.nn;
    exports io.alchemi.training.optimizer;
    exports io.alchemi.training.progress;
    exports io.alchemi.training.random;
    exports io.alchemi.training.report;
    exports io.alchemi.training.run;
    exports io.alchemi.training.runs;
    exports io.alchemi.training.session;
    exports io.alchemi.training.sweep;

    opens io.alchemi.training.folder to
            com.google.gson;
    opens io.alchemi.training.sweep to
            io.alchemi.command; // makes the loader of sweep files
}
