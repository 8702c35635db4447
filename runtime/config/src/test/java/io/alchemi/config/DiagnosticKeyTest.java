package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Limits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key that a diagnostic names, for programs. */
class DiagnosticKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train: {lr: 5}                        | ALC204 train.lr",
                "train: {mode: mea}                    | ALC205 train.mode",
                "train: {betas: [0.9, x]}              | ALC203 train.betas[1]",
                "train: {name:}                        | ALC207 train.name",
                "train: {lrr: 5}                       | ALC201 train.lrr",
                "train: {bs: 5}                        | ALC210 train.batch_size",
                "train: {bs: 5, batch_size: 6}         | ALC304 train.batch_size",
                "train: {workers: 5}                   | ALC209 train.workers",
                "train: {seed: 5}                      | ALC208 global.seed",
                "train: 5                              | ALC203 train",
                "bands: [{center: 1}, {width: 1}]      | ALC202 bands[1].center",
                "limits: {a: -1}                       | ALC204 limits.a",
                "more: {rates: {fp16: 1}}              | ALC205 more.rates.fp16",
                "more: {rates: {fp32: 1, float32: 1}}  | ALC304 more.rates.float32",
                "more: {names: [a, a]}                 | ALC213 more.names[1]",
                "more: {betas: [1]}                    | ALC212 more.betas",
                "more: {word: a}                       | ALC212 more.word",
                "more: {layers: [{units: 1}]}          | ALC214 more.layers[0].type",
                "more: {layer: {type: x}}              | ALC205 more.layer.type",
                "more: {layer: {type: conv}}           | ALC202 more.layer.kernel",
                "more: {width: 6}                      | ALC211 more.width",
                "[1]                                   | ALC203",
            })
    void isThePathInTheSchema(String yaml, String expected) {
        List<Diagnostic> problems = ConfigResolver.of(
                        Schemas.everything(), List.of(Source.text("test", yaml.strip())), Limits.DEFAULT)
                .problems();

        assertThat(problems).hasSize(1);
        assertThat((problems.get(0).id().code() + " " + problems.get(0).key()).strip())
                .isEqualTo(expected.strip());
    }
}
