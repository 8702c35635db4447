package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules about texts that say nothing: empty ones, and descriptions and paths of what does not exist. */
class EmptyTextRulesTest {
    @Test
    void aRetiredKeyHasAKeysNameAndAReason() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Retired(value = "a b", reason = "r")
                        @Retired(value = "extends", reason = "r")
                        @Retired(value = "null", reason = "r")
                        @Retired(value = "old", reason = " ")
                        record Bad(@Default("1") int x) {}
                        """))
                .containsExactly(
                        "Bad.java:10 record: 'a b' is not a valid removed key of Bad: use letters, digits, '_'"
                                + " and '-', starting with a letter or '_'. [ALC124]",
                        "Bad.java:10 record: 'extends' is not a valid removed key of Bad: it is reserved at the"
                                + " root of a file. Choose another name. [ALC124]",
                        "Bad.java:10 record: 'null' is not a valid removed key of Bad: YAML does not read it as"
                                + " a string. Choose another name. [ALC124]",
                        "Bad.java:10 record: The removed key 'old' of Bad has no reason. Say why it has no"
                                + " effect, or what to use instead: reason = \"…\". [ALC106]");
    }

    @Test
    void aRuleSaysWhatMustHold() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("1") int x) {
                            @Rule("")
                            static boolean empty(int x) { return true; }
                        }
                        """))
                .containsExactly("Bad.java:8 empty: Rule Bad.empty has no message. Write what must hold:"
                        + " @Rule(\"embed_dim must be divisible by n_heads\"). [ALC110]");
    }

    @Test
    void unitsPatternsAndSuggestionsAreDescribed() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("1") @Unit("") int unit,
                                @Default("a") @Matches(value = "a|b", describedAs = " ") String pattern,
                                @Default("a")
                                        @Matches(value = "a|b", describedAs = "a or b")
                                        @Suggest(value = "a", doc = "")
                                        @Suggest(value = "b", doc = "d")
                                        @Suggest(value = "b", doc = "e")
                                        String suggested) {}
                        """))
                .containsExactly(
                        "Bad.java:7 unit: @Unit on Bad.unit is empty. Write the unit, @Unit(\"nm\"), or remove"
                                + " it. [ALC121]",
                        "Bad.java:8 pattern: @Matches on Bad.pattern has no description for messages. Complete"
                                + " the sentence \"must be …\": describedAs = \"a sample id such as A-17\". [ALC106]",
                        "Bad.java:14 suggested: The suggestion 'a' of Bad.suggested has no description. Say"
                                + " what the value means: doc = \"…\". [ALC106]",
                        "Bad.java:14 suggested: Bad.suggested suggests 'b' twice. Remove one of the two. [ALC103]");
    }

    @Test
    void aKeyMovesFromAPathToAPath() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        @Moved(from = "x..y", to = "x")
                        @Moved(from = "", to = "x")
                        @Moved(from = "a b", to = "x")
                        @Moved(from = "old", to = "x.")
                        @Moved(from = "list[0]", to = "x")
                        record Bad(@Default("1") int x) {}
                        """))
                .containsExactly(
                        notAPath("x..y", "x", "x..y"),
                        notAPath("", "x", ""),
                        notAPath("a b", "x", "a b"),
                        notAPath("old", "x.", "x."),
                        notAPath("list[0]", "x", "list[0]"));
    }

    private static String notAPath(String from, String to, String wrong) {
        return "Bad.java:11 record: @Moved(from = \"" + from + "\", to = \"" + to + "\") on Bad: '" + wrong
                + "' is not a path. Write the names of keys, separated by dots: \"train.seed\". [ALC109]";
    }

    @Test
    void aParamLineDescribesAComponent() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        /**
                         * Bad.
                         *
                         * @param batchSise how many at once
                         * @param steps how many
                         * @param step how many
                         * @param nonsense nothing
                         */
                        @ConfigSchema(id = "bad")
                        public record Bad(
                                @Default("1") int batchSize,
                                @Default("1") int steps,
                                Part part) {
                            /** @param yy other */
                            record Part(@Default("1") int y) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:14 record: '@param batchSise' in the Javadoc of Bad does not match any"
                                + " component. Did you mean 'batchSize'? [ALC106]",
                        "Bad.java:14 record: '@param step' in the Javadoc of Bad does not match any component."
                                + " Did you mean 'steps'? [ALC106]",
                        "Bad.java:14 record: '@param nonsense' in the Javadoc of Bad does not match any"
                                + " component. Remove it. [ALC106]",
                        "Bad.java:17 part: Bad.part has no description. Add '@param part …' to the Javadoc of"
                                + " Bad. [ALC106]",
                        "Bad.java:19 record: '@param yy' in the Javadoc of Bad.Part does not match any"
                                + " component. Did you mean 'y'? [ALC106]");
    }

    @Test
    void aParamLineMayDescribeATypeParameter() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        /**
                         * Bad.
                         *
                         * @param part part
                         */
                        @ConfigSchema(id = "bad")
                        public record Bad(Part<Integer> part) {
                            /**
                             * A part.
                             *
                             * @param <T> the type of the value
                             * @param <U> nothing
                             * @param y value
                             */
                            record Part<T>(@Example("1") T y) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:19 record: '@param <U>' in the Javadoc of Bad.Part<Integer> does not match any"
                                + " component. Remove it. [ALC106]");
    }
}
