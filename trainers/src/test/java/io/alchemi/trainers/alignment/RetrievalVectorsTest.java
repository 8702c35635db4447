package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.Scalars;
import org.junit.jupiter.api.Test;

class RetrievalVectorsTest {
    private final VectorFile file = VectorFile.of("retrieval");
    private final VectorFile nearIdentical = file.within("near_identical");

    @Test
    void measures() {
        file.root().getAsJsonArray("cases").forEach(element -> {
            JsonObject one = element.getAsJsonObject();
            VectorFile judge = one.get("name").getAsString().equals("identical") ? nearIdentical : file;
            JsonObject inputs = one.getAsJsonObject("inputs");
            double[][] queries = rows(inputs.get("q"));
            double[][] keys = rows(inputs.get("keys"));
            int[] truth = VectorFile.ints(inputs.get("gt"));
            Retrieval byRow = new Retrieval(queries, keys);
            // Here the key of the same row is the true one. If the file has another order, the keys are sorted
            // accordingly.
            double[][] ordered = new double[keys.length][];
            for (int i = 0; i < truth.length; i++) {
                ordered[i] = keys[truth[i]];
            }
            Retrieval byTruth = new Retrieval(queries, ordered);
            one.getAsJsonObject("expected").asMap().forEach((name, expected) -> {
                judge.compare(name, VectorFile.number(expected), measure(name, byRow, byTruth));
            });
            judge.count();
        });
    }

    private static double measure(String name, Retrieval byRow, Retrieval byTruth) {
        return switch (name) {
            case "retrieval@1", "k0" -> byTruth.at(1);
            case "retrieval@2", "recall_at_2" -> byTruth.at(2);
            case "retrieval@3" -> byTruth.at(3);
            case "retrieval@5" -> byTruth.at(5);
            case "retrieval@100" -> byTruth.at(100);
            case "precision_at_2" -> byTruth.at(2) / 2;
            case "retrieval@1_identity_gt" -> byRow.at(1);
            case "angle_matched" -> byRow.meanAngle(0);
            case "angle_mismatched" -> byRow.meanAngle(1);
            case "angle_delta" -> byRow.spectralDelta();
            default -> throw new AssertionError("another measure: " + name);
        };
    }

    private static double[][] rows(JsonElement matrix) {
        return matrix.getAsJsonArray().asList().stream().map(VectorFile::flat).toArray(double[][]::new);
    }

    /** The result of guessing: with equal embeddings, the first k are found, which is that share. In the file, k below 1 counts as 1. */
    @Test
    void randomBaseline() {
        file.each("random_baseline", one -> {
            int keys = one.get("num_db").getAsInt();
            int k = Math.max(1, one.get("k").getAsInt());
            double[][] same = new double[keys][1];
            for (double[] row : same) {
                row[0] = 1;
            }
            file.compare("chance", one.get("expected").getAsDouble(), new Retrieval(same, same).at(k));
        });
    }

    /** The result equals the training loss, even where exponentials would underflow. */
    @Test
    void theContrastiveLossEqualsTheTrainingLoss() {
        double[][] lab = {{1, 2, 0}, {-3, 1, 1}, {0.5, 0.1, -2}, {1, 1, 1}};
        double[][] sensor = {{1, 2.2, 0}, {3, 1, 1}, {0.4, 0.1, -1}, {-1, -1, 1}};
        for (double tau : new double[] {1, 0.07, 1e-3}) {
            try (NDManager manager = NDManager.newBaseManager()) {
                double trained = InfoNce.loss(
                                manager.create(lab), manager.create(sensor), Scalars.of(manager, DataType.FLOAT64, tau))
                        .mean()
                        .getDouble();
                assertThat(AlignmentEvaluation.of(lab, sensor, tau).infoNce()).isCloseTo(trained, within(1e-9));
            }
        }
        double[][] same = {{1, 0}, {1, 0}, {1, 0}};
        assertThat(new Retrieval(same, same).infoNce(0.07)).isCloseTo(Math.log(3), within(1e-12));
    }

    @Test
    void ofEquallyNearTheLowestIndexWins() {
        double[][] lab = {{1, 0}, {1, 0}, {0, 1}};
        Retrieval retrieval = new Retrieval(lab, lab);
        assertThat(retrieval.at(1)).isEqualTo(2.0 / 3);
        assertThat(retrieval.at(2)).isEqualTo(1);
        assertThatThrownBy(() -> retrieval.at(0)).hasMessageContaining("at least 1");
    }
}
