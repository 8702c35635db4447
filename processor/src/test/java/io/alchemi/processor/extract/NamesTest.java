package io.alchemi.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "batchSize, batch_size",
        "nHeads, n_heads",
        "lr2, lr2",
        "URLPath, url_path",
        "baseURL, base_url",
        "basisK, basis_k",
        "x2Y, x2_y",
        "snake_case, snake_case",
        "snake_Case, snake_case",
        "x, x"
    })
    void aComponentIsAKeyInSnakeCase(String component, String key) {
        assertThat(Names.snake(component)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, float32",
        "PLAIN_MODE, plain_mode",
        "FP8E4, fp8e4",
        "Mixed, mixed",
        "cosineDecay, cosine_decay",
        "HTTPServer, http_server"
    })
    void aConstantIsInSnakeCase(String constant, String name) {
        assertThat(Names.constant(constant)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"batch_size, batch-size", "no_amp, no-amp", "x, x"})
    void aFlagIsInKebabCase(String key, String flag) {
        assertThat(Names.flag(key)).isEqualTo(flag);
    }
}
