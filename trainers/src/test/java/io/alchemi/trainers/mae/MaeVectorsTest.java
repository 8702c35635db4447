package io.alchemi.trainers.mae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.RecordedModule;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaeVectorsTest {
    @Test
    void model() {
        VectorFile file = VectorFile.of("mae_model");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                model(file, one, manager);
            }
        });
    }

    private static void model(VectorFile file, JsonObject one, NDManager manager) {
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        Map<String, NDArray> encoder = VectorFile.parameters(manager, inputs.get("encoder_weights"));
        Map<String, NDArray> decoder = VectorFile.parameters(manager, inputs.get("decoder_weights"));
        Map<String, NDArray> all = new LinkedHashMap<>(encoder);
        all.putAll(decoder);
        TrainConfig config = config(one.getAsJsonObject("config"), all);
        NDArray tokens = input(manager, inputs.get("tokens"));
        NDArray kept = kept(manager, inputs.get("key_padding_mask"));
        try (Workspace workspace = RecordedModule.workspace()) {
            RecordedModule<MaeModel> recorded = RecordedModule.of(workspace, all, at -> new MaeModel(at, config));
            MaeModel model = recorded.module();
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray encoded = model.encode(tokens, kept);
                NDArray decoded = model.decode(encoded, null);
                file.compare("encoded", expected.get("encoded"), encoded);
                file.compare("decoded", expected.get("decoded"), decoded);
                if (kept != null) {
                    double[] some = VectorFile.values(model.decode(encoded, kept));
                    double[] same = VectorFile.values(kept.matMul(decoded));
                    assertThat(some).containsExactly(same, within(1e-12));
                }
                collector.backward(
                        VectorFile.upstream(decoded, inputs.get("upstream_seed").getAsLong()));
            }
            file.compare("gradient of tokens", expected.get("grad_tokens"), tokens.getGradient());
            Map<String, JsonElement> gradients = new LinkedHashMap<>(
                    expected.getAsJsonObject("enc_param_grads").asMap());
            gradients.putAll(expected.getAsJsonObject("dec_param_grads").asMap());
            file.compareGradients("model", gradients, recorded.parameters().trained());
        }
    }

    private static TrainConfig config(JsonObject config, Map<String, NDArray> weights) {
        int encoderDepth = config.get("enc_depth").getAsInt();
        int width = (int) Objects.requireNonNull(weights.get("proj.bias")).size();
        String yaml = "train: {embed_dim: " + width + ", n_heads: " + config.get("heads")
                + ", depth: " + encoderDepth + ", dropout: 0, no_posenc: "
                + !config.get("use_posenc").getAsBoolean() + "}";
        TrainConfig loaded = new MaeExperimentLoader().load(yaml).value().train();
        assertThat(loaded.decoderDepth()).isEqualTo(config.get("dec_depth").getAsInt());
        return loaded;
    }

    private static NDArray input(NDManager manager, JsonElement values) {
        NDArray x = VectorFile.array(manager, values);
        x.setRequiresGradient(true);
        return x;
    }

    /** All recorded samples hide the same tokens, like the samples of a step. */
    private static @Nullable NDArray kept(NDManager manager, JsonElement mask) {
        if (mask.isJsonNull()) {
            return null;
        }
        boolean[][] hidden = VectorFile.booleanRows(mask);
        assertThat(Arrays.stream(hidden)).allMatch(row -> Arrays.equals(row, hidden[0]));
        int tokens = hidden[0].length;
        int[] seen = IntStream.range(0, tokens).filter(i -> !hidden[0][i]).toArray();
        double[] matrix = new double[seen.length * tokens];
        for (int row = 0; row < seen.length; row++) {
            matrix[row * tokens + seen[row]] = 1;
        }
        return manager.create(matrix, new Shape(seen.length, tokens));
    }

    @Test
    void moreTokensThanPositionsIsAnError() {
        VectorFile file = VectorFile.of("mae_model");
        assertThat(file.root().getAsJsonObject("posenc_overflow").has("expected_error"))
                .isTrue();
        try (Workspace workspace = RecordedModule.workspace()) {
            TrainConfig config = new MaeExperimentLoader()
                    .load("train: {embed_dim: 4, n_heads: 1, depth: 1}")
                    .value()
                    .train();
            MaeModel model = new MaeModel(new Parameters(workspace, 1), config);
            NDArray tokens = workspace.manager().zeros(new Shape(1, 9, 4), DataType.FLOAT64);
            assertThatThrownBy(() -> model.encode(tokens, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("9 tokens")
                    .hasMessageContaining("8 rows");
        }
        file.count();
    }

    @Test
    void reconstructionLoss() {
        VectorFile file = VectorFile.of("recon_loss");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                NDArray reconstruction = input(manager, inputs.get("recon"));
                NDArray target = VectorFile.array(manager, inputs.get("target"));
                NDArray mask = mask(reconstruction, inputs.get("mask"));
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray loss = MaeLoss.reconstruction(reconstruction, target, mask);
                    if (inputs.get("reduction").getAsString().equals("sum")) {
                        loss = loss.mul(NDArrays.maximum(mask.sum(), Scalars.like(loss, 1)));
                    }
                    file.compare("loss", expected.get("loss"), loss);
                    collector.backward(loss);
                }
                file.compare("gradient", expected.get("grad_recon"), reconstruction.getGradient());
            }
        });
    }

    /** Returns a mask. If the Python implementation has none, returns one that counts everything. */
    private static NDArray mask(NDArray masked, JsonElement mask) {
        return mask.isJsonNull() ? masked.onesLike() : VectorFile.array(masked.getManager(), mask);
    }

    /** An unknown reduction is impossible, because the only one is the mean. A sum is the mean times its denominator. */
    @Test
    void unknownReductionIsImpossibleByType() {
        VectorFile file = VectorFile.of("recon_loss");
        file.each(
                "errors",
                one -> assertThat(one.getAsJsonObject("expected_error")
                                .get("message")
                                .getAsString())
                        .startsWith("Unsupported reduction"));
    }

    @Test
    void smoothnessLoss() {
        VectorFile file = VectorFile.of("smoothness_loss");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                NDArray y = input(manager, inputs.get("y"));
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray loss = MaeLoss.smoothness(y, mask(y, inputs.get("mask")));
                    file.compare("loss", expected.get("loss"), loss);
                    collector.backward(loss);
                }
                file.compare("gradient", expected.get("grad_y"), y.getGradient());
            }
        });
    }

    @Test
    void spectralBasis() {
        VectorFile file = VectorFile.of("spectral_basis");
        file.eachCase(one -> {
            try (Workspace workspace = RecordedModule.workspace()) {
                spectralBasis(file, one.getAsJsonObject("inputs"), one.getAsJsonObject("expected"), workspace);
            }
        });
    }

    private static void spectralBasis(VectorFile file, JsonObject inputs, JsonObject expected, Workspace workspace) {
        Parameters basis = new Parameters(workspace, 1);
        NDManager manager = workspace.manager();
        SpectralBasis.make(
                basis,
                inputs.get("K").getAsInt(),
                inputs.get("lambda_min").getAsDouble(),
                inputs.get("lambda_max").getAsDouble());
        NDArray centers = Objects.requireNonNull(basis.all().get("centers"));
        NDArray logBandwidths = Objects.requireNonNull(basis.all().get("log_bw"));
        file.compare("centers", expected.get("init_centers"), centers);
        file.compare("log bandwidths", expected.get("init_log_bw"), logBandwidths);
        centers.setRequiresGradient(true);
        logBandwidths.setRequiresGradient(true);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray phi = ReferenceProjection.of(
                    centers,
                    logBandwidths,
                    VectorFile.array(manager, inputs.get("wavelengths")),
                    VectorFile.array(manager, inputs.get("values")),
                    VectorFile.array(manager, inputs.get("mask")));
            file.compare("phi", expected.get("phi"), phi);
            collector.backward(
                    VectorFile.upstream(phi, inputs.get("upstream_seed").getAsLong()));
        }
        file.compare("gradient of centers", expected.get("grad_centers"), centers.getGradient());
        file.compare("gradient of log bandwidths", expected.get("grad_log_bw"), logBandwidths.getGradient());
    }
}
