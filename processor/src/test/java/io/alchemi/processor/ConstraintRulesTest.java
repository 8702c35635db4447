package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules about constraints, defaults, examples, rules and descriptions. */
class ConstraintRulesTest {
    @Test
    void aDefaultMustBeAcceptedInAFile() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("many") int steps,
                                @Default("0") @Range(min = 1) int batch,
                                @Default("1e-3") double fine,
                                @Default("mea") Mode mode,
                                @Default("") int empty,
                                @Default("{width: [1") Part part,
                                @Default("{widht: 3}") Part other,
                                @Default("64") String text,
                                @Example("300") byte small,
                                @Default("tpu") @Matches(value = "cpu|gpu", describedAs = "cpu or gpu") String device) {
                            enum Mode { MAE, REAL }

                            record Part(@Default("1") int width) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:7 steps: The default 'many' of Bad.steps is invalid: 'steps' must be an"
                                + " integer, but is the string 'many'; write an integer. [ALC102]",
                        "Bad.java:8 batch: The default '0' of Bad.batch is invalid: 'batch' is 0, but must be ≥"
                                + " 1. [ALC102]",
                        "Bad.java:10 mode: The default 'mea' of Bad.mode is invalid: 'mode' is 'mea', but must"
                                + " be one of mae | real; did you mean 'mae'? [ALC102]",
                        "Bad.java:11 empty: The default '' of Bad.empty is invalid: 'empty' has no value;"
                                + " write a value. [ALC102]",
                        "Bad.java:12 part: The default '{width: [1' of Bad.part is invalid: unclosed '['; add"
                                + " ',' or ']'. [ALC102]",
                        "Bad.java:13 other: The default '{widht: 3}' of Bad.other is invalid: unknown key"
                                + " 'widht' at the top level; did you mean 'width'? [ALC102]",
                        "Bad.java:14 text: The default '64' of Bad.text is invalid: 'text' must be a string,"
                                + " but is the number 64; write '64' in quotes. [ALC102]",
                        "Bad.java:15 small: The example '300' of Bad.small is invalid: 'small' is 300, but must"
                                + " be at most 127. [ALC102]",
                        "Bad.java:16 device: The default 'tpu' of Bad.device is invalid: 'device' is 'tpu', but"
                                + " must be cpu or gpu. [ALC102]");
    }

    @Test
    void aDivisorIsPositive() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("0") @MultipleOf(0) int zero,
                                @Default("3") @MultipleOf(2) double odd) {}
                        """))
                .containsExactly(
                        "Bad.java:7 zero: The divisor of Bad.zero is 0, but must be positive. Write 1 or more."
                                + " [ALC105]",
                        "Bad.java:8 odd: The default '3' of Bad.odd is invalid: 'odd' is 3, but must be"
                                + " divisible by 2. [ALC102]");
    }

    @Test
    void aRangeMustHoldAValue() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Example("1") @Range(min = 2, max = 1) int inverted,
                                @Example("1") @Range(min = 1, max = 2, minExclusive = true, maxExclusive = true) int between,
                                @Example("1") @Range(min = 1, max = 1, maxExclusive = true) double point,
                                @Example("1") @Range(min = 200) byte big,
                                @Default("1") @Range(min = 1, max = 1) double one) {}
                        """))
                .containsExactly(
                        "Bad.java:7 inverted: No value of Bad.inverted satisfies its range: ≥ 2 and ≤ 1. Swap"
                                + " min and max. [ALC105]",
                        "Bad.java:8 between: No value of Bad.between satisfies its range: > 1 and < 2. Widen"
                                + " the range, or use a larger type. [ALC105]",
                        "Bad.java:9 point: No value of Bad.point satisfies its range: ≥ 1 and < 1. Widen the"
                                + " range, or use a larger type. [ALC105]",
                        "Bad.java:10 big: No value of Bad.big satisfies its range: ≥ 200. Widen the range, or"
                                + " use a larger type. [ALC105]");
    }

    @Test
    void annotationsStandOnTypesToWhichTheyApply() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("a") @Range(min = 1) String ranged,
                                @Default("1") @Matches(value = "1", describedAs = "one") int matched,
                                @Default("a") @Input String input,
                                @Default("a") @Suggest(value = "a", doc = "d") String suggested,
                                @Default("1") @Nullable int primitive,
                                @Flag Part part) {
                            record Part(@Default("1") int x) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 ranged: @Range does not apply to Bad.ranged of type String, only to"
                                + " numbers. Remove it. [ALC121]",
                        "Bad.java:9 matched: @Matches does not apply to Bad.matched of type int, only to a"
                                + " String, a Path or a URI. Remove it. [ALC121]",
                        "Bad.java:10 input: @Input does not apply to Bad.input of type String, only to a"
                                + " java.nio.file.Path. Remove it. [ALC121]",
                        "Bad.java:11 suggested: Bad.suggested has @Suggest without @Matches. Add @Matches with"
                                + " the pattern of its values. [ALC121]",
                        "Bad.java:12 primitive: Bad.primitive is @Nullable, but a primitive cannot be null."
                                + " Write Integer instead. [ALC121]",
                        "Bad.java:13 part: @Flag does not apply to Bad.part of type Bad.Part, only to scalars"
                                + " and lists of scalars. Annotate the components of the record instead. [ALC121]");
    }

    @Test
    void annotationsStandOnElementsOfTheRightKind() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        class Stray {
                            @Key("x") int key;

                            @Alias("x") int alias;

                            @Rule("r") static boolean rule() { return true; }

                            @IgnoreCase record NoEnum() {}

                            @Moved(from = "a", to = "b") interface NoPlace {}

                            @Retired(value = "a", reason = "b") interface NoRecord {}

                            enum Fine { @Key("x") A }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Stray.java:6 key: @Key does not apply to Stray.key, only to a component of a record or a"
                                + " constant of an enum. Remove it. [ALC121]",
                        "Stray.java:8 alias: @Alias does not apply to Stray.alias, only to a component of a record or"
                                + " a constant of an enum. Remove it. [ALC121]",
                        "Stray.java:10 rule: @Rule does not apply to Stray.rule, only to a method of a record. Remove"
                                + " it. [ALC121]",
                        "Stray.java:12 record: @IgnoreCase does not apply to Stray.NoEnum, only to an enum. Remove"
                                + " it. [ALC121]",
                        "Stray.java:14 interface: @Moved does not apply to Stray.NoPlace, only to a record. Remove"
                                + " it. [ALC121]",
                        "Stray.java:16 interface: @Retired does not apply to Stray.NoRecord, only to a record. Remove"
                                + " it. [ALC121]");
    }

    @Test
    void aPatternMustCompileAndAcceptItsSuggestions() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Example("a") @Matches(value = "(a", describedAs = "a") String broken,
                                @Example("a")
                                @Matches(value = "a|b", describedAs = "a or b")
                                @Suggest(value = "c", doc = "d")
                                String narrow,
                                @Example("a") @Matches(value = "(?i)a", describedAs = "a") String anyCase,
                                @Example("a") @Matches(value = "a\\\\", describedAs = "a") String open,
                                @Example("a") @Matches(value = "(a\\\\\\\\", describedAs = "a") String escaped,
                                @Example("a") @Matches(value = "\\\\ba", describedAs = "a") String boundary) {}
                        """))
                .containsExactly(
                        "Bad.java:7 broken: The pattern of Bad.broken is not a valid regular expression:"
                                + " Unclosed group. [ALC125]",
                        "Bad.java:11 narrow: Bad.narrow suggests 'c', which does not match its pattern. Correct"
                                + " the suggestion or the pattern. [ALC125]",
                        "Bad.java:12 anyCase: The pattern of Bad.anyCase contains '(?i…', which editors do not"
                                + " interpret as Java does. List both cases, [aA], or use an enum with @IgnoreCase."
                                + " [ALC125]",
                        "Bad.java:13 open: The pattern of Bad.open is not a valid regular expression: it ends"
                                + " with a backslash that escapes nothing. [ALC125]",
                        "Bad.java:14 escaped: The pattern of Bad.escaped is not a valid regular expression: Unclosed"
                                + " group. [ALC125]",
                        "Bad.java:15 boundary: The pattern of Bad.boundary contains '\\b', which editors do not"
                                + " interpret as Java does. Match the characters on both sides instead. [ALC125]");
    }

    @Test
    void aDefaultIsOneValueWithoutDocumentMarkers() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("--- 5") int start,
                                @Default("abc\\n...") String end,
                                @Default("---5") String dashes,
                                @Default(" ") int blank,
                                @Default("# x") String comment) {}
                        """))
                .containsExactly(
                        "Bad.java:7 start: The default '--- 5' of Bad.start is invalid: '---' and '...' mark a document,"
                                + " but this is a single value; delete the marker, or put the string in quotes."
                                + " [ALC102]",
                        "Bad.java:8 end: The default 'abc\n  ...' of Bad.end is invalid: '---' and '...' "
                                + "mark a document, but this is a single value; delete the marker, or put the string in quote"
                                + "s.\n  [ALC102]",
                        "Bad.java:10 blank: The default ' ' of Bad.blank is invalid: 'blank' has no value; write a"
                                + " value. [ALC102]",
                        "Bad.java:11 comment: The default '# x' of Bad.comment is invalid: 'comment' has no value;"
                                + " write a value. [ALC102]");
    }

    @Test
    void aRequiredKeyNeedsAnExample() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                int steps,
                                @Nullable Integer fine,
                                Part part) {
                            record Part(java.nio.file.Path data) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 steps: Bad.steps is required, so the template needs a value for 'steps'."
                                + " Add @Example(\"…\") or @Default. [ALC117]",
                        "Bad.java:11 data: Bad.Part.data is required, so the template needs a value for 'data'."
                                + " Add @Example(\"…\") or @Default. [ALC117]");
    }

    @Test
    void aRuleIsCalledWithComponents() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("1") int embedDim, @Default("1") int heads) {
                            @Rule("r")
                            static boolean typo(int embedDmi) { return true; }

                            @Rule("r")
                            boolean instance(int heads) { return true; }

                            @Rule("r")
                            private static boolean hidden(int heads) { return true; }

                            @Rule("r")
                            static int number(int heads) { return 1; }

                            @Rule("r")
                            static boolean otherType(long heads) { return true; }

                            @Rule("r")
                            static boolean nothing() { return true; }

                            @Rule("r")
                            static boolean throwing(int heads) throws Exception { return true; }

                            @Rule("r")
                            static boolean fine(int heads, int embedDim) { return true; }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:8 typo: Rule Bad.typo has the parameter 'embedDmi', which is not a component."
                                + " Did you mean 'embedDim'? Parameter names must match component names. [ALC110]",
                        "Bad.java:11 instance: Rule Bad.instance is not static. Add 'static'. [ALC110]",
                        "Bad.java:14 hidden: Rule Bad.hidden is private, so the generated code cannot call it. Remove"
                                + " 'private'. [ALC110]",
                        "Bad.java:17 number: Rule Bad.number returns int. Return boolean: true if the rule"
                                + " holds. [ALC110]",
                        "Bad.java:20 otherType: Rule Bad.otherType has the parameter 'heads' of type long, but"
                                + " the component is of type int. Use the same type. [ALC110]",
                        "Bad.java:23 nothing: Rule Bad.nothing has no parameters. Declare the components that"
                                + " it checks, so that messages name their keys. [ALC110]",
                        "Bad.java:26 throwing: Rule Bad.throwing declares exceptions. Return false instead of"
                                + " throwing. [ALC110]");
    }

    @Test
    void whatIsPublicMustBeDescribed() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        /**
                         * @param steps how many
                         */
                        @ConfigSchema(id = "bad")
                        public record Bad(
                                @Default("1") int steps,
                                @Default("1") int batchSize,
                                Hidden hidden) {
                            record Hidden(@Default("1") int x) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:9 record: Bad has no description. Start its Javadoc with a sentence that says"
                                + " what it configures. [ALC106]",
                        "Bad.java:11 batchSize: Bad.batchSize has no description. Add '@param batchSize …' to"
                                + " the Javadoc of Bad. [ALC106]",
                        "Bad.java:12 hidden: Bad.hidden has no description. Add '@param hidden …' to the"
                                + " Javadoc of Bad. [ALC106]");
    }

    @Test
    void aConstraintHasABound() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("1") @Range(minExclusive = true, maxExclusive = true) int above,
                                @Default("1") @Range(min = 0, maxExclusive = true) int below,
                                @Default("1") @Range int any,
                                @Default("1s") @Between java.time.Duration wait,
                                @Default("a") @Length String name,
                                @Default("a") @Length(min = 0) String word,
                                @Default("a") @Length(1) String fine,
                                @Default("1") @Range(max = 2, maxExclusive = true) int good) {}
                        """))
                .containsExactly(
                        "Bad.java:7 above: @Range on Bad.above has minExclusive without min. Set min, or remove"
                                + " minExclusive. [ALC121]",
                        "Bad.java:7 above: @Range on Bad.above has maxExclusive without max. Set max, or remove"
                                + " maxExclusive. [ALC121]",
                        "Bad.java:8 below: @Range on Bad.below has maxExclusive without max. Set max, or remove"
                                + " maxExclusive. [ALC121]",
                        "Bad.java:9 any: @Range on Bad.any allows every value. Set min or max, or remove it. [ALC121]",
                        "Bad.java:10 wait: @Between on Bad.wait allows every value. Set min or max, or remove it."
                                + " [ALC121]",
                        "Bad.java:11 name: @Length on Bad.name allows every value. Set min, max or an exact length, or"
                                + " remove it. [ALC121]",
                        "Bad.java:12 word: @Length on Bad.word allows every value. Set min, max or an exact length, or"
                                + " remove it. [ALC121]");
    }
}
