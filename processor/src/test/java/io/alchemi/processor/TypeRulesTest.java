package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.ScalarKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules about the types of components. */
class TypeRulesTest {
    private static final String ALLOWED = " Allowed are …. [ALC101]";

    /** The list of types is shown with the first problem only. */
    private static final String ID = " [ALC101]";

    @Test
    void aTypeMustHaveAFormInYaml() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                char letter,
                                java.io.File file,
                                Date date,
                                ArrayList<String> list,
                                EnumMap<Mode, Integer> map,
                                @Default("1") int fine,
                                Generic<String> generic,
                                Open open,
                                Plain plain,
                                Thread thread) {
                            enum Mode { A }
                        }

                        record Generic<T>(T value) {}

                        interface Open {}

                        class Plain {}
                        """))
                .containsExactly(
                        "Bad.java:8 letter: Bad.letter is of the type char, which has no form in YAML."
                                + " Write String instead." + ALLOWED,
                        "Bad.java:9 file: Bad.file is of the type File, which has no form in YAML."
                                + " Write java.nio.file.Path instead." + ID,
                        "Bad.java:10 date: Bad.date is of the type Date, which has no form in YAML. Write"
                                + " java.time.Instant, or java.time.LocalDate for a day, instead." + ID,
                        "Bad.java:11 list: Bad.list is of the type ArrayList<String>, which has no form in YAML. Write"
                                + " List<String> instead." + ID,
                        "Bad.java:12 map: Bad.map is of the type EnumMap<Bad.Mode, Integer>, which has no form in YAML."
                                + " Write Map<Bad.Mode, Integer> instead." + ID,
                        "Bad.java:14 generic: Bad.generic is of the type Generic<String>, which has no form in YAML."
                                + " Write a record without type parameters." + ID,
                        "Bad.java:15 open: Bad.open is of the type Open, which has no form in YAML. Make it a sealed"
                                + " interface that permits records, without type parameters." + ID,
                        "Bad.java:16 plain: Bad.plain is of the type Plain, which has no form in YAML. Make it a record."
                                + ID,
                        "Bad.java:17 thread: Bad.thread is of the type Thread, which has no form in YAML." + ID);
    }

    @Test
    void whatACollectionHoldsMustHaveAFormInYaml() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                List<java.io.File> files,
                                Map<String, List<char[]>> deep,
                                List raw,
                                List<? extends Number> wild,
                                List<String>[] lists,
                                Optional<Date> maybe) {}
                        """))
                .containsSequence(
                        "Bad.java:8 files: Bad.files is of the type List<File>, and File has no form in YAML. Write"
                                + " java.nio.file.Path instead." + ALLOWED,
                        "Bad.java:9 deep: Bad.deep is of the type Map<String, List<char[]>>, and char has no form in YAML."
                                + " Write String instead." + ID,
                        "Bad.java:10 raw: Bad.raw is of the type List, which has no form in YAML. Say what it holds:"
                                + " List<String>." + ID,
                        "Bad.java:11 wild: Bad.wild is of the type List<? extends Number>, and ? extends Number has no"
                                + " form in YAML. Write Number instead of the '?'." + ID,
                        "Bad.java:12 lists: Bad.lists is of the type List<String>[], which has no form in YAML. Write"
                                + " List<List<String>> instead: Java makes no such arrays." + ID,
                        "Bad.java:13 maybe: Bad.maybe is of the type Optional<Date>, and Date has no form in YAML. Write"
                                + " java.time.Instant, or java.time.LocalDate for a day, instead." + ID);
    }

    @Test
    void aRecordOrEnumMustBeVisibleToGeneratedCode() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Part part,
                                @Default("a") Mode mode,
                                @Default("[]") java.util.List<Mode> modes,
                                @Default("{type: a}") Layer layer) {
                            private record Part(@Default("1") int x) {}

                            private enum Mode { A }

                            @Discriminator("type")
                            private sealed interface Layer {}

                            record A(@Default("1") int x) implements Layer {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:11 record: Bad.Part is private, or stands in a private type, so the generated code"
                                + " cannot see it. Remove 'private'; no modifier at all is enough. [ALC111]",
                        "Bad.java:8 mode: Bad.Mode is private, or stands in a private type, so the generated code"
                                + " cannot see it. Remove 'private'; no modifier at all is enough. [ALC111]",
                        "Bad.java:9 modes: Bad.Mode is private, or stands in a private type, so the generated code"
                                + " cannot see it. Remove 'private'; no modifier at all is enough. [ALC111]",
                        "Bad.java:10 layer: Bad.Layer is private, or stands in a private type, so the generated code"
                                + " cannot see it. Remove 'private'; no modifier at all is enough. [ALC111]");
    }

    @Test
    void anEnumMustHaveConstants() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(@Example("x") None none) {
                            enum None {}
                        }
                        """))
                .containsExactly("Bad.java:6 none: Bad.none can have no value: lab.Bad.None has no constants. Add one."
                        + " [ALC120]");
    }

    @Test
    void aDefaultMustNotHoldItselfWithoutEnd() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("{n: {}}") Map<String, Bad> named,
                                @Default("{n: {named: {}, listed: [], ended: {}, part: {}}}") Map<String, Bad> ended,
                                @Default("[{ended: {}, named: {}}]") List<Bad> listed,
                                Part part) {}

                        record Part(@Default("[{}]") List<Part> parts, @Default("{}") Map<String, Part> fine) {}
                        """))
                .containsExactlyInAnyOrder(
                        endless("Bad.java:8 named", "Bad.named", "{n: {}}", "named"),
                        endless("Bad.java:10 listed", "Bad.listed", "[{ended: {}, named: {}}]", "listed"),
                        endless("Bad.java:13 parts", "Part.parts", "[{}]", "parts"));
    }

    private static String endless(String place, String component, String text, String key) {
        return place + ": The default of " + component + ", '" + text + "', holds a section that leaves out '" + key
                + "', so the default stands in it again, without end. Write '" + key
                + "' inside of it, or leave the default empty. [ALC119]";
    }

    @Test
    void aRecordMustNotHoldItselfWithoutEnd() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(@Nullable Bad fine, A a) {}

                        record A(
                                @Default("1") int x,
                                B b) {}

                        record B(A back, @Nullable B ends) {}
                        """))
                .containsExactly("Bad.java:13 back: B.back always holds another back (A → B → A), without end. Make it"
                        + " @Nullable. [ALC119]");
    }

    @Test
    void onlyPlainRecordsAreSchemas() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        class Bad {
                            @ConfigRecord record Generic<T>(T value) {}

                            @GlobalBlock interface Block {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:6 class: @ConfigSchema stands on Bad, which is no record without type parameters."
                                + " Make it a plain record. [ALC122]",
                        "Bad.java:7 record: @ConfigRecord stands on Generic, which is no record without type"
                                + " parameters. Make it a plain record. [ALC122]",
                        "Bad.java:9 interface: @GlobalBlock stands on Block, which is no record without type"
                                + " parameters. Make it a plain record. [ALC122]");
    }

    @Test
    void aTypeThatNobodyGeneratesIsReportedAtTheEnd() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                Lost lost, @Default(Gone.TEXT) String text) {}
                        """))
                .contains("Bad.java:7 lost: Bad.lost is of the type Lost, which does not exist, and no annotation"
                        + " processor generated it. [ALC126]")
                .noneMatch(error -> error.contains("ALC900"));
    }

    /** The scalar types of the list, which the catalogue holds, are looked at by themselves. */
    private static List<String> errors(String... sources) {
        return Compile.errors(sources).stream()
                .map(error -> error.replaceFirst(" Allowed are .* of these\\.", " Allowed are …."))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theListOfTypesNamesEveryScalar(ScalarKind kind) {
        assertThat(Compile.errors("""
                        package lab;

                        @io.alchemi.schema.ConfigSchema(id = "bad")
                        record Bad(Thread thread) {}
                        """))
                .singleElement()
                .asString()
                .containsPattern("\\b" + kind.javaTypes().get(0).getSimpleName() + "\\b");
    }
}
