/** Checks the endpoints of services. */
module org.example.healthcheck {
    requires static io.alchemi.schema;
    requires io.alchemi.command;
    requires java.net.http;
    requires org.example.endpoints;

    // For 'alchemi validate', 'config show' and the other commands, which find schemas by their index.
    opens org.example.healthcheck to
            io.alchemi.command;
}
