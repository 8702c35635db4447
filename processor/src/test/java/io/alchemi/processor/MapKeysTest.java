package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.ResolvedYaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps whose keys are integers, UUIDs, paths and types of the program. */
class MapKeysTest {
    private static final Compilation COMPILATION = Compile.compile("""
            package lab;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import java.util.*;

            @ConfigSchema(id = "keys")
            record Keys(
                    @Default("{}") Map<Integer, String> numbers,
                    @Default("{}") Map<Long, Point> points,
                    @Default("{}") Map<UUID, Integer> ids,
                    @Default("{}") Map<Path, Integer> paths,
                    @Default("{}") Map<Lower, Integer> lower,
                    @Default("{}") Map<Even, List<Integer>> even,
                    @Default("[]") Set<Lower> names) {

                record Point(@Default("0") int x) {}

                record Lower(String text) {
                    @ConfigValue
                    static Lower of(String text) {
                        if (text.startsWith(".")) {
                            throw new IllegalArgumentException("it starts with a dot");
                        }
                        return new Lower(text.toLowerCase(Locale.ROOT));
                    }
                }

                record Even(int number) {
                    @ConfigValue
                    static Even of(int number) {
                        return new Even(number);
                    }
                }
            }
            """);

    private static final String DOCUMENT = """
            numbers: {1: one, -2: two}
            points: {3000000000: {x: 1}}
            ids: {123E4567-E89B-12D3-A456-426614174000: 1}
            paths: {a/b: 2}
            lower: {Ab: 3}
            even: {2: [4]}
            """;

    @Test
    void keysAreOfTheirTypes() throws Exception {
        assertThat(Compile.errors(COMPILATION)).isEmpty();

        assertThat(loader().load(DOCUMENT).value().toString())
                .isEqualTo("Keys[numbers={1=one, -2=two}, points={3000000000=Point[x=1]},"
                        + " ids={123e4567-e89b-12d3-a456-426614174000=1}, paths={a/b=2}, lower={Lower[text=ab]=3},"
                        + " even={Even[number=2]=[4]}, names=[]]");
    }

    @Test
    void whatConfigShowWritesLoadsAsAnEqualRecord() throws Exception {
        Loaded<?> loaded = loader().load(DOCUMENT);

        String shown = ResolvedYaml.write(loader().schema(), loaded.tree(), false);

        assertThat(shown).contains("123e4567-e89b-12d3-a456-426614174000: 1");
        assertThat(loader().load(shown).value().toString())
                .isEqualTo(loaded.value().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numbers: {one: x}         | ALC206 1:11 'one' is not a valid key of 'numbers'",
                "numbers: {0x10: x}        | ALC317 1:11 '0x10' is not a valid key of 'numbers'",
                "numbers: {-0: x}          | ALC317 1:11 '-0' is not a valid key of 'numbers'",
                "numbers: {3000000000: x}  | ALC317 1:11 '3000000000' is not a valid key of 'numbers'",
                "ids: {a: 1}               | ALC206 1:7 'a' is not a valid key of 'ids'",
                "paths: {'': 1}            | ALC206 1:9 '' is not a valid key of 'paths'",
                "paths: {a//b: 1, a/b: 2}  | ALC304 1:18 'a//b' and 'a/b' are the same key of 'paths'",
                "lower: {.a: 1}            | ALC317 1:9 'lower..a' is invalid: it starts with a dot",
                "lower: {a: 1, A: 2}       | ALC304 1:15 'A' is the same key of 'lower' as one before it",
                "names: [b, B]             | ALC304 1:12 'names[1]' is equal to an item before it",
                "points: {1: {y: 2}}       | ALC201 1:14 unknown key 'y' in 'points.1'",
            })
    void aKeyThatIsNotValidIsReportedAtTheKey(String yaml, String problem) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> loader().load(yaml));

        List<String> problems = refused.diagnostics().stream()
                .map(each -> each.id().code() + " " + each.place().span().line() + ":"
                        + each.place().span().column() + " " + each.message())
                .toList();
        assertThat(problems).containsExactly(problem);
    }

    private static Loader<?> loader() throws Exception {
        var constructor =
                new CompiledClasses(COMPILATION).loadClass("lab.KeysLoader").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Loader<?>) constructor.newInstance();
    }
}
