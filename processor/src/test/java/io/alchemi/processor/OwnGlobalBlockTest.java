package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.GlobalMerge;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import org.junit.jupiter.api.Test;

/** A trainer's configuration has a global block of its own; the runtime reads its own block from it. */
class OwnGlobalBlockTest {
    private static final String RUN = """
            package lab;

            import io.alchemi.schema.*;
            import org.jspecify.annotations.Nullable;

            @ConfigSchema(id = "run")
            record Run(Shared global) {
                @GlobalBlock
                record Shared(@Default("7") long seed, @Nullable String device, @Default("a") String name) {}
            }
            """;

    private final Compilation compilation = Compile.compile(Samples.RUNTIME_CONFIG, RUN);
    private final CompiledClasses classes = new CompiledClasses(compilation);

    @Test
    void missingKeysHaveTheirDefaultsAndFurtherOnesAreIgnored() throws Exception {
        Loaded<?> block = merge().of(load("global: {seed: 3, device: cpu, name: b}"));

        assertThat(block.value()).hasToString("RuntimeConfig[seed=3, device=cpu, ampDtype=null, deterministic=false]");
        assertThat(block.origin("seed"))
                .hasToString(load("global: {seed: 3, device: cpu}")
                        .origin("global.seed")
                        .toString());
    }

    @Test
    void aValueThatTheRuntimeRefusesHasItsPlace() throws Exception {
        Loaded<?> whole = load("global: {device: gpu7}");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> merge().of(whole))
                .satisfies(refused -> assertThat(refused.diagnostics()).hasSize(1))
                .withMessageContaining("1:18: error: 'global.device'");
    }

    private Loaded<?> load(String yaml) throws ReflectiveOperationException {
        var loader = classes.loadClass("lab.RunLoader").getDeclaredConstructor();
        loader.setAccessible(true);
        return ((Loader<?>) loader.newInstance()).load(yaml);
    }

    private GlobalMerge<?> merge() throws ReflectiveOperationException {
        return (GlobalMerge<?>)
                classes.loadClass("lab.RuntimeConfigMerge").getConstructor().newInstance();
    }
}
