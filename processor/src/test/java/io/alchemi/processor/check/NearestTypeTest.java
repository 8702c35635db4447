package io.alchemi.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.ScalarKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NearestTypeTest {

    @ParameterizedTest
    @EnumSource
    void noTypeIsSuggestedInsteadOfOneThatIsSupported(ScalarKind kind) {
        assertThat(NearestType.KNOWN).doesNotContainKey(kind.javaType().getName());
    }
}
