package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.Loader;
import java.lang.reflect.Constructor;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Types that contain each other have more paths than anybody can visit. */
class RecursiveUnionsTest {
    private static final String HEAD = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            """;

    @Test
    @Timeout(300)
    void twoHundredRecordsOfOneUnion() throws Exception {
        Compilation compilation = Compile.compile(HEAD + """
                @ConfigSchema(id = "root")
                record Root(@Default("[]") List<Part> parts, @Nullable R0 first) {
                    @Discriminator("type")
                    sealed interface Part {}
                """
                + each(
                        200,
                        i -> "record R" + i + "(@Default(\"[]\") List<Part> parts, @Nullable R" + (i + 1) % 200
                                + " next) implements Part {}\n")
                + "}");

        assertTemplateLoads(compilation);
        assertThat(Compile.generated(compilation).get("lab/root.md"))
                .contains("Used at `parts[]`, ")
                .contains(", and others.");
    }

    @Test
    @Timeout(300)
    void sectionsThatAreNull() throws Exception {
        String all = each(20, i -> ", @Nullable R" + i + " r" + i);

        assertTemplateLoads(
                Compile.compile(HEAD + """
                @ConfigSchema(id = "root")
                record Root(@Nullable R0 first) {
                """ + each(20, i -> "record R" + i + "(" + all.substring(1) + ") {}\n") + "}"));
    }

    @Test
    @Timeout(300)
    void unionsThatAreNullOrEmpty() throws Exception {
        String nulls = each(12, i -> ", @Nullable U" + i + " u" + i);
        String lists = each(12, i -> ", @Default(\"[]\") List<U" + i + "> u" + i);

        assertTemplateLoads(Compile.compile(HEAD + """
                @ConfigSchema(id = "root")
                record Root(@Nullable U0 first) {
                """
                + each(
                        12,
                        i -> "@Discriminator(\"type\") sealed interface U" + i + " {}\n"
                                + "record R" + i + "(" + nulls.substring(1) + ") implements U" + i + " {}\n"
                                + "record S" + i + "(" + lists.substring(1) + ") implements U" + i + " {}\n")
                + "}"));
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private static void assertTemplateLoads(Compilation compilation) throws Exception {
        String template = Compile.generated(compilation).getOrDefault("lab/root.yaml", "no template");
        Constructor<?> loader =
                new CompiledClasses(compilation).loadClass("lab.RootLoader").getDeclaredConstructor();
        loader.setAccessible(true);

        assertThat(((Loader<?>) loader.newInstance()).load(template).warnings()).isEmpty();
    }
}
