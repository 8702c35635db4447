/** The {@code alchemi} command line: commands, arguments and the lookup of schemas. */
module io.alchemi.command {
    requires static io.alchemi.schema;
    requires static transitive java.compiler; // for @Generated
    requires transitive io.alchemi.config;
    requires java.xml; // for the settings of JetBrains IDEs
    requires static org.jspecify;

    exports io.alchemi.command;
    exports io.alchemi.command.arguments;
    exports io.alchemi.command.index;
}
