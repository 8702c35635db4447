package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final RecordSchema RECORD = SchemaTextReader.read("""
            alchemi 1
            record t.Record
            key code code text nullable matches [a-z]+ "small letters"
            key codes codes list text default [] matches [a-z]+ "small letters"
            key named named map list text default {} matches [a-z]+ "small letters"
            key betas betas list double default "[0.9]" min 0 under 1
            """);

    @Test
    void theFormOfItemsIsToldAsTheirs() {
        assertThat(of("code")).isEqualTo("small letters or null, default null");
        assertThat(of("codes")).isEqualTo("list of small letters, default []");
        assertThat(of("named")).isEqualTo("map of list of small letters, default {}");
        assertThat(of("betas")).isEqualTo("list of number ≥ 0 and < 1, default [0.9]");
    }

    private static String of(String key) {
        return Signature.of(RECORD, Objects.requireNonNull(RECORD.key(key)));
    }
}
