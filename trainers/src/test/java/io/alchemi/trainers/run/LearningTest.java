package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.alchemi.command.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small configuration learns. */
class LearningTest {
    /** Variance of the tokens, which is the loss of predicting zero for everything. */
    private static final double VARIANCE = 1;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theLossFallsWellBelowThatOfPredictingZero(int seed, @TempDir Path runs) throws IOException {
        CommandLine line = new CommandLine(runs);
        CommandLine.Outcome outcome =
                line.train(CommandLine.SMALL.toString(), "--seed", Integer.toString(seed), "--progress", "none");

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        List<JsonObject> metrics = CommandLine.metrics(line.folder());
        int tenth = metrics.size() / 10;
        double first = meanLoss(metrics.subList(0, tenth));
        double last = meanLoss(metrics.subList(metrics.size() - tenth, metrics.size()));
        assertThat(last).isLessThanOrEqualTo(0.7 * first).isLessThan(VARIANCE);
    }

    private static double meanLoss(List<JsonObject> metrics) {
        return metrics.stream()
                .mapToDouble(step -> step.get("loss").getAsDouble())
                .average()
                .orElseThrow();
    }
}
