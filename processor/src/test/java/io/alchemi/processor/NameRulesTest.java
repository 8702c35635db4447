package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about names of keys, aliases, constants, ids and flags. */
class NameRulesTest {
    @Test
    void aKeyMeansOneThing() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Retired(value = "lr", reason = "r")
                        @Retired(value = "old", reason = "r")
                        record Bad(
                                @Default("1") int batchSize,
                                @Default("1") @Key("batch_size") int other,
                                @Default("1") @Alias({"batch_size", "rate"}) int lr,
                                @Default("1") @Alias("rate") int second,
                                @Default("1") @Alias("old") int third) {}
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:10 other: Bad.other has the key 'batch_size', as has Bad.batchSize. Give one of them"
                                + " another name: @Key(\"…\"). [ALC103]",
                        "Bad.java:11 lr: The alias 'batch_size' of Bad.lr is already the key of Bad.other. Remove it."
                                + " [ALC104]",
                        "Bad.java:12 second: The alias 'rate' of Bad.second is already an alias of Bad.lr. Remove it."
                                + " [ALC104]",
                        "Bad.java:8 record: The retired key 'lr' of Bad is also the key of Bad.lr. Remove one of the"
                                + " two. [ALC104]",
                        "Bad.java:8 record: The retired key 'old' of Bad is also an alias of Bad.third. Remove one of"
                                + " the two. [ALC104]");
    }

    @Test
    void aKeyCanBeWritten() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "a b")
                        record Bad(
                                @Default("1") @Key("a.b") int dotted,
                                @Default("1") @Key("true") int yes,
                                @Default("1") @Key("extends") int parent,
                                @Default("1") @Alias("") int empty) {}
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:6 record: The id 'a b' of Bad is also the name of files. Write letters and digits,"
                                + " with dots or dashes between them: \"train.mae\". [ALC124]",
                        "Bad.java:7 dotted: 'a.b' cannot be a key (Bad.dotted): write letters, digits, '_' and '-', a"
                                + " letter first. [ALC124]",
                        "Bad.java:8 yes: 'true' cannot be a key (Bad.yes): YAML reads it as something else than text."
                                + " Choose another name. [ALC124]",
                        "Bad.java:9 parent: 'extends' cannot be a key (Bad.parent): at the root of a file it is"
                                + " reserved. Choose another name. [ALC124]",
                        "Bad.java:10 empty: '' cannot be a key (Bad.empty): write letters, digits, '_' and '-', a"
                                + " letter first. [ALC124]");
    }

    @Test
    void aConstantMeansOneThingAndCanBeWritten() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("a") Mode mode) {
                            @IgnoreCase
                            enum Mode { A, @Key("b") X, @Alias("B") Y, NULL }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:7 mode: Two constants of lab.Bad.Mode are called 'B' in YAML (Bad.mode). Rename one:"
                                + " @Key(\"…\"). [ALC103]",
                        "Bad.java:7 mode: The constant 'null' of lab.Bad.Mode (Bad.mode) is no text in YAML unless it"
                                + " stands in quotes. Rename it: @Key(\"…\"). [ALC124]");
    }

    @Test
    void flagsHaveNamesOfTheirOwn() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("1") @Flag("steps") int a,
                                @Default("1") @Flag("steps") int b,
                                @Default("false") @Flag("amp") boolean d,
                                @Default("1") @Flag("no-amp") int e,
                                Part part) {
                            record Part(
                                    @Default("1") @Flag("steps") int y) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 b: The flag --steps of 'b' is also that of 'a'. Give one of them another name:"
                                + " @Flag(\"…\"). [ALC116]",
                        "Bad.java:10 e: The flag --no-amp of 'e' is also that of 'd'. Give one of them another name:"
                                + " @Flag(\"…\"). [ALC116]",
                        "Bad.java:13 y: The flag --steps of 'part.y' is also that of 'a'. Give one of them another"
                                + " name: @Flag(\"…\"). [ALC116]");
    }

    @Test
    void anAliasIsAnotherNameOfAFlag() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("1") @Flag int rate,
                                @Default("1") @Flag @Alias({"same", "lr"}) @Key("same-again") int a,
                                Part part) {
                            record Part(@Default("1") @Flag("lr") int y) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:10 y: The flag --lr of 'part.y' is also that of 'same-again'. Give one of them another"
                                + " name: @Flag(\"…\"). [ALC116]");
    }

    @Test
    void aFlagSetsOneKey() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(Lamp white, Dark dark, @Default("1") @Flag int steps) {
                            record Lamp(@Default("3") @Flag int power) {}

                            record Dark(Lamp lamp) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:7 power: @Flag has no meaning on Bad.Lamp.power: Bad.Lamp is used twice in the"
                                + " schema, so --power could set 'white.power' or 'dark.lamp.power'. Remove it, or use "
                                + "Bad.Lamp only once. [ALC121]");
    }

    @Test
    void aFlagAtOrBelowARecursionSetsNoSingleKey() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "walk")
                        record Walk(@Nullable Walk next, @Flag @Default("1") double lr) {}
                        """))
                .containsExactly(
                        "Walk.java:7 lr: @Flag has no meaning on Walk.lr: Walk contains itself, so --lr could set"
                                + " 'lr' or 'next.lr'. Remove it. [ALC121]");
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "way")
                        record Way(Step first) {
                            record Step(@Nullable Step next, Foot foot) {}

                            record Foot(@Flag @Default("1") int size) {}
                        }
                        """))
                .containsExactly(
                        "Way.java:10 size: @Flag has no meaning on Way.Foot.size: Way.Foot is used twice in the"
                                + " schema, so --size could set 'first.next.foot.size' or 'first.foot.size'. Remove it, or use "
                                + "Way.Foot only once. [ALC121]");
    }

    @Test
    void aFilePatternMatchesTheEndOfAPath() {
        List<String> faults = new ArrayList<>();
        for (String pattern : List.of(
                "",
                "/a.yaml",
                "a/**/b.yaml",
                " a.yaml",
                "a\\tb",
                "a\\u0085b",
                "[",
                "a{b,c}",
                "a?.yaml",
                "a\\\\b",
                "a//b",
                "a/",
                "./a",
                "a/../b",
                "~/a.yaml")) {
            List<String> errors = Compile.errors("""
                    package lab;

                    import io.alchemi.schema.*;

                    @ConfigSchema(id = "bad", files = {"fine-*/my lab*.yaml", "%s"})
                    record Bad(@Default("1") int a) {}
                    """.formatted(pattern));
            assertThat(errors).as(pattern).hasSize(1);
            assertThat(errors.get(0))
                    .startsWith("Bad.java:6 record: The file pattern '")
                    .endsWith(
                            ". Write the end of a path, names with '/' between them; '*' matches any characters within a"
                                    + " name: \"configs/train*.yaml\". [ALC124]");
            faults.add(errors.get(0).replaceAll(".*' of Bad |\\. Write the end.*", ""));
        }
        assertThat(faults)
                .containsExactly(
                        "is empty",
                        "is an absolute path",
                        "contains '**'",
                        "begins or ends with a space",
                        "contains a control character",
                        "contains a control character",
                        "contains '['",
                        "contains '{'",
                        "contains '?'",
                        "contains '\\'",
                        "contains an empty name",
                        "contains an empty name",
                        "contains '.'",
                        "contains '..'",
                        "contains '~'");
    }

    @Test
    void aFlagCanBeTyped() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("1") @Flag("--a b") int a,
                                @Default("1") @Flag(shortName = "xy") int b) {}
                        """))
                .containsExactly(
                        "Bad.java:7 a: The flag of Bad.a is '----a b'. Write letters and digits, with dashes between"
                                + " them: @Flag(\"…\"). [ALC124]",
                        "Bad.java:8 b: The flag of Bad.b has the short form '-xy'. Write one letter. [ALC124]");
    }

    @Test
    void idsAndCommandsAreUniqueInAModule() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "same")
                        record First(@Default("1") int x) {}
                        """, """
                        package lab.other;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "same")
                        record Second(@Default("1") int x) {}
                        """))
                .containsExactly("Second.java:6 record: The schema id 'same' is already that of First. Choose another."
                        + " [ALC127]");
    }

    @Test
    void theNamesOfGeneratedClassesMustBeFree() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "taken")
                        record Taken(@Default("1") int x) {}

                        class TakenLoader {}
                        """))
                .containsExactly("Taken.java:6 record: The file lab.TakenLoader, which is generated for Taken, exists"
                        + " already. Rename one of the two. [ALC128]");
    }
}
