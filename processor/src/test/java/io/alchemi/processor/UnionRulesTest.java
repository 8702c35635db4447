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
                        "Layer.java:9 class: Layer permits Layer.Plain, which is no record without type parameters. Make"
                                + " it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:11 enum: Layer permits Layer.Mode, which is no record without type parameters. Make"
                                + " it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:13 record: Layer permits Layer.Generic, which is no record without type parameters."
                                + " Make it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:15 interface: Layer permits Layer.Open, which is no record without type parameters."
                                + " Make it a plain record, or do not permit it. [ALC135]",
                        "Layer.java:18 interface: Layer permits Layer.Other, which is a sealed interface with a"
                                + " @Discriminator of its own. Remove it there, or make Layer.Other a component of a"
                                + " record that is permitted instead. [ALC135]");
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
                        }
                        """))
                .containsExactly(
                        "Layer.java:10 record: Layer.B has the tag 'a', as has Layer.A. Give one of them another:"
                                + " @Key(\"…\") on the record. [ALC136]",
                        "Layer.java:13 record: The tag 'true' of Layer.C is no text in YAML unless it stands in quotes."
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
                .contains("Layer.java:9 record: Layer.B has a key 'type', but in a Layer 'type' is the tag. Rename"
                        + " the key, @Key(\"…\"), or choose another @Discriminator. [ALC137]");
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
                        "Bad.java:9 interface: Nothing tells Grid.Even from Grid.Odd from Grid.Nothing in YAML: each is"
                                + " written as a section with keys. Add @Discriminator(\"type\") to Grid, then a key"
                                + " 'type' says which it is. [ALC138]",
                        "Bad.java:9 interface: Nothing tells Grid.Listed from Grid.Array in YAML: each is written as a"
                                + " list. Add @Discriminator(\"type\") to Grid, then a key 'type' says which it is."
                                + " [ALC138]");
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
                        "Bad.java:9 interface: The discriminator '' of Empty cannot be a key. Write letters, digits, '_'"
                                + " and '-', a letter first: @Discriminator(\"type\"). [ALC124]",
                        "Bad.java:14 interface: The discriminator 'a.b' of Dotted cannot be a key. Write letters,"
                                + " digits, '_' and '-', a letter first: @Discriminator(\"type\"). [ALC124]",
                        "Bad.java:19 record: @Discriminator has no meaning on NoUnion: it belongs on a sealed interface."
                                + " Remove it. [ALC121]",
                        "Bad.java:22 record: @Key has no meaning on NoBranch: it belongs on a component, a constant, or"
                                + " a record that a sealed interface permits. Remove it. [ALC121]");
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
                        "Bad.java:7 bads: Bad.bads always holds another bads (Bad → Bad), without end. Let it be empty."
                                + " [ALC119]",
                        "Bad.java:12 left: Tree.Left.left always holds another left (Tree.Left → Tree.Left), without"
                                + " end. Permit a record that ends it. [ALC119]",
                        "Bad.java:15 right: Tree.Right.right always holds another right (Tree.Right → Tree.Right),"
                                + " without end. Permit a record that ends it. [ALC119]");
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
                        "Bad.java:10 record: @Moved(from = \"old\", to = \"layer.x\") on Bad: 'layer.x' leads through"
                                + " 'layer', which is no section that is always there. Keys move between sections only;"
                                + " say what changed with @Alias or @Retired on the record. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"layer.y\", to = \"width\") on Bad: 'layer.y' leads through"
                                + " 'layer', which is no section that is always there. Keys move between sections only;"
                                + " say what changed with @Alias or @Retired on the record. [ALC109]",
                        "Bad.java:10 record: @Moved(from = \"points.z\", to = \"width\") on Bad: 'points.z' leads"
                                + " through 'points', which is no section that is always there. Keys move between"
                                + " sections only; say what changed with @Alias or @Retired on the record. [ALC109]",
                        "Bad.java:18 x: @Flag has no meaning on Layer.A.x: 'layer.x' is inside a list, a map or one of"
                                + " several records, so that a flag could not say which. Remove it. [ALC121]",
                        "Bad.java:22 z: @Flag has no meaning on Point.z: 'points[].z' is inside a list, a map or one of"
                                + " several records, so that a flag could not say which. Remove it. [ALC121]");
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
                        "Bad.java:10 layer: Bad.layer declares 'layer', but 'dtype' is a setting of the whole run, which"
                                + " stands in 'global'. Remove it. [ALC107]",
                        "Bad.java:16 seed: Point.seed declares 'points[].seed', but 'seed' is a setting of the whole run,"
                                + " which stands in 'global'. Remove it. [ALC107]");
    }
}
