package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.NumberConstraint.Divisor;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberConstraintTest {
    @Test
    void multiplesAreExactForEveryNotation() {
        Divisor eight = new Divisor(8);
        for (String multiple :
                new String[] {"0", "0.0", "-0", "8", "-16", "8.000", "1e3", "1E100000000", "-5e2147483647"}) {
            assertThat(eight.allows(new BigDecimal(multiple))).as(multiple).isTrue();
        }
        for (String other : new String[] {"1", "-1", "8.5", "1e2", "1e-3", "8e-2147483647"}) {
            assertThat(eight.allows(new BigDecimal(other))).as(other).isFalse();
        }
        assertThat(new Divisor(7).allows(new BigDecimal("1e100000000"))).isFalse();
    }

    @Test
    void doublesAreComparedAsTheyAre() {
        assertThat(new Divisor(3).allows(9.0)).isTrue();
        assertThat(new Divisor(3).allows(9.5)).isFalse();
        assertThat(new Divisor(7).allows(7 * 0x1p60)).isTrue();
        assertThat(new Divisor(7).allows(0x1p60)).isFalse();
    }

    @Test
    void twoDivisorsTogetherAreTheirLeastCommonMultiple() {
        assertThat(new Divisor(6).and(new Divisor(4))).isEqualTo(new Divisor(12));
    }
}
