package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A record below a root states its moves by the same rules as a root, by paths from the record. */
class MovedKeysTest {
    @Test
    void thePathsOfASharedRecordStartThere() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "one")
                        record One(Service service, @Default("[]") List<Service> services) {}

                        @ConfigSchema(id = "two")
                        record Two(Service other) {}

                        @Moved(from = "timeout", to = "http.timeout")
                        @Moved(from = "tries", to = "http.tires")
                        @Moved(from = "name", to = "service.name")
                        @Moved(from = "http.port", to = "name")
                        record Service(Http http, @Default("x") String name) {
                            record Http(@Default("5") int timeout, @Default("1") int tries, @Default("80") int port) {}
                        }
                        """))
                .containsExactly(
                        "One.java:16 record: @Moved(from = \"tries\", to = \"http.tires\") on Service: unknown key"
                                + " 'http.tires'. Did you mean 'http.tries'? [ALC109]",
                        "One.java:16 record: @Moved(from = \"name\", to = \"service.name\") on Service: unknown key"
                                + " 'service.name'. [ALC109]",
                        "One.java:16 record: @Moved(from = \"name\", to = \"service.name\") on Service: 'name' is"
                                + " still a key. Remove the key or this @Moved. [ALC109]",
                        "One.java:16 record: @Moved(from = \"http.port\", to = \"name\") on Service: 'http.port' is"
                                + " still a key. Remove the key or this @Moved. [ALC109]");
    }

    @Test
    void aKeyMovesOnce() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Moved(from = "service.timeout", to = "limit")
                        @Moved(from = "service.old", to = "limit")
                        @Moved(from = "part", to = "service")
                        @Moved(from = "part.limit", to = "limit")
                        record Bad(Service service, @Default("1") int limit) {}

                        @Moved(from = "timeout", to = "http.timeout")
                        @Moved(from = "old.timeout", to = "http.timeout")
                        record Service(Http http) {
                            record Http(@Default("5") int timeout) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:10 record: @Moved(from = \"service.timeout\", to = \"limit\") on Bad:"
                                + " 'service.timeout' is already moved by @Moved(from = \"timeout\", to ="
                                + " \"http.timeout\") on Service. Remove one of the two. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"service.old\", to = \"limit\") on Bad: 'service.old' is"
                                + " already moved by @Moved(from = \"old.timeout\", to = \"http.timeout\") on Service."
                                + " Remove one of the two. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"part.limit\", to = \"limit\") on Bad: 'part.limit' and"
                                + " 'part', which another @Moved moves, overlap. Move each key by itself. [ALC109]");
    }

    @Test
    void theDiscriminatorDoesNotMove() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{type: near}") Store store) {}

                        @Discriminator("type")
                        sealed interface Store {
                            @Moved(from = "type", to = "name")
                            record Near(@Default("x") String name) implements Store {}
                        }
                        """))
                .containsExactly("Bad.java:11 record: Store.Near has a key 'type', but 'type' is the discriminator of"
                        + " Store. Rename the key, @Key(\"…\"), or choose another @Discriminator. [ALC137]");
    }
}
