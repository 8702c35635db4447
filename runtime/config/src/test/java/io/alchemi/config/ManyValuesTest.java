package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sources of so many values that only linear time ends before the timeout. */
@Timeout(60)
class ManyValuesTest {
    private static final int COUNT = 100_000;
    private static final Schema SCHEMA = Schemas.of("""
            record t.Job
            schema test.job env JOB
            key sizes sizes list int default []
            key ports ports map int default {}
            key hosts hosts map record t.Host default {}

            record t.Host
            key name name string default a
            key port port int default 80
            """);

    @Test
    void aMapOfAProgram() {
        List<Integer> sizes = IntStream.range(0, 4 * COUNT).boxed().toList();

        assertThat(resolve(Source.map("m", Map.of("sizes", sizes))).isValid()).isTrue();
    }

    @Test
    void properties() {
        Properties properties = new Properties();
        for (int i = 0; i < COUNT; i++) {
            properties.setProperty("ports.p" + i, "" + i);
        }

        assertThat(size(resolve(Source.properties("p", properties)), "ports")).isEqualTo(COUNT);
    }

    @Test
    void settings() {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            arguments.add("ports.p" + i + "=" + i);
            arguments.add("hosts.h" + i + ".name=b");
            arguments.add("hosts.h" + i + ".port=" + i);
        }

        ConfigResolver resolved = resolve(Source.set(arguments));

        assertThat(size(resolved, "ports")).isEqualTo(COUNT);
        assertThat(size(resolved, "hosts")).isEqualTo(COUNT);
    }

    @Test
    void variables() {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < COUNT; i++) {
            variables.put("JOB_PORTS__P" + i, "" + i);
        }

        assertThat(size(resolve(Source.variables(variables)), "ports")).isEqualTo(COUNT);
    }

    @Test
    void settingsThatCannotBeRead() {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            arguments.add("ports.p" + i + "=[");
        }

        assertThat(resolve(Source.set(arguments)).problems()).hasSize(10_001);
    }

    private static int size(ConfigResolver resolved, String key) {
        assertThat(resolved.problems()).isEmpty();
        Node map = Resolutions.node(resolved, key);
        return ((Mapping) map).entries().size();
    }

    private static ConfigResolver resolve(Source source) {
        return ConfigResolver.of(SCHEMA, List.of(source), Limits.DEFAULT);
    }
}
