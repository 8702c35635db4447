/** Endpoints of services. */
module org.example.endpoints {
    requires static io.alchemi.schema;
    requires transitive io.alchemi.config;

    exports org.example.endpoints;
}
