package io.alchemi.processor;

/** A schema of a service, with the types of the JDK that are strings in YAML. */
final class ServiceTypes {
    static final String ID = "lab.service";

    static final String CONTACT = """
            package lab;

            /** An e-mail address. */
            public record Contact(String user, String host) {
                /** Parses an address. */
                @io.alchemi.schema.ConfigValue(
                        pattern = "[^@]+@[^@]+",
                        describedAs = "an e-mail address",
                        format = "email")
                public static Contact of(String text) {
                    int at = text.indexOf('@');
                    return new Contact(text.substring(0, at), text.substring(at + 1));
                }
            }
            """;

    static final String SOURCE = """
            package lab;

            import io.alchemi.config.value.MemorySize;
            import io.alchemi.schema.*;
            import java.net.*;
            import java.nio.charset.Charset;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import java.util.regex.Pattern;
            import org.jspecify.annotations.Nullable;

            /**
             * A service with a key of each type.
             *
             * @param zone time zone of all times
             * @param language language of messages
             * @param host address to listen on
             * @param encoding encoding of request bodies
             * @param currency currency of prices
             * @param backup time of the daily backup
             * @param opened start of operation
             * @param release moment of the next release
             * @param keep how long backups are kept
             * @param names names of users
             * @param cache memory for the cache
             * @param timeout limit of a request
             * @param id identifier of the installation
             * @param site public address
             * @param log log of requests
             * @param contacts who is told about outages
             * @param pages pages by status
             * @param owners owners of installations
             * @param routes routes of requests
             * @param token password of the monitoring
             * @param password password of the database
             * @param headers headers of outgoing requests
             */
            @ConfigSchema(id = "lab.service")
            public record Service(
                    @Default("Europe/Vienna") ZoneId zone,
                    @Default("de-AT") Locale language,
                    @Default("127.0.0.1") InetAddress host,
                    @Default("UTF-8") Charset encoding,
                    @Default("EUR") Currency currency,
                    @Default("03:30") LocalTime backup,
                    @Example("2026-01-31T08:00") LocalDateTime opened,
                    @Nullable OffsetDateTime release,
                    @Default("P30D") Period keep,
                    @Default("'[a-z]+'") Pattern names,
                    @Default("512MiB") @Between(min = "1MiB", max = "8GiB") MemorySize cache,
                    @Default("1m30s") @Between(min = "100ms") Duration timeout,
                    @Nullable UUID id,
                    @Default("https://example.org/")
                            @Matches(value = "https:.*", describedAs = "an https URI")
                            URI site,
                    @Default("access.log") @Matches(value = ".*\\\\.log", describedAs = "a log file") Path log,
                    @Default("[ops@example.org]") List<Contact> contacts,
                    @Default("{404: missing.html}") Map<Integer, Path> pages,
                    @Default("{}") Map<UUID, Contact> owners,
                    @Default("[{path: /}]") Set<Route> routes,
                    @Secret @Length(min = 8) @Example("{file: /run/secrets/token}") String token,
                    @Secret @Nullable String password,
                    @Secret @Default("{}") Map<String, String> headers) {

                /**
                 * A route.
                 *
                 * @param path start of the path
                 * @param target where it leads
                 */
                public record Route(@Example("/") String path, @Default("main") String target) {}
            }
            """;

    private ServiceTypes() {}
}
