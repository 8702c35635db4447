package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules about optionals, collections and what they hold. */
class CollectionRulesTest {
    @Test
    void nothingInsideACollectionIsNull() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("[]") List<@Nullable String> items,
                                @Default("{}") Map<String, List<@Nullable Integer>> deep,
                                @Default("[]") @Nullable String[] array,
                                @Default("[]") String @Nullable [] fine) {}
                        """))
                .containsExactly(
                        "Bad.java:9 items: Bad.items contains @Nullable String, but collections cannot contain"
                                + " null. Remove that @Nullable, or make items itself @Nullable. [ALC130]",
                        "Bad.java:10 deep: Bad.deep contains @Nullable Integer, but collections cannot contain"
                                + " null. Remove that @Nullable, or make deep itself @Nullable. [ALC130]",
                        "Bad.java:11 array: Bad.array contains @Nullable String, but collections cannot contain"
                                + " null. Remove that @Nullable, or make array itself @Nullable. [ALC130]");
    }

    @Test
    void onlyAComponentThatIsNoCollectionIsOptional() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("a") Optional<String> stated,
                                Optional<List<String>> list,
                                Optional<Map<String, String>> map,
                                Optional<double[]> array,
                                Optional<Optional<String>> nested,
                                @Default("[]") List<OptionalInt> items,
                                @Default("1") OptionalInt number,
                                @Nullable Optional<String> twice,
                                Optional raw,
                                Optional<String> fine) {}
                        """))
                .contains(
                        "Bad.java:9 stated: Bad.stated is optional and has a @Default, so it is empty only if a"
                                + " file sets it to null. Remove @Default, or write the plain type. [ALC131]",
                        "Bad.java:10 list: Bad.list is an Optional of a collection. Write List<String> with"
                                + " @Default(\"[]\"), and use an empty list for \"none\". [ALC131]",
                        "Bad.java:11 map: Bad.map is an Optional of a collection. Write Map<String, String>"
                                + " with @Default(\"{}\"), and use an empty map for \"none\". [ALC131]",
                        "Bad.java:12 array: Bad.array is an Optional of a collection. Write double[] with"
                                + " @Default(\"[]\"), and use an empty list for \"none\". [ALC131]",
                        "Bad.java:13 nested: Bad.nested contains Optional<String>, but only a component itself"
                                + " can be optional. Write String instead. [ALC131]",
                        "Bad.java:14 items: Bad.items contains OptionalInt, but only a component itself can be"
                                + " optional. Write Integer instead. [ALC131]",
                        "Bad.java:15 number: Bad.number is optional and has a @Default, so it is empty only if"
                                + " a file sets it to null. Remove @Default, or write the plain type. [ALC131]",
                        "Bad.java:16 twice: Bad.twice is of type Optional<String>, so @Nullable is redundant."
                                + " Remove @Nullable. [ALC131]")
                .anySatisfy(error -> assertThat(error)
                        .startsWith("Bad.java:17 raw: Bad.raw is of type Optional, which is not supported. Add a type"
                                + " argument: Optional<String>."))
                .noneMatch(error -> error.contains("fine"));
    }

    @Test
    void aMapHasTextsOrConstantsAsKeys() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("{}") Map<Double, String> numbered,
                                @Default("{}") Map<List<String>, String> listed,
                                @Default("{}") Map<Mode, String> fine) {
                            enum Mode { A }
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 numbered: Bad.numbered is a map with keys of type Double, which is not supported. Write"
                                + " String, Integer, Long, UUID, Path, an enum, or a type with a @ConfigValue method for a"
                                + " string or an integer. [ALC132]",
                        "Bad.java:9 listed: Bad.listed is a map with keys of type List<String>, which is not supported. Write"
                                + " String, Integer, Long, UUID, Path, an enum, or a type with a @ConfigValue method for a"
                                + " string or an integer. [ALC132]");
    }

    @Test
    void aSetHoldsSingleValues() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("[]") Set<List<Part>> parts,
                                @Default("[]") Set<int[]> arrays,
                                @Default("[]") Set<Double> fine) {
                            record Part(@Default("1") int x) {}
                        }
                        """))
                .containsExactly(
                        "Bad.java:8 parts: Bad.parts is a set of List<Bad.Part>, but sets can only contain scalars"
                                + " and records. Write List<List<Bad.Part>> instead. [ALC133]",
                        "Bad.java:9 arrays: Bad.arrays is a set of int[], but sets can only contain scalars"
                                + " and records. Write List<int[]> instead. [ALC133]");
    }

    @Test
    void somethingIsAsLongAsItShouldBe() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("ab") @Length(min = 3, max = 2) String inverted,
                                @Default("ab") @Length(-2) String negative,
                                @Default("ab") @Length(value = 2, max = 3) String twice,
                                @Default("1") @Length(2) int number,
                                @Default("a") @Length(1) java.nio.file.Path path,
                                @Default("{a: 1}") @Length(1) Map<String, Integer> fine) {}
                        """))
                .containsExactly(
                        "Bad.java:8 inverted: The minimum length 3 of Bad.inverted is greater than the maximum"
                                + " length 2. Swap min and max. [ALC134]",
                        "Bad.java:9 negative: The length of Bad.negative is negative. Write 0 or more." + " [ALC134]",
                        "Bad.java:10 twice: @Length on Bad.twice sets both an exact length (value) and a range"
                                + " (min, max). Remove one of the two. [ALC134]",
                        "Bad.java:11 number: @Length does not apply to Bad.number of type int, only to a"
                                + " String, a collection, an array or a map. Remove it. [ALC121]",
                        "Bad.java:12 path: @Length does not apply to Bad.path of type Path, only to a String, a"
                                + " collection, an array or a map. Remove it. [ALC121]");
    }

    @Test
    void constraintsReachWhatACollectionHolds() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("[1]") @Range(min = 1) int[] low,
                                @Default("{a: y}") @Matches(value = "y", describedAs = "y") Map<String, String> texts,
                                @Default("[a]") @Range(min = 1) List<String> words,
                                @Default("[1]") @Unit("nm") double[] fine,
                                @Default("a") @Unit("nm") String unit,
                                @Default("[in.csv]") @Input List<java.nio.file.Path> inputs,
                                @Default("{a: 1}") @Flag Map<String, Integer> flagged,
                                @Default("[200]") @Range(min = 128) List<Byte> bytes) {}
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:10 words: @Range does not apply to Bad.words of type List<String>, only to"
                                + " numbers. Remove it. [ALC121]",
                        "Bad.java:12 unit: @Unit does not apply to Bad.unit of type String, only to numbers."
                                + " Remove it. [ALC121]",
                        "Bad.java:14 flagged: @Flag does not apply to Bad.flagged of type Map<String, Integer>,"
                                + " only to scalars and lists of scalars. Remove it. [ALC121]",
                        "Bad.java:15 bytes: No value of Bad.bytes satisfies its range: ≥ 128. Widen the range,"
                                + " or use a larger type. [ALC105]");
    }

    @Test
    void defaultsOfWhatACollectionHoldsAreJudged() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("[0]") @Range(min = 1) int[] low,
                                @Default("[1]") @Length(2) List<Integer> tooShort,
                                @Default("{c: 1}") Map<Mode, Integer> modes,
                                @Default("30") java.time.Duration pause,
                                @Default("2026-02-30") java.time.LocalDate day,
                                @Default("[{y: 1}]") List<Part> parts,
                                @Default("[a, a]") Set<String> names) {
                            enum Mode { A, B }

                            record Part(@Default("1") int x) {}
                        }
                        """))
                .hasSize(7)
                .allSatisfy(error -> assertThat(error).contains("[ALC102]"))
                .anySatisfy(error ->
                        assertThat(error).startsWith("Bad.java:13 parts: ").contains("'x'"));
    }

    @Test
    void theTypeInsteadOfAnOptionalHoldsNoOptionals() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Optional<List<Optional<String>>> list,
                                Optional<Map<String, List<OptionalInt>>> map,
                                @Default("[]") List<Optional<Optional<String>>> twice) {}
                        """))
                .contains(
                        "Bad.java:8 list: Bad.list is an Optional of a collection. Write List<String> with"
                                + " @Default(\"[]\"), and use an empty list for \"none\". [ALC131]",
                        "Bad.java:9 map: Bad.map is an Optional of a collection. Write Map<String, List<Integer>> with"
                                + " @Default(\"{}\"), and use an empty map for \"none\". [ALC131]",
                        "Bad.java:10 twice: Bad.twice contains Optional<Optional<String>>, but only a component itself"
                                + " can be optional. Write String instead. [ALC131]");
    }
}
