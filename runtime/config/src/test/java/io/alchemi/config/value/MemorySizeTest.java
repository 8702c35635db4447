package io.alchemi.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "0B, 0",
        "7B, 7",
        "1kB, 1000",
        "1KiB, 1024",
        "1.5GB, 1500000000",
        "512MiB, 536870912",
        "1TB, 1000000000000",
        "1PiB, 1125899906842624",
        "0.1KiB, 102",
        "9223372036854775807B, 9223372036854775807",
    })
    void aUnitMultiplies(String text, long bytes) {
        assertThat(MemorySize.parse(text)).isEqualTo(new MemorySize(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "B",
                "1K",
                "1KB",
                "1kiB",
                "1EiB",
                "1.2.3B",
                "-1B",
                "0.0001kB",
                "9223372036854775808B",
                "9999999PiB"
            })
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemorySize.parse(text))
                .withMessage("not a memory size such as 512MiB, 1.5GB or 4096B: " + text);
    }

    @Test
    void aSizeIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemorySize(-1));
    }

    @Test
    void sizesAreComparedByBytes() {
        assertThat(MemorySize.parse("1GB")).isLessThan(MemorySize.parse("1GiB"));
    }
}
