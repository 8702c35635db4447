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
                        "Bad.java:10 other: Bad.other has the same key 'batch_size' as Bad.batchSize. Rename"
                                + " one of them: @Key(\"…\"). [ALC103]",
                        "Bad.java:11 lr: The alias 'batch_size' of Bad.lr is already the key of Bad.other. Remove it."
                                + " [ALC104]",
                        "Bad.java:12 second: The alias 'rate' of Bad.second is already an alias of Bad.lr. Remove it."
                                + " [ALC104]",
                        "Bad.java:8 record: The removed key 'lr' of Bad is also the key of Bad.lr. Remove one"
                                + " of the two. [ALC104]",
                        "Bad.java:8 record: The removed key 'old' of Bad is also an alias of Bad.third. Remove"
                                + " one of the two. [ALC104]");
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
                        "Bad.java:6 record: The schema id 'a b' of Bad is invalid, since files are named after"
                                + " it. Use letters and digits, separated by dots, dashes or underscores: \"train.mae\"."
                                + " [ALC124]",
                        "Bad.java:7 dotted: 'a.b' is not a valid key of Bad.dotted: use letters, digits, '_'"
                                + " and '-', starting with a letter or '_'. [ALC124]",
                        "Bad.java:8 yes: 'true' is not a valid key of Bad.yes: YAML does not read it as a"
                                + " string. Choose another name. [ALC124]",
                        "Bad.java:9 parent: 'extends' is not a valid key of Bad.parent: it is reserved at the"
                                + " root of a file. Choose another name. [ALC124]",
                        "Bad.java:10 empty: '' is not a valid key of Bad.empty: use letters, digits, '_' and '-',"
                                + " starting with a letter or '_'. [ALC124]");
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
                            enum Mode { A, @Key("b") X, @Alias("B") Y, NULL, @Key("a #b") Z, @Key("adam w") ADAM_W }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:7 mode: Two constants of lab.Bad.Mode, the type of Bad.mode, have the same"
                                + " name 'B' in YAML. Rename one of them: @Key(\"…\"). [ALC103]",
                        "Bad.java:7 mode: The constant 'null' of lab.Bad.Mode, the type of Bad.mode, is not a"
                                + " string in YAML unless quoted. Rename it: @Key(\"…\"). [ALC124]",
                        "Bad.java:7 mode: The constant 'a #b' of lab.Bad.Mode, the type of Bad.mode, is not a"
                                + " string in YAML unless quoted. Rename it: @Key(\"…\"). [ALC124]");
    }

    @Test
    void anAliasOfAConstantIsNamedAsOne() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("a") Mode mode) {
                            enum Mode { @Alias({"true", "x\\ny", "on"}) A, @Alias("") B }
                        }
                        """))
                .containsExactly(aliasProblem("true", "A"), aliasProblem("x\\ny", "A"), aliasProblem("", "B"));
    }

    private static String aliasProblem(String alias, String constant) {
        return "Bad.java:7 mode: The alias '" + alias + "' of lab.Bad.Mode." + constant
                + ", in the type of Bad.mode, is not a string in YAML unless quoted. Rename or remove it:"
                + " @Alias(\"…\"). [ALC124]";
    }

    @Test
    void aRemovedKeyOfASectionIsNamedByTheRecordOfTheSection() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Retired(value = "sec.gone", reason = "unused")
                        @Retired(value = "other.gone", reason = "unused")
                        record Bad(@Default("{}") Sec sec) {
                            record Sec(@Default("1") int x) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 record: 'sec.gone' is not a valid removed key of Bad: it is a path. Put"
                                + " @Retired(value = \"gone\", …) on the record of 'sec'. [ALC124]",
                        "Bad.java:8 record: 'other.gone' is not a valid removed key of Bad: use letters, digits, '_'"
                                + " and '-', starting with a letter or '_'. [ALC124]");
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
                        "Bad.java:8 b: 'b' has the same flag --steps as 'a'. Rename one of them: @Flag(\"…\")."
                                + " [ALC116]",
                        "Bad.java:10 e: 'e' has the same flag --no-amp as 'd'. Rename one of them:"
                                + " @Flag(\"…\"). [ALC116]",
                        "Bad.java:13 y: 'part.y' has the same flag --steps as 'a'. Rename one of them:"
                                + " @Flag(\"…\"). [ALC116]");
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
                .containsExactly("Bad.java:10 y: 'part.y' has the same flag --lr as 'same-again'. Rename one of them:"
                        + " @Flag(\"…\"). [ALC116]");
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
                .containsExactly("Bad.java:7 power: @Flag does not apply to Bad.Lamp.power: Bad.Lamp is used twice in"
                        + " the schema, so --power could set 'white.power' or 'dark.lamp.power'. Remove it, or"
                        + " use Bad.Lamp only once. [ALC121]");
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
                .containsExactly("Walk.java:7 lr: @Flag does not apply to Walk.lr: Walk contains itself, so --lr could"
                        + " set 'lr' or 'next.lr'. Remove it. [ALC121]");
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
                        "Way.java:10 size: @Flag does not apply to Way.Foot.size: Way.Foot is used twice in the"
                                + " schema, so --size could set 'first.next.foot.size' or 'first.foot.size'. Remove it,"
                                + " or use Way.Foot only once. [ALC121]");
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
                    .endsWith(". Write the end of a path, names separated by '/'; '*' matches any characters within a"
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
                        "Bad.java:7 a: The flag of Bad.a has the invalid name '----a b'. Use letters and"
                                + " digits, separated by dashes: @Flag(\"…\"). [ALC124]",
                        "Bad.java:8 b: The flag of Bad.b has the invalid short form '-xy'. Use a single letter."
                                + " [ALC124]");
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
                .containsExactly("Second.java:6 record: The schema id 'same' is already used by First. Choose another."
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
                .containsExactly(
                        "Taken.java:6 record: Cannot generate lab.TakenLoader for Taken, since it already exists."
                                + " Rename one of the two. [ALC128]");
    }
}
