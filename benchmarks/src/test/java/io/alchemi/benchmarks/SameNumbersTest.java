package io.alchemi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Both implementations perform the same computation; otherwise their ratio would be meaningless.
 *
 * <p>The first losses differ only by rounding. Later losses differ more, because Adam amplifies rounding errors of small gradients, and
 * because DJL's AdamW adds epsilon elsewhere. Different updates would differ much more.
 */
class SameNumbersTest {
    private static final int STEPS = 10;
    private static final double FIRST_PERCENT = 1e-4;
    private static final double LATER_PERCENT = 0.02;

    @Test
    void alignment() throws IOException {
        lossesAgree(Workload.alignment(0));
    }

    @Test
    void maskedAutoencoder() throws IOException {
        lossesAgree(Workload.mae(8, 64, 0));
    }

    private static void lossesAgree(Workload<?> workload) throws IOException {
        Losses losses = Losses.of(workload, STEPS);
        for (int step = 1; step <= STEPS; step++) {
            assertThat(losses.ours.get(step - 1))
                    .as("loss of step %d", step)
                    .isCloseTo(losses.plain.get(step - 1), withinPercentage(step == 1 ? FIRST_PERCENT : LATER_PERCENT));
        }
    }

    /** The comparison can fail: with dropout both implementations differ from the first step on. */
    @Test
    void dropoutIsOnInBothWays() throws IOException {
        Losses dry = Losses.of(Workload.mae(8, 64, 0), 1);
        Losses wet = Losses.of(Workload.mae(8, 64, 0.1), 1);
        double loss = dry.ours.get(0);
        assertThat(wet.ours.get(0)).isNotCloseTo(loss, withinPercentage(FIRST_PERCENT));
        assertThat(wet.plain.get(0)).isNotCloseTo(loss, withinPercentage(FIRST_PERCENT));
    }

    /** The losses of the steps in both implementations. */
    private record Losses(List<Double> ours, List<Double> plain) {
        static Losses of(Workload<?> workload, int steps) throws IOException {
            List<Double> plain = new ArrayList<>();
            Path folder =
                    workload.train(steps, training -> plain.add(training.step().loss()));
            List<Double> ours = Files.readAllLines(folder.resolve("metrics.jsonl")).stream()
                    .map(line -> JsonParser.parseString(line)
                            .getAsJsonObject()
                            .get("loss")
                            .getAsDouble())
                    .toList();
            return new Losses(ours, plain);
        }
    }
}
