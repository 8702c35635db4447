package io.alchemi.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "abc, xabcx, x[]x",
        "abc, abc, []",
        "abc, ab bc, ab bc",
        "abc, abcabc, []",
        "abc, abc abc, [] []",
        "abc cdef, xabcdefx, x[]x",
        "ab abcd b, abc abcd b, []c [] []",
        "a ab abd, abc ad, []c []d",
        "abc b, abd, a[]d",
        "é, éa, []a"
    })
    void aMaskHidesSecretsAlsoWhereTheyOverlap(String secrets, String text, String shown) {
        Mask mask = new Mask();
        for (String secret : secrets.split(" ")) {
            mask.add(secret);
        }

        assertThat(mask.apply(text)).isEqualTo(shown.replace("[]", Mask.SHOWN));
        assertThat(new String(mask.apply(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(shown.replace("[]", Mask.SHOWN));
    }

    @ParameterizedTest
    @CsvSource({"64", "65", "100", "128", "129", "1000"})
    void aMaskHidesLongSecrets(int length) {
        String secret = "-".repeat(length / 2) + "x".repeat(length - length / 2);
        Mask mask = new Mask();
        mask.add(secret);

        assertThat(mask.apply("." + secret + "." + secret.substring(length - 8)))
                .isEqualTo("." + Mask.SHOWN + ".xxxxxxxx");
    }
}
