package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import io.alchemi.config.layer.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second pass, with bindings written by hand as the processor writes them (docs/design.md, rules 4). */
class ConstructionTest {
    record Root(String name, Inner inner, @Nullable Inner spare) {
        Root {
            if (name.equals("bad")) {
                throw new IllegalArgumentException("no name is bad");
            }
        }

        static boolean spareFits(Inner inner, @Nullable Inner spare) {
            return spare == null || spare.e >= inner.e;
        }

        static boolean different(Inner inner, @Nullable Inner spare) {
            return !inner.equals(spare);
        }
    }

    record Inner(
            int a,
            int b,
            long c,
            double d,
            float e,
            boolean f,
            @Nullable Path path,
            Kind kind,
            @Nullable Integer g) {
        Inner {
            if (c < 0) {
                throw new IllegalArgumentException("c counts something");
            } else if (c == 1000) {
                fail(a);
            } else if (c == 2000) {
                throw a == 7 ? new NullPointerException() : new IllegalArgumentException();
            }
        }

        /** Fails as a constructor may: with an exception of its own, an endless recursion, a missing class, an assertion. */
        private static int fail(int how) {
            switch (how) {
                case 0 -> throw new ArithmeticException("/ by zero");
                case 1 -> throw new NoClassDefFoundError("org/example/Missing");
                case 2 -> throw new AssertionError("never");
                case 3 -> throw new UncheckedIOException(new IOException("disk"));
                default -> {
                    return 1 + fail(how);
                }
            }
        }

        static boolean ordered(int a, int b) {
            return a < b;
        }

        static boolean even(int b) {
            if (b == 13) {
                throw new IllegalArgumentException("not with 13");
            }
            return b % 2 == 0;
        }
    }

    private static int docsRead;

    enum Kind {
        SMALL,
        LARGE
    }

    static final class RootSchema extends RecordBinder<Root> {
        static final RootSchema INSTANCE = new RootSchema();

        @Override
        protected String text() {
            return """
                    alchemi 1
                    record t.Root
                    schema test.root
                    key name name string default x
                    key inner inner record t.Inner
                    key spare spare record t.Inner nullable
                    key pairs pairs list list int default []
                    key counts counts map int default {}
                    rule spareFits "spare.e must not be less than inner.e" spare inner
                    rule different "spare must differ from inner" inner spare
                    """;
        }

        @Override
        protected RecordBinder<?>[] parts() {
            return new RecordBinder<?>[] {InnerSchema.INSTANCE};
        }

        @Override
        public Root bind(Fields in) {
            return new Root(
                    in.stringOf("name"),
                    in.recordOf("inner", InnerSchema.INSTANCE),
                    in.recordOrNull("spare", InnerSchema.INSTANCE));
        }

        @Override
        public void rules(Root it, RuleResults out) {
            out.rule("spareFits", Root.spareFits(it.inner(), it.spare()));
            out.rule("different", Root.different(it.inner(), it.spare()));
        }
    }

    static final class InnerSchema extends RecordBinder<Inner> {
        static final InnerSchema INSTANCE = new InnerSchema();

        @Override
        protected String text() {
            return """
                    alchemi 1
                    record t.Inner
                    key a a int default 1
                    key b b int default 2
                    key c c long default 3
                    key d d double default 0.5
                    key e e float default 1e-1
                    key f f boolean default false
                    key path path path nullable
                    key kind kind enum t.Kind default small
                    key g g int nullable default 7
                    rule ordered "a must be less than b" a b
                    rule even "b must be even" b
                    enum t.Kind
                    constant SMALL small
                    constant LARGE large big
                    """;
        }

        @Override
        protected String docsText() {
            docsRead++;
            return "";
        }

        @Override
        public Inner bind(Fields in) {
            return new Inner(
                    in.intOf("a"),
                    in.intOf("b"),
                    in.longOf("c"),
                    in.doubleOf("d"),
                    in.floatOf("e"),
                    in.booleanOf("f"),
                    in.pathOrNull("path"),
                    in.constantOf("kind", Kind.values()),
                    in.intOrNull("g"));
        }

        @Override
        public void rules(Inner it, RuleResults out) {
            out.rule("ordered", Inner.ordered(it.a(), it.b()));
            out.rule("even", Inner.even(it.b()));
        }
    }

    static final class RootLoader extends Loader<Root> {
        RootLoader() {
            this(RootSchema.INSTANCE);
        }

        RootLoader(RootSchema schema) {
            super(schema);
        }

        @Override
        protected @Nullable InputStream open(String name) {
            return null;
        }
    }

    @Test
    void defaultsAreConstructed() {
        assertThat(new RootLoader().defaults().value())
                .isEqualTo(new Root("x", new Inner(1, 2, 3, 0.5, 0.1f, false, null, Kind.SMALL, 7), null));
    }

    @Test
    void docsAreReadOnlyForAProblem() {
        docsRead = 0;
        new RootLoader(new RootSchema()).load("inner: {a: 1, kind: big, path: x}");
        assertThat(docsRead).isZero();

        assertThatThrownBy(() -> new RootLoader(new RootSchema()).load("inner: {a: x}"))
                .isInstanceOf(ConfigException.class);
        assertThat(docsRead).isOne();
    }

    @Test
    void everyTypeIsRead() {
        Loaded<Root> loaded = new RootLoader().load("""
                name: '64'
                inner:
                  {a: 0o17, b: 0x1E}
                spare: {a: +3, b: 4e0, c: 9007199254740993, d: 7, e: .25, f: TRUE, path: a/b, kind: big, g: null}
                """);

        assertThat(loaded.value())
                .isEqualTo(new Root(
                        "64",
                        new Inner(15, 30, 3, 0.5, 0.1f, false, null, Kind.SMALL, 7),
                        new Inner(3, 4, 9007199254740993L, 7, 0.25f, true, Path.of("a/b"), Kind.LARGE, null)));
        assertThat(loaded.origin("spare.a").describe()).isEqualTo("text:4:12");
        assertThat(loaded.origin("inner.c").describe()).isEqualTo("default");
    }

    @Test
    void allRulesAndConstructorsReportWithTheValuesAndTheirOrigins() {
        ConfigException e = refused("""
                inner: {a: 5, b: 3}
                spare:
                  c: -1
                  b: 8
                """);

        assertThat(e.getMessage()).isEqualTo("""
                text:1:12: error: 'inner': a must be less than b [ALC305]
                  |
                1 | inner: {a: 5, b: 3}
                  |            ^
                  = a: 5 (text:1:12)
                  = b: 3 (text:1:18)

                text:1:18: error: 'inner': b must be even [ALC305]
                  |
                1 | inner: {a: 5, b: 3}
                  |                  ^
                  = b: 3 (text:1:18)

                text:2:1: error: 'spare' is invalid: c counts something [ALC306]
                  |
                2 | spare:
                  | ^^^^^
                  = b: 8 (text:4:6)
                  = c: -1 (text:3:6)""");
    }

    @Test
    void aRuleOverSectionsIsReportedAtTheKeysThatItNames() {
        ConfigException e = refused("""
                inner:
                  b: 4
                  e: 0.5
                spare:
                  b: 8
                  e: 0.25
                """);

        assertThat(e.getMessage()).isEqualTo("""
                text:6:6: error: spare.e must not be less than inner.e [ALC305]
                  |
                6 |   e: 0.25
                  |      ^^^^
                  = spare.e: 0.25 (text:6:6)
                  = inner.e: 0.5 (text:3:6)""");
    }

    @Test
    void aRuleIsReportedAtTheSourceThatOverridesTheOthers() {
        assertThat(refused("inner: {a: 5, b: 6}", "inner.b=4").getMessage()).isEqualTo("""
                --set inner.b=4: error: 'inner': a must be less than b [ALC305]
                  |
                  | --set inner.b=4
                  |               ^
                  = a: 5 (text:1:12)
                  = b: 4 (--set inner.b=4)""");
        assertThat(refused("inner: {e: 1}\nspare: {b: 4, e: 1}", "inner.e=2")
                        .diagnostics()
                        .get(0)
                        .place()
                        .describe())
                .isEqualTo("--set inner.e=2");
    }

    @Test
    void aSectionHasTheOriginOfItsLatestPart() {
        assertThat(refused("inner: {a: 3, b: 4}\nspare:\n  a: 1\n  b: 4", "spare.a=3")
                        .getMessage())
                .isEqualTo("""
                --set spare.a=3: error: spare must differ from inner [ALC305]
                  |
                  | --set spare.a=3
                  |               ^
                  = inner: … (text:1:8)
                  = spare: … (--set spare.a=3)""");
        assertThat(refused("spare: {}").getMessage()).isEqualTo("""
                text:1:1: error: spare must differ from inner [ALC305]
                  |
                1 | spare: {}
                  | ^^^^^
                  = inner: … (default)
                  = spare: … (text:1:8)""");
    }

    @Test
    void aConstructorThatGivesNoReasonIsNamed() {
        assertThat(refused("inner: {c: 2000}\nspare: {a: 7, c: 2000}").diagnostics())
                .extracting(d -> d.message())
                .containsExactly(
                        "'inner' is invalid: the constructor of Inner rejects it, but does not say why",
                        "'spare' is invalid: a value is missing");
    }

    @Test
    void aRejectedRecordInsideSilencesTheOneAroundIt() {
        assertThat(refused("name: bad\ninner: {c: -1}").diagnostics())
                .extracting(d -> d.key() + ": " + d.message())
                .containsExactly("inner: 'inner' is invalid: c counts something");
        assertThat(refused("name: bad").diagnostics())
                .extracting(d -> d.key() + ": " + d.message())
                .containsExactly(": the configuration is invalid: no name is bad");
    }

    @Test
    void valuesOfSeveralPartsAreShownAsFarAsALineHolds() {
        String many = "10, ".repeat(40) + "10";

        assertThat(refused("name: bad\ninner: {a: 1}\npairs: [[1, 2], [3]]\ncounts: {a: 1, 'b c': 2}")
                        .diagnostics()
                        .get(0)
                        .notes())
                .containsExactly(
                        "name: bad (text:1:7)",
                        "inner: … (text:2:8)",
                        "pairs: [[1, 2], [3]] (text:3:8)",
                        "counts: {a: 1, b c: 2} (text:4:9)");
        assertThat(refused("name: bad\npairs: [[" + many + "]]")
                        .diagnostics()
                        .get(0)
                        .notes())
                .containsExactly(
                        "name: bad (text:1:7)",
                        "pairs: [[10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 1… (text:2:8)");
    }

    @Test
    void rulesAreSilentWhileTheFirstPassFindsProblems() {
        assertThat(refused("inner: {a: 5, b: 3, c: x}").diagnostics())
                .extracting(d -> d.id().code())
                .containsExactly("ALC203");
    }

    @Test
    void aRuleThatThrowsIsReportedWithItsValues() {
        ConfigException e = refused("inner: {b: 13}\nspare: {a: 19, b: 13}");

        assertThat(e.diagnostics())
                .extracting(d -> d.id().code() + " " + d.place().describe() + " " + d.message())
                .containsExactly(
                        "ALC311 text:1:12 'inner' cannot be validated: the rule Inner.even threw"
                                + " java.lang.IllegalArgumentException: not with 13",
                        "ALC305 text:2:12 'spare': a must be less than b",
                        "ALC311 text:2:19 'spare' cannot be validated: the rule Inner.even threw"
                                + " java.lang.IllegalArgumentException: not with 13");
        assertThat(e.diagnostics().get(0).notes())
                .hasSize(2)
                .startsWith("b: 13 (text:1:12)")
                .last()
                .asString()
                .startsWith("thrown at ")
                .contains("ConstructionTest$Inner.even");
        assertThat(e.getSuppressed()).hasSize(2).allMatch(cause -> "not with 13".equals(cause.getMessage()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, java.lang.ArithmeticException: / by zero",
        "1, java.lang.NoClassDefFoundError: org/example/Missing",
        "2, java.lang.AssertionError: never",
        "3, java.io.UncheckedIOException: java.io.IOException: disk",
        "4, java.lang.StackOverflowError"
    })
    void whateverAConstructorThrowsIsReportedAtItsSection(int how, String cause) {
        ConfigException e = refused("name: bad\nspare: {c: 1000, a: " + how + "}");

        assertThat(e.diagnostics())
                .extracting(d -> d.id().code() + " " + d.place().describe() + " " + d.message())
                .containsExactly(
                        "ALC311 text:2:1 'spare' cannot be validated: the constructor of Inner threw " + cause);
        assertThat(e.diagnostics().get(0).label()).isEqualTo("report this to the authors of the program");
        assertThat(e.getSuppressed()).hasSize(1);
    }

    private static ConfigException refused(String yaml, String... settings) {
        return catchThrowableOfType(
                ConfigException.class,
                () -> new RootLoader().load(Source.text("text", yaml), Source.set(List.of(settings))));
    }
}
