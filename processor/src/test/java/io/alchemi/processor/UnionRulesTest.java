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
