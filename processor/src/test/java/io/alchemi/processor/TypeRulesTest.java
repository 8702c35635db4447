package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules about the types of components. */
class TypeRulesTest {
    private static final String ALLOWED = " Allowed are boolean, byte, short, int, long, float, double and their boxes,"
            + " String, java.nio.file.Path, enums, and records of these. [ALC101]";

    @Test
    void aTypeMustHaveAFormInYaml() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                char letter,
                                java.io.File file,
                                int[] sizes,
                                @Default("1") int fine,
                                java.util.Optional<String> maybe,
                                Generic<String> generic,
                                Thread thread) {}

                        record Generic<T>(T value) {}
                        """))
                .containsExactly(
                        "Bad.java:7 letter: Bad.letter is of the type char, which has no form in YAML."
                                + " Write String instead." + ALLOWED,
                        "Bad.java:8 file: Bad.file is of the type java.io.File, which has no form in YAML."
                                + " Write java.nio.file.Path instead." + ALLOWED,
                        "Bad.java:9 sizes: Bad.sizes is of the type int[], which has no form in YAML." + ALLOWED,
                        "Bad.java:11 maybe: Bad.maybe is of the type java.util.Optional<java.lang.String>, which has"
                                + " no form in YAML. Write @Nullable and the plain type instead." + ALLOWED,
                        "Bad.java:12 generic: Bad.generic is of the type lab.Generic<java.lang.String>, which has no"
                                + " form in YAML." + ALLOWED,
                        "Bad.java:13 thread: Bad.thread is of the type java.lang.Thread, which has no form in YAML."
                                + ALLOWED);
    }

    @Test
    void aRecordOrEnumMustBeVisibleToGeneratedCode() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigSchema(id = "bad")
                        record Bad(Part part, @Default("a") Mode mode) {
                            private record Part(@Default("1") int x) {}

                            private enum Mode { A }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:7 record: Bad.Part is private, or stands in a private type, so the generated code"
                                + " cannot see it. Remove 'private'; no modifier at all is enough. [ALC111]",
                        "Bad.java:6 mode: Bad.Mode is private, or stands in a private type, so the generated code"
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
}
