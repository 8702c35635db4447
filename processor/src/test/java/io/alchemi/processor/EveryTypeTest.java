package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ResolvedYaml;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From a record with every type to its values, through the generated loader. */
class EveryTypeTest {
    private static final Compilation COMPILATION = Compile.compile(EveryType.SOURCES);

    @Test
    void itCompilesWithoutAWarning() {
        assertThat(Compile.errors(COMPILATION)).isEmpty();
        assertThat(COMPILATION.warnings()).isEmpty();
    }

    @Test
    void everyValueIsThatOfTheFile() throws Exception {
        assertThat(values(loader().load(EveryType.DOCUMENT).value())).containsExactlyEntriesOf(expected("""
                flag=false
                tiny=11
                small=12
                number=7
                big=14
                huge=98765432109876543210
                share=1.5
                rate=2.5
                exact=3.14159265358979323846
                boxed=15
                maybeBoxed=16
                text=other
                mode=SLOW
                path=x/y.csv
                input=z.csv
                base=every.yaml
                site=mailto:a@b.c
                pause=PT1H30M
                day=2024-02-29
                moment=2024-02-29T00:02:03.500Z
                maybeText=Optional[there]
                maybeMode=Optional[FAST]
                maybeExact=Optional[0.5]
                maybeInt=OptionalInt[21]
                maybeLong=OptionalLong[22]
                maybeDouble=OptionalDouble[23.5]
                maybePoint=Optional[Point[x=3, y=4]]
                maybeShape=Optional[Rectangle[width=9.0, corner=Point[x=0, y=0]]]
                numbers=[3.0]
                names=[z, y]
                modes=[FAST, SLOW]
                betas=[0.5, 0.25]
                words=[p, q]
                rows=[[7, 8]]
                nested=[[], [9]]
                weights={b=2, c=3}
                byMode={FAST=2.5, SLOW=3.0}
                point=Point[x=5, y=0]
                points=[Point[x=6, y=0], Point[x=0, y=7]]
                pointArray=[Point[x=8, y=0]]
                named={p=Point[x=0, y=9]}
                shape=LongEgg[length=4]
                shapes=[Circle[radius=2.0], Rectangle[width=3.0, corner=Point[x=1, y=0]]]
                grid=Even[start=1.0, stop=2500.0]
                node=Node[depth=1, next=Node[depth=2, next=null, children=[]], children=[Node[depth=3, next=null,\
                 children=[Node[depth=0, next=null, children=[]]]]]]
                anything=[1, {x: 'y z'}]
                others={a=null, b=[2]}
                oldRate=2.0
                """));
    }

    @Test
    void everyDefaultIsThatOfTheAnnotation() throws Exception {
        Loaded<Object> defaults = loader().defaults();

        assertThat(defaults.warnings()).isEmpty();
        assertThat(values(defaults.value())).containsExactlyEntriesOf(expected("""
                flag=true
                tiny=1
                small=2
                number=3
                big=4
                huge=12345678901234567890
                share=0.5
                rate=0.25
                exact=0.1
                boxed=5
                maybeBoxed=null
                text=word
                mode=FAST
                path=out.csv
                input=in.csv
                base=null
                site=https://example.org/a?b=c
                pause=PT30S
                day=2026-01-31
                moment=2026-01-31T12:00:00Z
                maybeText=Optional.empty
                maybeMode=Optional.empty
                maybeExact=Optional.empty
                maybeInt=OptionalInt.empty
                maybeLong=OptionalLong.empty
                maybeDouble=OptionalDouble.empty
                maybePoint=Optional.empty
                maybeShape=Optional.empty
                numbers=[1.0, 2.0]
                names=[a, b]
                modes=[SLOW]
                betas=[0.9, 0.999]
                words=[x]
                rows=[[1], [2, 3]]
                nested=[[1], []]
                weights={a=1}
                byMode={SLOW=1.5}
                point=Point[x=0, y=0]
                points=[Point[x=1, y=0]]
                pointArray=[]
                named={a=Point[x=2, y=0]}
                shape=Circle[radius=1.0]
                shapes=[]
                grid=Listed[values=[380.0, 400.0]]
                node=Node[depth=0, next=null, children=[]]
                anything={a: [1, '2'], b: null}
                others={}
                oldRate=1.0
                """));
    }

    @Test
    void theTemplateLoadsAndIsTheDefaults() throws Exception {
        Loader<Object> loader = loader();
        String text = Compile.generated(COMPILATION).get("lab/every.yaml");
        Loaded<Object> template = loader.load(Objects.requireNonNull(text));

        assertThat(template.warnings()).isEmpty();
        assertThat(values(template.value())).isEqualTo(values(loader.defaults().value()));
    }

    @Test
    void theResolvedConfigurationLoadsAsTheSame() throws Exception {
        Loader<Object> loader = loader();
        Loaded<Object> first = loader.load(EveryType.DOCUMENT);

        String resolved = ResolvedYaml.write(loader.schema(), first.tree(), false);

        assertThat(values(loader.load(resolved).value())).as(resolved).isEqualTo(values(first.value()));
    }

    @Test
    void aResolvedListOfValuesOfEachKindLoadsAsTheSame() throws Exception {
        Loader<Object> loader = loader(Compile.compile("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "grids")
                        record Grids(@Default("[]") List<Grid> grids) {}
                        """, EveryType.GRID), "lab.GridsLoader");
        Loaded<Object> first = loader.load("grids: [emit, [2, 3], {start: 4, stop: 5}, enmap, [1e-9]]");

        String resolved = ResolvedYaml.write(loader.schema(), first.tree(), false);

        assertThat(loader.load(resolved).value()).as(resolved).isEqualTo(first.value());
    }

    @Test
    void keysAndTypesOfScalarsSelectRecords() throws Exception {
        Loader<Object> loader = loader(Compile.compile("""
                        package lab;

                        import io.alchemi.schema.*;
                        import java.util.*;

                        @ConfigSchema(id = "forms")
                        record Forms(@Default("[]") List<Source> sources, @Default("[]") List<Port> ports) {
                            @Discriminator(byKeys = true)
                            sealed interface Source {}

                            record Local(@Example("a") String file) implements Source {}

                            record Listed(@Example("[a]") List<String> files) implements Source {}

                            record Remote(@Example("u") String url, @Default("9") int tries) implements Source {}

                            sealed interface Port {}

                            record Name(@Example("http") String name) implements Port {}

                            record Off(@Example("false") boolean on) implements Port {}

                            record Number(@Example("80") int number) implements Port {}
                        }
                        """), "lab.FormsLoader");
        Loaded<Object> first = loader.load(
                "sources: [{url: u}, {files: [f]}, {file: f}, {tries: 2, url: v}]\nports: [80, http, '80', false, 8e1]");

        assertThat(first.value())
                .hasToString("Forms[sources=[Remote[url=u, tries=9], Listed[files=[f]], Local[file=f],"
                        + " Remote[url=v, tries=2]], ports=[Number[number=80], Name[name=http], Name[name=80],"
                        + " Off[on=false], Number[number=80]]]");

        String resolved = ResolvedYaml.write(loader.schema(), first.tree(), false);
        assertThat(loader.load(resolved).value()).as(resolved).isEqualTo(first.value());
    }

    @Test
    void aDeprecatedKeyWarnsWithItsReason() throws Exception {
        assertThat(loader().load("old_rate: 2").warnings())
                .extracting(Diagnostic::message)
                .containsExactly("'old_rate' is deprecated: write 'rate'");
        assertThat(loader().schema().docs("lab.Everything").ofKey("old_rate")).isEqualTo("no longer used");
    }

    @Test
    void rulesAndConstructorsAreHeardInsideListsMapsAndUnions() throws Exception {
        assertThat(problems("""
                point: {y: 101}
                points: [{x: 1}, {x: -1}]
                point_array: [{y: 102}]
                named: {far: {x: -2}, fine: {}}
                maybe_point: {x: -3}
                maybe_shape: {type: box, width: 1, corner: {x: 1}}
                shape: {type: box, width: 1, corner: {x: -4}}
                shapes: [{type: circle}, {type: box, width: 0}]
                grid: []
                """))
                .containsExactly(
                        "1 'point': y must not exceed 100",
                        "2 'points[1]' is invalid: x must not be negative",
                        "3 'point_array[0]': y must not exceed 100",
                        "4 'named.far' is invalid: x must not be negative",
                        "5 'maybe_point' is invalid: x must not be negative",
                        "6 'maybe_shape': a box must be wider than it is far away",
                        "7 'shape.corner' is invalid: x must not be negative",
                        "8 'shapes[1]': a box must be wider than it is far away",
                        "9 'grid' is invalid: a grid holds a value");
    }

    @Test
    void equalItemsOfASetAreDuplicatesInAnyNotation() throws Exception {
        Compilation compilation = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;
                import java.time.*;
                import java.util.*;

                @ConfigSchema(id = "sets")
                record Sets(
                        @Default("[]") Set<UUID> ids,
                        @Default("[]") Set<Duration> pauses,
                        @Default("[]") Set<Instant> moments) {}
                """);
        Loader<?> loader = loader(compilation, "lab.SetsLoader");

        assertThat(problems(loader, """
                ids: [123e4567-e89b-12d3-a456-426614174000, 123E4567-E89B-12D3-A456-426614174000]
                pauses: [60s, 1m, 61s]
                moments: ["2026-01-31T12:00:00Z", "2026-01-31T14:00:00+02:00"]
                """))
                .containsExactly(
                        "1 'ids[1]' is a duplicate", "2 'pauses[1]' is a duplicate", "3 'moments[1]' is a duplicate");
    }

    @Test
    void constraintsReachItemsAndBranches() throws Exception {
        assertThat(problems("""
                number: 10
                text: a
                numbers: [1, -1]
                betas: [1]
                grid: [1, -5]
                shape: {type: circle, radius: -1}
                shapes: [{type: egg}]
                names: [a, a]
                maybe_text: 5
                """)).hasSize(9);
    }

    private static List<String> problems(String yaml) throws Exception {
        return problems(loader(), yaml);
    }

    private static List<String> problems(Loader<?> loader, String yaml) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> loader.load(yaml));
        List<String> problems = new ArrayList<>();
        for (Diagnostic problem : refused.diagnostics()) {
            problems.add(problem.place().span().line() + " " + problem.message());
        }
        return problems;
    }

    private static Loader<Object> loader() throws ReflectiveOperationException {
        return loader(COMPILATION, "lab.EverythingLoader");
    }

    @SuppressWarnings("unchecked")
    private static Loader<Object> loader(Compilation compilation, String name) throws ReflectiveOperationException {
        Constructor<?> constructor =
                new CompiledClasses(compilation).loadClass(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Loader<Object>) constructor.newInstance();
    }

    private static Map<String, String> expected(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines()
                .forEach(line ->
                        values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return values;
    }

    private static Map<String, String> values(Object record) throws ReflectiveOperationException {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object[] value = {component.getAccessor().invoke(record)};
            String text = Arrays.deepToString(value);
            values.put(component.getName(), text.substring(1, text.length() - 1));
        }
        return values;
    }
}
