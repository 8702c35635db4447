package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes values of the program's scalar types whose component is of another type than what their factory takes. */
class ProgramScalarWritingTest {
    private static final String OTHER_TYPE = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * Values whose component is of another type than what their factory takes.
             *
             * @param ports numbers of strings
             * @param named strings by number
             * @param id a string of a number
             * @param share a number that is written with a sign
             * @param level a number of at least 1
             * @param gain a string of a number
             * @param ratio digits that are written with a sign
             */
            @ConfigSchema(id = "other")
            public record Other(
                    @Default("[]") List<Port> ports,
                    @Default("{}") Map<Port, String> named,
                    @Default("7") Id id,
                    @Default("50%") Share share,
                    @Default("1") Level level,
                    @Default("1") Gain gain,
                    @Default("50%") Ratio ratio) {

                public record Ratio(String digits) {
                    @ConfigValue public static Ratio of(String text) {
                        if (!text.endsWith("%")) {
                            throw new IllegalArgumentException("write a percentage");
                        }
                        return new Ratio(text.substring(0, text.length() - 1));
                    }

                    @Override public String toString() { return digits + "%"; }
                }

                public record Port(int number) {
                    @ConfigValue public static Port of(String text) { return new Port(Integer.parseInt(text)); }
                }

                public record Id(String text) {
                    @ConfigValue public static Id of(int number) { return new Id(Integer.toString(number)); }
                }

                public record Share(int percent) {
                    @ConfigValue public static Share of(String text) {
                        if (!text.endsWith("%")) {
                            throw new IllegalArgumentException("write a percentage");
                        }
                        return new Share(Integer.parseInt(text.substring(0, text.length() - 1)));
                    }

                    @Override public String toString() { return percent + "%"; }
                }

                public record Level(int number) {
                    @ConfigValue public static Level of(int number) {
                        if (number < 1) {
                            throw new IllegalArgumentException("a level is at least 1");
                        }
                        return new Level(number);
                    }
                }

                @Rule("no port is 25")
                static boolean isAllowed(List<Port> ports) { return !ports.contains(new Port(25)); }

                public record Gain(String text) {
                    @ConfigValue public static Gain of(double number) { return new Gain(Double.toString(number)); }
                }

                private static Other with(Id id, Level level, Gain gain, Port... ports) {
                    return new Other(List.of(ports), Map.of(), id, new Share(5), level, gain, new Ratio("5"));
                }

                public static Other unknownId() {
                    return with(new Id("x"), new Level(1), new Gain("1.0"));
                }

                public static Other largeId() {
                    return with(new Id("99999999999999999999"), new Level(1), new Gain("1.0"));
                }

                public static Other noGain() {
                    return with(new Id("1"), new Level(1), new Gain(""));
                }

                public static Other noLevel() {
                    return with(new Id("1"), new Level(0), new Gain("1.0"));
                }

                public static Other forbiddenPort() {
                    return with(new Id("1"), new Level(1), new Gain("1.0"), new Port(25));
                }
            }
            """;

    @Test
    void aComponentOfAnotherTypeThanTheFactoryTakesIsWrittenAsItsText() throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile(OTHER_TYPE, """
                package lab;

                public final class Copy {
                    private Copy() {}

                    public static Object of(Object it) {
                        return OtherSchema.builder((Other) it).build();
                    }
                }
                """));
        Loader<Object> loader = loader(classes);
        Object loaded = loader.load(
                        "{ports: ['80', '81'], named: {82: a}, id: 12, share: 30%, level: 2, gain: 2.5, ratio: 40%}")
                .value();

        String written = loader.write(loaded);

        assertThat(written.lines())
                .contains(
                        "ports: ['80', '81']",
                        "  '82': a",
                        "id: 12",
                        "share: '30%'",
                        "level: 2",
                        "gain: 2.5",
                        "ratio: '40%'");
        assertThat(loader.load(written).value()).isEqualTo(loaded);
        assertThat(classes.loadClass("lab.Copy").getMethod("of", Object.class).invoke(null, loaded))
                .isEqualTo(loaded);
    }

    @ParameterizedTest
    @CsvSource({"unknownId, Id", "largeId, Id", "noGain, Gain"})
    void aValueThatTheFactoryMakesOfNothingCannotBeWritten(String method, String type) throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile(OTHER_TYPE));
        Loader<Object> loader = loader(classes);
        Object other = classes.loadClass("lab.Other").getMethod(method).invoke(null);

        assertThatThrownBy(() -> loader.write(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "lab.Other$" + type + " cannot be written: the @ConfigValue method makes no equal value of its"
                                + " component or what toString returns");
    }

    @ParameterizedTest
    @CsvSource({"noLevel, a level is at least 1", "forbiddenPort, no port is 25"})
    void aRecordThatDoesNotLoadIsNotWritten(String method, String problem) throws Exception {
        CompiledClasses classes = new CompiledClasses(Compile.compile(OTHER_TYPE));
        Loader<Object> loader = loader(classes);
        Object other = classes.loadClass("lab.Other").getMethod(method).invoke(null);

        assertThatThrownBy(() -> loader.write(other))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(problem);
    }

    @SuppressWarnings("unchecked")
    private static Loader<Object> loader(CompiledClasses classes) throws ReflectiveOperationException {
        var constructor = classes.loadClass("lab.OtherLoader").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Loader<Object>) constructor.newInstance();
    }
}
