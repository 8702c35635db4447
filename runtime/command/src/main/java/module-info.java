/** The command line as one more source of the description. */
module io.alchemi.command {
    requires static io.alchemi.schema;
    requires transitive io.alchemi.config;
    requires static transitive org.jspecify;
}
