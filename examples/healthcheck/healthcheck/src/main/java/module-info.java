/** Checks the endpoints of services. */
module org.example.healthcheck {
    requires static io.alchemi.schema;
    requires io.alchemi.command;
    requires java.net.http;
    requires org.example.endpoints;
}
