package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.EnumSchema.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumSchemaTest {
    private static final List<Constant> CONSTANTS = List.of(new Constant("KEEPS", "keeps", List.of("ask"), null));

    @Test
    void letterCaseIsThatOfAsciiAlone() {
        EnumSchema anyCase = new EnumSchema("t.E", true, CONSTANTS);

        assertThat(anyCase.find("KeEPS")).isNotNull();
        assertThat(anyCase.find("ASK")).isNotNull();
        assertThat(anyCase.find("keep\u017f")).isNull();
        assertThat(anyCase.find("\u212aeeps")).isNull();
        assertThat(anyCase.find("keep")).isNull();
        assertThat(anyCase.find("keeps ")).isNull();
    }

    @Test
    void letterCaseCountsOtherwise() {
        EnumSchema exact = new EnumSchema("t.E", false, CONSTANTS);

        assertThat(exact.find("keeps")).isNotNull();
        assertThat(exact.find("Keeps")).isNull();
    }
}
