package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.ResolvedYaml;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

/** Generic records with type arguments of every kind, in a package that is not public. */
class GenericArgumentsTest {
    @Test
    void everyTypeIsATypeArgument() throws Exception {
        String box = """
                package lab;

                import io.alchemi.schema.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;

                @Moved(from = "former", to = "list")
                record Box<T>(
                        @Nullable T text,
                        @Default("[]") List<T> list,
                        Optional<T> min,
                        @Default("[]") T[] minReader,
                        @Default("{}") Map<String, T> parts,
                        @Default("[]") List<List<T>> record) {
                    @Override
                    public String toString() {
                        return text + " " + list + " " + min + " " + Arrays.deepToString(minReader) + " " + parts + " " + record;
                    }
                }
                """;
        String all = """
                package lab;

                import io.alchemi.config.tree.Node;
                import io.alchemi.schema.*;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.util.*;
                import org.jspecify.annotations.Nullable;

                @ConfigSchema(id = "all", env = "ALL")
                record All(
                        Box<Integer> ints,
                        Nest<int[]> arrays,
                        Box<Path> paths,
                        Box<Level> levels,
                        Box<Email> emails,
                        Box<Node> nodes,
                        Box<Shape> shapes,
                        Box<Part> parts,
                        Box<lab.other.Part> otherParts,
                        Lists<Path[], List<Duration>> lists,
                        Keyed<Level, UUID> keyed,
                        Named<Level> named,
                        Nest<Box<String>> boxes,
                        @Default("{id: a}") Hidden<String, Path> hidden,
                        RangeOfInteger other,
                        Old<Integer> old) {
                    enum Level { LOW, HIGH }

                    record Email(String text) {
                        @ConfigValue
                        static Email of(String text) {
                            return new Email(text);
                        }

                        @Override
                        public String toString() {
                            return text;
                        }
                    }

                    @Discriminator("type")
                    sealed interface Shape {
                        record Dot() implements Shape {}

                        record Ball(@Default("{value: 1}") Only<Double> radius) implements Shape {}
                    }

                    record Only<T>(T value) {}

                    record Nest<T>(@Nullable T text) {}

                    record Part(@Default("1") int x) {}

                    record Lists<A, B>(@Nullable A a, @Default("[1s]") B b) {}

                    record Keyed<K, V>(@Default("{}") Map<K, V> map, @Default("[]") Set<V> set) {}

                    record Named<E extends Enum<E>>(@Default("low") E level, @Default("{high: 1}") Map<E, Integer> counts) {}

                    record Hidden<S, P>(@Secret @Nullable S secret, @Flag @Default("a") S id, @Input @Nullable P file) {}

                    /** @deprecated no */
                    @Deprecated
                    record Old<T>(@Nullable T it) {}
                }
                """;
        Compilation compilation = Compile.compile(
                box,
                all.replace("record All(", "@SuppressWarnings(\"deprecation\")\nrecord All("),
                "package lab;\n\nrecord RangeOfInteger(@io.alchemi.schema.Default(\"1\") int y) {}\n",
                """
                package lab.other;

                /**
                 * A part.
                 *
                 * @param y a number
                 */
                public record Part(@io.alchemi.schema.Default("1") int y) {}
                """);
        assertThat(Compile.errors(compilation)).isEmpty();
        CompiledClasses classes = new CompiledClasses(compilation);
        Constructor<?> constructor = classes.loadClass("lab.AllLoader").getConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        Loader<Object> loader = (Loader<Object>) constructor.newInstance();

        Loaded<Object> loaded = loader.load("""
                ints: {text: 1, list: [2], min: 3, min_reader: [4], parts: {a: 5}, record: [[6]]}
                arrays: {text: [1, 2]}
                paths: {former: [x]}
                levels: {min_reader: [low, high], parts: {a: low}}
                emails: {text: a@b, min_reader: [c@d]}
                nodes: {text: {any: thing}}
                shapes: {text: {type: ball, radius: {value: 2}}, list: [{type: dot}]}
                parts: {text: {x: 2}}
                other_parts: {list: [{y: 3}]}
                lists: {a: [x], b: [2s]}
                keyed: {map: {low: 123e4567-e89b-12d3-a456-426614174000}}
                boxes: {text: {text: inner}}
                hidden: {secret: s3cr3t-t0ken, file: f}
                """);

        assertThat(loaded.value().toString())
                .contains("ints=1 [2] Optional[3] [4] {a=5} [[6]]", "paths=null [x]", "[LOW, HIGH] {a=LOW}")
                .contains("emails=a@b [] Optional.empty [c@d]", "shapes=Ball[radius=Only[value=2.0]] [Dot[]]")
                .contains("parts=Part[x=2]", "otherParts=null [Part[y=3]]", "PT2S", "{LOW=123e4567")
                .contains("named=Named[level=LOW, counts={HIGH=1}]", "boxes=Nest[text=inner [] ");
        assertThat(ResolvedYaml.write(loader.schema(), loaded.tree(), false)).doesNotContain("s3cr3t-t0ken");
        assertThat(loader.load(Compile.generated(compilation).getOrDefault("lab/all.yaml", ""))
                        .value()
                        .toString())
                .isEqualTo(loader.load("").value().toString());
        assertThat(loader.load(loader.write(loaded.value()).replace("{masked: true}", "s"))
                        .value()
                        .toString())
                .contains("ints=1 [2] Optional[3] [4] {a=5} [[6]]");
    }
}
