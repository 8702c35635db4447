package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules about what tells the records of a sealed interface without a tag apart: kinds, keys and types of scalars. */
class UntaggedUnionTest {
    @Test
    void withoutATagTheKindTellsRecordsApart() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("1") Grid grid) {}

                        sealed interface Grid {
                            record Even(@Default("1") int start, @Default("1") int stop) implements Grid {}

                            record Odd(@Default("1") int start, @Default("1") int stop) implements Grid {}

                            record Nothing() implements Grid {}

                            record Listed(@Example("[1]") List<Double> values) implements Grid {}

                            record Array(@Example("[1]") double[] values) implements Grid {}

                            record Name(@Example("a") String name) implements Grid {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:9 interface: Grid.Even, Grid.Odd and Grid.Nothing cannot be distinguished"
                                + " in YAML: each is written as a section with keys. Add @Discriminator(\"type\") to"
                                + " Grid, so that the key 'type' selects the record. [ALC138]",
                        "Bad.java:9 interface: Grid.Listed and Grid.Array cannot be distinguished in YAML: each"
                                + " is written as a list. Add @Discriminator(\"type\") to Grid, so that the key 'type'"
                                + " selects the record. [ALC138]");
    }

    @Test
    void aRequiredKeyThatNoOtherRecordHasTellsSectionsApart() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("{file: a}") Fine fine,
                                @Default("{size: 1}") Shared shared,
                                @Default("{file: a}") Aliased aliased,
                                @Default("{type: one}") Both both,
                                @Default("{s3: {}}") Section section) {}

                        @Discriminator(byKeys = true)
                        sealed interface Fine {
                            record Local(@Example("a") String file, @Default("false") boolean zip) implements Fine {}

                            record Remote(@Example("u") String url, @Default("1") int tries) implements Fine {}

                            record Bucket(@Example("{name: b}") Place place) implements Fine {}

                            record Place(@Example("b") String name) {}
                        }

                        @Discriminator(byKeys = true)
                        sealed interface Shared {
                            record Small(@Example("1") int size, @Default("1") int depth) implements Shared {}

                            record Large(@Example("1") int size, @Example("1") int width) implements Shared {}
                        }

                        @Discriminator(byKeys = true)
                        sealed interface Aliased {
                            record Local(@Example("a") @Alias("path") String file) implements Aliased {}

                            @Retired(value = "path", reason = "r")
                            record Remote(@Example("u") String url, @Default("n") String name) implements Aliased {}
                        }

                        @Discriminator(value = "type", byKeys = true)
                        sealed interface Both {
                            record One(@Default("1") int one) implements Both {}
                        }

                        @Discriminator(byKeys = true)
                        sealed interface Section {
                            record Bucket(S3 s3) implements Section {}

                            record Local(@Example("a") String file, @Example("b") String name) implements Section {}

                            record S3(@Default("b") String name) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:26 interface: Shared.Small cannot be distinguished from Shared.Large by its keys:"
                                + " Shared.Small has no required key that no other record of Shared has. Make the key"
                                + " 'depth' of Shared.Small required, or write @Discriminator(\"type\"), so that the key"
                                + " 'type' selects the record. [ALC155]",
                        "Bad.java:33 interface: Aliased.Local cannot be distinguished from Aliased.Remote by its"
                                + " keys: Aliased.Local has no required key that no other record of Aliased has. Give"
                                + " Aliased.Local such a key, or write @Discriminator(\"type\"), so that the key 'type'"
                                + " selects the record. [ALC155]",
                        "Bad.java:41 interface: Both has the discriminator 'type' and byKeys = true, but either a tag"
                                + " or the keys select the record. Remove one of them from @Discriminator. [ALC155]",
                        "Bad.java:46 interface: Section.Bucket cannot be distinguished from Section.Local by its"
                                + " keys: Section.Bucket has no required key that no other record of Section has. Give"
                                + " Section.Bucket such a key, or write @Discriminator(\"type\"), so that the key 'type'"
                                + " selects the record. [ALC155]");
    }

    @Test
    void anOldPathCountsAsAKeyOfItsRecord() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "old")
                        record Old(
                                @Default("{file: a}") Fine fine,
                                @Default("{file: a}") OfOther ofOther,
                                @Default("{file: a}") OfBoth ofBoth,
                                @Default("{file: a}") Section section) {}

                        @Discriminator(byKeys = true)
                        sealed interface Fine {
                            @Moved(from = "path", to = "file")
                            record Local(@Example("a") String file) implements Fine {}

                            @Moved(from = "link.address", to = "url")
                            record Remote(@Example("u") String url) implements Fine {}
                        }

                        @Discriminator(byKeys = true)
                        sealed interface OfOther {
                            @Moved(from = "url", to = "file")
                            record Local(@Example("a") String file) implements OfOther {}

                            record Remote(@Example("u") String url, @Example("t") String token) implements OfOther {}
                        }

                        @Discriminator(byKeys = true)
                        sealed interface OfBoth {
                            @Moved(from = "from.file", to = "file")
                            record Local(@Example("a") String file) implements OfBoth {}

                            @Moved(from = "from.url", to = "url")
                            record Remote(@Example("u") String url) implements OfBoth {}
                        }

                        @Discriminator(byKeys = true)
                        sealed interface Section {
                            record Local(@Example("a") String file) implements Section {}

                            @Moved(from = "file.tries", to = "tries")
                            record Remote(@Example("u") String url, @Default("1") int tries) implements Section {}
                        }
                        """))
                .extracting(error -> error.substring(0, error.indexOf(" by its keys")))
                .containsExactly(
                        "Old.java:22 interface: OfOther.Local cannot be distinguished from OfOther.Remote",
                        "Old.java:30 interface: OfBoth.Local cannot be distinguished from OfBoth.Remote",
                        "Old.java:39 interface: Section.Local cannot be distinguished from Section.Remote");
    }

    @Test
    void noSectionHasAKeyOfAMappingInPlaceOfASecret() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Example("{file: t}") Auth auth, @Example("a") Open open, @Example("[{file: t}]") Fine fine) {}

                        sealed interface Auth {
                            record Token(@Secret @Example("{file: t}") String token) implements Auth {}

                            record Login(@Example("ada") String user, @Default("x") @Alias("file") String realm)
                                    implements Auth {}
                        }

                        sealed interface Open {
                            record Named(@Example("a") String name) implements Open {}

                            record Local(@Example("a") String file, @Example("x") String masked) implements Open {}
                        }

                        sealed interface Fine {
                            record Tokens(@Secret @Example("[{file: t}]") java.util.List<String> tokens) implements Fine {}

                            record Local(@Example("a") String file, @Example("x") String masked) implements Fine {}
                        }
                        """))
                .containsExactly("Bad.java:8 interface: Auth.Token and Auth.Login cannot be distinguished in YAML:"
                        + " Auth.Login has the key 'file', but the @Secret of Auth.Token may be {file: PATH} or"
                        + " {masked: true}. Rename the key, @Key(\"…\"), or add @Discriminator(\"type\") to Auth, so that"
                        + " the key 'type' selects the record. [ALC138]");
    }

    @Test
    void theTypeTellsScalarsApart() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("8080") Port port, @Default("1") Level level, @Default("a") Text text) {}

                        sealed interface Port {
                            record Number(@Example("1") int number) implements Port {}

                            record Name(@Example("http") String name) implements Port {}

                            record Off(@Example("false") boolean on) implements Port {}
                        }

                        sealed interface Level {
                            record Rank(@Example("1") int rank) implements Level {}

                            record Share(@Example("0.5") double share) implements Level {}
                        }

                        sealed interface Text {
                            record Name(@Example("a") String name) implements Text {}

                            record When(@Example("1s") java.time.Duration time) implements Text {}

                            record Kind(@Example("a") Letter letter) implements Text {}

                            enum Letter { A }
                        }
                        """))
                .containsExactly(
                        "Bad.java:17 interface: Level.Rank and Level.Share cannot be distinguished in YAML: each is"
                                + " written as a number. Add @Discriminator(\"type\") to Level, so that the key 'type'"
                                + " selects the record. [ALC138]",
                        "Bad.java:23 interface: Text.Name, Text.When and Text.Kind cannot be distinguished in YAML:"
                                + " each is written as a string. Add @Discriminator(\"type\") to Text, so that the key"
                                + " 'type' selects the record. [ALC138]");
    }
}
