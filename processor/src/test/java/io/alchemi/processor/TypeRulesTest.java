package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.ScalarKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules about the types of components. */
class TypeRulesTest {
    private static final String ALLOWED = " Supported types are …. [ALC101]";

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
                                Generic generic,
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
                        "Bad.java:8 letter: Bad.letter is of type char, which is not supported. Write String"
                                + " instead." + ALLOWED,
                        "Bad.java:9 file: Bad.file is of type File, which is not supported. Write"
                                + " java.nio.file.Path instead." + ID,
                        "Bad.java:10 date: Bad.date is of type Date, which is not supported. Write"
                                + " java.time.Instant, or java.time.LocalDate for a date, instead." + ID,
                        "Bad.java:11 list: Bad.list is of type ArrayList<String>, which is not supported. Write"
                                + " List<String> instead." + ID,
                        "Bad.java:12 map: Bad.map is of type EnumMap<Bad.Mode, Integer>, which is not"
                                + " supported. Write Map<Bad.Mode, Integer> instead." + ID,
                        "Bad.java:14 generic: Bad.generic is of type Generic, which is not supported."
                                + " Add a type argument: Generic<…>." + ID,
                        "Bad.java:15 open: Bad.open is of type Open, which is not supported. Make it a sealed"
                                + " interface that permits records, without type parameters." + ID,
                        "Bad.java:16 plain: Bad.plain is of type Plain, which is not supported. Make it a"
                                + " record, or annotate a static factory method with @ConfigValue."
                                + ID,
                        "Bad.java:17 thread: Bad.thread is of type Thread, which is not supported." + ID);
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
                        "Bad.java:8 files: Bad.files is of type List<File>, but File is not supported. Write"
                                + " java.nio.file.Path instead." + ALLOWED,
                        "Bad.java:9 deep: Bad.deep is of type Map<String, List<char[]>>, but char is not"
                                + " supported. Write String instead." + ID,
                        "Bad.java:10 raw: Bad.raw is of type List, which is not supported. Add a type argument:"
                                + " List<String>." + ID,
                        "Bad.java:11 wild: Bad.wild is of type List<? extends Number>, but ? extends Number is"
                                + " not supported. Write Double, or java.math.BigDecimal, instead of '? extends Number'."
                                + ID,
                        "Bad.java:12 lists: Bad.lists is of type List<String>[], which is not supported. Write"
                                + " List<List<String>> instead; Java does not support generic arrays." + ID,
                        "Bad.java:13 maybe: Bad.maybe is of type Optional<Date>, but Date is not supported."
                                + " Write java.time.Instant, or java.time.LocalDate for a date, instead." + ID);
    }

    @Test
    void anyValueIsANode() {
        assertThat(errors("""
                        package lab;

                        @io.alchemi.schema.ConfigSchema(id = "bad")
                        record Bad(Object any) {}
                        """))
                .containsExactly("Bad.java:4 any: Bad.any is of type Object, which is not supported. Write String, or"
                        + " io.alchemi.config.tree.Node for any value, instead." + ALLOWED);
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
                        "Bad.java:11 record: Bad.Part is private or nested in a private type, so the generated"
                                + " code cannot access it. Remove 'private'; package-private access is enough. [ALC111]",
                        "Bad.java:8 mode: Bad.Mode is private or nested in a private type, so the generated"
                                + " code cannot access it. Remove 'private'; package-private access is enough. [ALC111]",
                        "Bad.java:9 modes: Bad.Mode is private or nested in a private type, so the generated"
                                + " code cannot access it. Remove 'private'; package-private access is enough. [ALC111]",
                        "Bad.java:10 layer: Bad.Layer is private or nested in a private type, so the generated"
                                + " code cannot access it. Remove 'private'; package-private access is enough. [ALC111]");
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
                .containsExactly("Bad.java:6 none: Bad.none cannot have a value, since the enum lab.Bad.None has no"
                        + " constants. Add one. [ALC120]");
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
        return place + ": The default '" + text + "' of " + component
                + " is infinitely recursive: it contains a section without '" + key
                + "', which gets the same default. Set '" + key + "' inside it, or use an empty default. [ALC119]";
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
                .containsExactly(
                        "Bad.java:13 back: B.back is infinitely recursive: it always contains another 'back' (A"
                                + " → B → A). Make it @Nullable. [ALC119]");
    }

    @Test
    void onlyPlainRecordsAreSchemas() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        class Bad {
                            @ConfigRecord class Generic<T> {}

                            @GlobalBlock interface Block {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:6 class: @ConfigSchema requires a record without type parameters, but Bad is"
                                + " not one. Make it a plain record. [ALC122]",
                        "Bad.java:7 class: @ConfigRecord requires a record, but"
                                + " Bad.Generic is not one. Make it a plain record. [ALC122]",
                        "Bad.java:9 interface: @GlobalBlock requires a record without type parameters, but"
                                + " Bad.Block is not one. Make it a plain record. [ALC122]");
    }

    @Test
    void aSchemaIsNoSharedRecordToo() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "both")
                        @ConfigRecord
                        record Both(@Default("1") int x) {}
                        """))
                .containsExactly("Both.java:7 record: @ConfigRecord does not apply to Both, only to records without"
                        + " @ConfigSchema. Remove it. [ALC121]");
    }

    @Test
    void aTypeThatExistsButCannotBeAccessedIsNotUnknown() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.List;

                        @ConfigSchema(id = "bad")
                        record Bad(Other.Part part, @Default("[]") List<lab.far.Far.Part> far) {}
                        """, """
                        package lab;

                        class Other {
                            @io.alchemi.schema.ConfigRecord
                            private record Part(@io.alchemi.schema.Default("1") int y) {}
                        }
                        """, """
                        package lab.far;

                        public class Far {
                            record Part(@io.alchemi.schema.Default("1") int y) {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:7 : lab.Other.Part has private access in lab.Other",
                        "Bad.java:7 : lab.far.Far.Part is not public in lab.far.Far; cannot be accessed from outside package",
                        "Bad.java:7 part: Bad.part is of type Other.Part, which is not accessible in this package. Make it"
                                + " public. [ALC111]",
                        "Bad.java:7 far: Bad.far is of type List<Far.Part>, but Far.Part is not accessible in this package."
                                + " Make it public. [ALC111]",
                        "Other.java:5 record: Other.Part is private or nested in a private type, so the generated code cannot"
                                + " access it. Remove 'private'; package-private access is enough. [ALC111]");
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
                .contains("Bad.java:7 lost: Bad.lost is of type Lost, which does not exist and was not generated"
                        + " by an annotation processor. Correct the name, or import the type. [ALC126]")
                .noneMatch(error -> error.contains("ALC900"));
    }

    /** javac 17 does not name a generic type that does not exist. */
    @Test
    void thePartOfATypeThatDoesNotExistIsNamed() {
        List<String> errors = Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "mis")
                        record Mis(Gone<Integer> g, List<Missing> l, Missing[] arr) {}
                        """);
        String end =
                " and was not generated by an annotation processor. Correct the name, or import the type. [ALC126]";

        assertThat(errors)
                .contains("Mis.java:7 l: Mis.l is of type List<Missing>, but Missing does not exist" + end)
                .contains("Mis.java:7 arr: Mis.arr is of type Missing[], but Missing does not exist" + end)
                .containsAnyOf(
                        "Mis.java:7 g: Mis.g refers to a type that does not exist" + end,
                        "Mis.java:7 g: Mis.g is of type Gone<Integer>, which does not exist" + end)
                .noneMatch(error -> error.contains("<any>"));
    }

    /** The scalar types of the list, which the catalogue holds, are looked at by themselves. */
    private static List<String> errors(String... sources) {
        return Compile.errors(sources).stream()
                .map(error -> error.replaceFirst(" Supported types are .* of these\\.", " Supported types are …."))
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
