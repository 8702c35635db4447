package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the compiler says about generic records. */
class GenericRulesTest {
    @Test
    void typesWithoutDescriptionAreReported() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        @SuppressWarnings("rawtypes")
                        record Bad(
                                Box raw,
                                List<Two> raws,
                                Box<?> wildcard,
                                Box<? extends Integer> bounded,
                                Box<List<?>> inner,
                                Box<Optional<String>> optional,
                                Box<@Nullable String> nullable,
                                @Example("[]") Box<String>[] array,
                                Box<Object> object,
                                @Nullable Node<Integer> node,
                                Shape<Integer> shape) {

                            record Box<T>(@Default("1") T value) {}

                            record Two<A, B>(@Example("a") A first, @Example("b") B second) {}

                            record Node<T>(@Default("1") T value, @Nullable Node<List<T>> next, @Nullable Node<T> same) {}

                            sealed interface Shape<T> permits Round {}

                            record Round<T>(@Default("1") T radius) implements Shape<T> {}
                        }
                        """))
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error)
                                .startsWith(
                                        "Bad.java:10 raw: Bad.raw is of type Bad.Box, which is not supported. Add a type"
                                                + " argument: Bad.Box<…>. Supported types are"),
                        is("Bad.java:11 raws: Bad.raws is of type List<Bad.Two>, but Bad.Two is not supported. Add type"
                                + " arguments: Bad.Two<…, …>. [ALC101]"),
                        is(
                                "Bad.java:12 wildcard: Bad.wildcard is of type Bad.Box<?>, but ? is not supported. Write String"
                                        + " instead of '?'. [ALC101]"),
                        is(
                                "Bad.java:13 bounded: Bad.bounded is of type Bad.Box<? extends Integer>, but ? extends Integer is"
                                        + " not supported. Write Integer instead of '? extends Integer'. [ALC101]"),
                        is(
                                "Bad.java:14 inner: Bad.inner is of type Bad.Box<List<?>>, but ? is not supported. Write String"
                                        + " instead of '?'. [ALC101]"),
                        is(
                                "Bad.java:15 optional: Bad.optional contains Optional<String>, but only a component itself can be"
                                        + " optional. Write String instead. [ALC131]"),
                        is(
                                "Bad.java:16 nullable: Bad.nullable contains @Nullable String, but type arguments of"
                                        + " records cannot be null. Remove that @Nullable, or make nullable itself @Nullable. [ALC130]"),
                        is("Bad.java:17 array: Bad.array is of type Bad.Box<String>[], which is not supported. Write"
                                + " List<Bad.Box<String>> instead; Java does not support generic arrays. [ALC101]"),
                        is(
                                "Bad.java:20 shape: Bad.shape is of type Bad.Shape<Integer>, which is not supported. Make it a"
                                        + " sealed interface that permits records, without type parameters. [ALC101]"),
                        is(
                                "Bad.java:22 value: Bad.Box<Object>.value is of type Object, which is not supported. Write String,"
                                        + " or io.alchemi.config.tree.Node for any value, instead. [ALC101]"),
                        is("Bad.java:22 value: The default '1' of Bad.Box<String>.value is invalid: 'value' must be a"
                                + " string, but is the number 1; write '1' in quotes. [ALC102]"),
                        is(
                                "Bad.java:26 next: Bad.Node<Integer>.next is infinitely recursive: Bad.Node<List<Integer>>"
                                        + " contains ever larger types. Write a type parameter itself as the type argument. [ALC119]"));
    }

    private static Consumer<String> is(String text) {
        return error -> assertThat(error).isEqualTo(text);
    }

    @Test
    void aTypeArgumentOutOfBoundsIsReported() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.time.*;

                        @ConfigSchema(id = "bad")
                        record Bad(Box<LocalDate> box, Fine<LocalDate> fine) {
                            record Box<T extends Comparable<T>>(@Default("2026-01-31") T value) {}

                            record Fine<T extends Comparable<? super T>>(@Default("2026-01-31") T value) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:7 box: Bad.box is of type Bad.Box<LocalDate>, but LocalDate is outside the bounds of its"
                                + " type parameter. Choose another type argument. [ALC101]");
    }

    @Test
    void annotationsAreCheckedAgainstTheSubstitutedTypes() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.time.Duration;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Limit<Integer> number,
                                Limit<Duration> time,
                                Limit<String> text,
                                Limit<String> again,
                                One<Integer> one,
                                @Flatten Two<Integer> two) {
                            record Limit<T>(@Default("3") @Range(min = 1) T value, @Default("x") int wrong) {}

                            record One<T>(T needed, Optional<T> free) {}

                            record Two<T>(T wanted) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:13 one: Bad.one is of type Bad.One<Integer> with the required key 'needed', so the template"
                                + " needs a value. Add @Example(\"{…}\") or @Default(\"{…}\"). [ALC117]",
                        "Bad.java:14 two: Bad.two flattens Bad.Two<Integer> with the required key 'wanted', so the template"
                                + " needs a value. Add @Example(\"…\") or @Default to its components, or remove @Flatten and"
                                + " add @Example(\"{…}\"). [ALC117]",
                        "Bad.java:15 value: @Range does not apply to Bad.Limit<Duration>.value of type Duration, only to"
                                + " numbers. Remove it. [ALC121]",
                        "Bad.java:15 value: @Range does not apply to Bad.Limit<String>.value of type String, only to numbers."
                                + " Remove it. [ALC121]",
                        "Bad.java:15 value: The default '3' of Bad.Limit<Duration>.value is invalid: 'value' must be a"
                                + " duration such as 30s, 1.5h, 1h30m or PT1H30M, but is the number 3; write a duration such as"
                                + " 30s, 1.5h, 1h30m or PT1H30M. [ALC102]",
                        "Bad.java:15 value: The default '3' of Bad.Limit<String>.value is invalid: 'value' must be a string,"
                                + " but is the number 3; write '3' in quotes. [ALC102]",
                        "Bad.java:15 wrong: The default 'x' of Bad.Limit<Integer>.wrong is invalid: 'wrong' must be an"
                                + " integer, but is the string 'x'; write an integer. [ALC102]");
    }

    @Test
    void rulesHaveTheTypeParametersOfTheRecord() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Default("{value: 1}") Limit<Integer> number) {
                            record Limit<T extends Number>(T value, @Default("[]") List<T> more) {
                                @Rule("one")
                                static <T> boolean bounds(T value) {
                                    return true;
                                }

                                @Rule("two")
                                static boolean type(Number value) {
                                    return true;
                                }

                                @Rule("three")
                                static <T extends Number> boolean fine(T value, List<T> more) {
                                    return true;
                                }
                            }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:10 bounds: Rule Bad.Limit<Integer>.bounds has other type parameters than Bad.Limit. Declare"
                                + " the same ones: static <T extends Number> boolean. [ALC110]",
                        "Bad.java:15 type: Rule Bad.Limit<Integer>.type has the parameter 'value' of type Number, but the"
                                + " component is of type T. Use the same type. [ALC110]");
    }

    @Test
    void onlySharedRecordsAreGeneric() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        class Bad {
                            @ConfigSchema(id = "bad")
                            record Root<T>(T value) {}

                            @GlobalBlock(variables = "LAB")
                            record Block<T>(T value) {}

                            @ConfigRecord
                            record Shared<T>(T value, @Default("x") int wrong) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:7 record: @ConfigSchema requires a record without type parameters, but Bad.Root has type"
                                + " parameters. Remove them. [ALC122]",
                        "Bad.java:10 record: @GlobalBlock requires a record without type parameters, but Bad.Block has type"
                                + " parameters. Remove them. [ALC122]",
                        "Bad.java:13 wrong: The default 'x' of Bad.Shared.wrong is invalid: 'wrong' must be an integer, but is"
                                + " the string 'x'; write an integer. [ALC102]");
    }

    @Test
    void aCommandReceivesNoGenericRecord() {
        assertThat(Compile.errors(Samples.COMMAND_ACTION, Samples.COMMAND_CONTEXT, """
                        package lab;

                        import io.alchemi.command.*;
                        import io.alchemi.schema.*;

                        /** Goes. */
                        @Command("go")
                        public final class Go implements CommandAction<Go.Options<Integer>> {
                            /**
                             * Options.
                             *
                             * @param x a number
                             */
                            @ConfigRecord
                            public record Options<T>(@Flag @Default("1") T x) {}

                            @Override
                            public int run(Options<Integer> options, CommandContext context) {
                                return 0;
                            }
                        }
                        """))
                .contains(
                        "Go.java:8 class: Go receives Go.Options, which has type parameters. Declare a record without them;"
                                + " its components may have types such as Go.Options<…>. [ALC114]");
    }
}
