package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules about sealed interfaces. */
class UnionRulesTest {
    @Test
    void aSealedInterfacePermitsPlainRecords() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{type: fine}") Layer layer, @Default("[]") java.util.List<Layer> layers) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        @Discriminator("type")
                        sealed interface Layer {
                            record Fine(@Default("1") int x) implements Layer {}

                            final class Plain implements Layer {}

                            enum Mode implements Layer { A }

                            record Generic<T>(@Default("1") int x) implements Layer {}

                            non-sealed interface Open extends Layer {}

                            @Discriminator("kind")
                            sealed interface Other extends Layer {
                                record Inner(@Default("1") int x) implements Other {}
                            }

                            @Discriminator("type")
                            sealed interface Same extends Layer {
                                record Deep(@Default("1") int x) implements Same {}
                            }
                        }
                        """))
                .containsExactly(
                        "Layer.java:9 class: Layer permits Layer.Plain, which is not a record without type"
                                + " parameters. Make it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:11 enum: Layer permits Layer.Mode, which is not a record without type"
                                + " parameters. Make it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:13 record: Layer permits Layer.Generic, which is not a record without type"
                                + " parameters. Make it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:15 interface: Layer permits Layer.Open, which is not a record without type"
                                + " parameters. Make it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:18 interface: Layer permits Layer.Other, which is a sealed interface with"
                                + " its own @Discriminator. Remove it there, or make Layer.Other a component of a"
                                + " permitted record instead. [ALC135]");
    }

    @Test
    void aTagNamesOneRecord() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{type: a}") Layer layer) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        @Discriminator("type")
                        sealed interface Layer {
                            record A(@Default("1") int x) implements Layer {}

                            @Key("a")
                            record B(@Default("1") int x) implements Layer {}

                            @Key("true")
                            record C(@Default("1") int x) implements Layer {}

                            @Key("a: b")
                            record D(@Default("1") int x) implements Layer {}
                        }
                        """))
                .containsExactly(
                        "Layer.java:10 record: Layer.B has the same tag 'a' as Layer.A. Rename one of them:"
                                + " @Key(\"…\") on the record. [ALC136]",
                        "Layer.java:13 record: The tag 'true' of Layer.C is not a string in YAML unless quoted."
                                + " Choose another: @Key(\"…\"). [ALC124]",
                        "Layer.java:16 record: The tag 'a: b' of Layer.D is not a string in YAML unless quoted."
                                + " Choose another: @Key(\"…\"). [ALC124]");
    }

    @Test
    void aTagIsNoKeyOfABranch() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{type: a}") Layer layer) {}
                        """, """
                        package lab;

                        import io.alchemi.schema.*;

                        @Discriminator("type")
                        sealed interface Layer {
                            record A(@Default("1") int x) implements Layer {}

                            record B(@Default("1") int type) implements Layer {}

                            record C(@Default("1") @Alias("type") int x) implements Layer {}

                            @Retired(value = "type", reason = "r")
                            record D(@Default("1") int x) implements Layer {}
                        }
                        """))
                .hasSize(3)
                .allSatisfy(error -> assertThat(error).contains("[ALC137]"))
                .contains("Layer.java:9 record: Layer.B has a key 'type', but 'type' is the discriminator of"
                        + " Layer. Rename the key, @Key(\"…\"), or choose another @Discriminator. [ALC137]");
    }

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

    @Test
    void aPermittedInterfaceIsToldApartInTheSameWay() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{file: a}") Keys keys, @Default("1") Forms forms) {}

                        @Discriminator(byKeys = true)
                        sealed interface Keys {
                            record Local(@Example("a") String file) implements Keys {}

                            sealed interface Plain extends Keys {}

                            record Remote(@Example("a") String url) implements Plain {}

                            @Discriminator(byKeys = true)
                            sealed interface Same extends Keys {}

                            record Bucket(@Example("a") String bucket) implements Same {}

                            @Discriminator("type")
                            sealed interface Tagged extends Keys {}

                            record Other(@Example("a") String other) implements Tagged {}
                        }

                        sealed interface Forms {
                            record Number(@Example("1") int number) implements Forms {}

                            @Discriminator(byKeys = true)
                            sealed interface Keyed extends Forms {}

                            record Name(@Example("a") String name) implements Keyed {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:22 interface: Keys permits Keys.Tagged, which is a sealed interface with its own"
                                + " @Discriminator. Remove it there, or make Keys.Tagged a component of a permitted"
                                + " record instead. [ALC135]",
                        "Bad.java:31 interface: Forms permits Forms.Keyed, which is a sealed interface with its own"
                                + " @Discriminator. Remove it there, or make Forms.Keyed a component of a permitted"
                                + " record instead. [ALC135]");
    }

    @Test
    void aDiscriminatorCanBeWrittenAndStandsOnASealedInterface() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{a: 1}") Empty empty, @Default("{a: 1}") Dotted dotted) {}

                        @Discriminator("")
                        sealed interface Empty {
                            record A(@Default("1") int x) implements Empty {}
                        }

                        @Discriminator("a.b")
                        sealed interface Dotted {
                            record B(@Default("1") int x) implements Dotted {}
                        }

                        @Discriminator("type")
                        record NoUnion(@Default("1") int x) {}

                        @Key("x")
                        record NoBranch(@Default("1") int x) {}
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:9 interface: The discriminator '' of Empty is not a valid key. Use letters,"
                                + " digits, '_' and '-', starting with a letter or '_': @Discriminator(\"type\")."
                                + " [ALC124]",
                        "Bad.java:14 interface: The discriminator 'a.b' of Dotted is not a valid key. Use"
                                + " letters, digits, '_' and '-', starting with a letter or '_':"
                                + " @Discriminator(\"type\"). [ALC124]",
                        "Bad.java:19 record: @Discriminator does not apply to NoUnion, only to a sealed"
                                + " interface. Remove it. [ALC121]",
                        "Bad.java:22 record: @Key does not apply to NoBranch, only to a component, a constant,"
                                + " or a record that a sealed interface permits. Remove it. [ALC121]");
    }

    @Test
    void aRecordMayHoldItselfWhereSomethingEndsIt() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "fine")
                        record Fine(@Default("{type: leaf}") Tree tree, Optional<Fine> more, @Default("{}") Map<String, Fine> named) {}

                        @Discriminator("type")
                        sealed interface Tree {
                            record Leaf(@Default("1") int x) implements Tree {}

                            record Branch(
                                    @Example("{type: leaf}") Tree left,
                                    @Default("[]") List<Tree> others) implements Tree {}
                        }
                        """)).noneMatch(error -> error.contains("ALC119"));
    }

    @Test
    void aUnionWithoutAnEndAndAListThatIsNeverEmptyAreEndless() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{type: left}") Tree tree, @Example("[]") @Length(min = 1) List<Bad> bads) {}

                        @Discriminator("type")
                        sealed interface Tree {
                            record Left(
                                    @Example("{type: left}") Tree left) implements Tree {}

                            record Right(
                                    @Example("{type: left}") Tree right) implements Tree {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:7 bads: Bad.bads is infinitely recursive: it always contains another 'bads'"
                                + " (Bad → Bad). Allow it to be empty. [ALC119]",
                        "Bad.java:12 left: Tree.Left.left is infinitely recursive: it always contains another"
                                + " 'left' (Tree.Left → Tree.Left). Permit a record that ends the recursion. [ALC119]",
                        "Bad.java:15 right: Tree.Right.right is infinitely recursive: it always contains"
                                + " another 'right' (Tree.Right → Tree.Right). Permit a record that ends the recursion."
                                + " [ALC119]");
    }

    @Test
    void keysAndFlagsInsideAUnionHaveNoPlaceOfTheirOwn() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        @Moved(from = "old", to = "layer.x")
                        @Moved(from = "layer.y", to = "width")
                        @Moved(from = "points.z", to = "width")
                        record Bad(
                                @Default("{type: a}") Layer layer,
                                @Default("[]") List<Point> points,
                                @Default("1") int width) {}

                        @Discriminator("type")
                        sealed interface Layer {
                            record A(
                                    @Default("1") @Flag int x) implements Layer {}
                        }

                        record Point(
                                @Default("1") @Flag int z) {}
                        """))
                .containsExactly(
                        "Bad.java:10 record: @Moved(from = \"old\", to = \"layer.x\") on Bad: 'layer.x' leads"
                                + " through 'layer', which is not a section of a fixed record. @Moved only supports such"
                                + " sections. Use @Alias, @Retired or @Moved on the record instead. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"layer.y\", to = \"width\") on Bad: 'layer.y' leads"
                                + " through 'layer', which is not a section of a fixed record. @Moved only supports such"
                                + " sections. Use @Alias, @Retired or @Moved on the record instead. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"points.z\", to = \"width\") on Bad: 'points.z'"
                                + " leads through 'points', which is not a section of a fixed record. @Moved only"
                                + " supports such sections. Use @Alias, @Retired or @Moved on the record instead. [ALC109]",
                        "Bad.java:18 x: @Flag does not apply to Layer.A.x: 'layer.x' is inside a list, a map or"
                                + " one of several records, so the flag would be ambiguous. Remove it. [ALC121]",
                        "Bad.java:22 z: @Flag does not apply to Point.z: 'points[].z' is inside a list, a map"
                                + " or one of several records, so the flag would be ambiguous. Remove it. [ALC121]");
    }

    @Test
    void theGlobalBlockReignsInsideListsAndUnionsToo() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Run global,
                                @Default("[]") List<Point> points,
                                @Default("{dtype: a}") Layer layer) {}

                        @GlobalBlock
                        record Run(@Default("42") int seed) {}

                        record Point(
                                @Default("1") int seed) {}

                        @Discriminator("dtype")
                        sealed interface Layer {
                            record A(@Default("1") int x) implements Layer {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:10 layer: Bad.layer declares 'layer', but 'dtype' is a run-wide setting that"
                                + " belongs in 'global'. Remove it, or rename it; a setting of the whole run is a key of"
                                + " Run. [ALC107]",
                        "Bad.java:16 seed: Point.seed declares 'points[].seed', but 'seed' is a run-wide"
                                + " setting that belongs in 'global'. Remove it. [ALC107]");
    }
}
