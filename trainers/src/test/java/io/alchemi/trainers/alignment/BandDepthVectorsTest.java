package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.trainers.vectors.RecordedModule;
import io.alchemi.trainers.vectors.VectorFile;
import io.alchemi.training.array.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests the numbers. The configuration tests cover the file's table of YAML rules. */
class BandDepthVectorsTest {
    private final VectorFile file = VectorFile.of("banddepth");

    @Test
    void depthsAndLoss() {
        file.eachCase(one -> {
            JsonObject inputs = one.getAsJsonObject("inputs");
            JsonObject expected = one.getAsJsonObject("expected");
            List<BandDepth.Band> bands = bands(inputs.get("bands"));
            WavelengthGrid axis = WavelengthGrid.of(VectorFile.flat(inputs.get("wavelengths")));
            BandDepths depths = new BandDepths(bands, axis);
            JsonArray index = expected.getAsJsonArray("index");
            for (int k = 0; k < index.size(); k++) {
                assertThat(BandDepths.places(bands.get(k), axis)).isEqualTo(VectorFile.ints(index.get(k)));
            }
            JsonArray targets = expected.getAsJsonArray("targets");
            JsonArray reflectance = inputs.getAsJsonArray("reflectance");
            boolean single = !reflectance.get(0).isJsonArray();
            for (int row = 0; row < targets.size(); row++) {
                double[] spectrum = VectorFile.flat(single ? reflectance : reflectance.get(row));
                file.compareAll("targets", VectorFile.flat(targets.get(row)), depths.of(spectrum));
            }
            try (NDManager manager = NDManager.newBaseManager()) {
                loss(inputs, expected, manager);
            }
        });
    }

    private static List<BandDepth.Band> bands(JsonElement list) {
        List<BandDepth.Band> bands = new ArrayList<>();
        list.getAsJsonArray().forEach(element -> {
            JsonObject band = element.getAsJsonObject();
            bands.add(band(
                    band.get("center").getAsDouble(),
                    band.get("left").getAsDouble(),
                    band.get("right").getAsDouble()));
        });
        return bands;
    }

    private static BandDepth.Band band(double center, double left, double right) {
        return new BandDepth.Band(null, center, left, right, 10);
    }

    static BandDepths.Loss loss(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return BandDepths.Loss.valueOf(upper.equals("MSE") ? "L2" : upper);
    }

    private void loss(JsonObject inputs, JsonObject expected, NDManager manager) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        inputs.getAsJsonObject("weights").asMap().forEach((name, values) -> weights.put(name, leaf(manager, values)));
        NDArray embedding = leaf(manager, inputs.get("embedding"));
        NDArray targets = VectorFile.array(manager, expected.get("targets"));
        int width = (int) embedding.getShape().get(1);
        int bands = (int) targets.getShape().get(1);
        NDArray hiddenBias = weights.get("net.0.bias");
        Integer hidden = hiddenBias == null ? null : (int) hiddenBias.size();
        try (Workspace workspace = RecordedModule.workspace()) {
            RecordedModule<UnaryOperator<NDArray>> head = RecordedModule.of(
                    workspace, weights, at -> AlignmentModel.depthHead(at.in("net"), width, hidden, bands));
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray predicted = head.module().apply(embedding);
                file.compare("predictions", expected.get("preds"), predicted);
                NDArray loss = BandDepths.loss(
                        predicted, targets, loss(inputs.get("loss").getAsString()));
                file.compare("loss", VectorFile.number(expected.get("loss")), loss.getDouble());
                collector.backward(loss);
            }
            file.compare("gradient", expected.get("grad_embedding"), embedding.getGradient());
            file.compareGradients(
                    "head",
                    expected.getAsJsonObject("param_grads"),
                    head.parameters().trained());
        }
    }

    private static NDArray leaf(NDManager manager, JsonElement values) {
        NDArray array = VectorFile.array(manager, values);
        array.setRequiresGradient(true);
        return array;
    }

    /** An unknown loss is impossible, because the loss is an enum. */
    @Test
    void errors() {
        file.each("errors", one -> {
            WavelengthGrid axis = WavelengthGrid.of(1, 2, 3);
            switch (one.get("name").getAsString()) {
                case "unknown loss" -> assertThat(BandDepths.Loss.values()).hasSize(2);
                case "no bands" ->
                    assertThatThrownBy(() -> new BandDepths(List.of(), axis))
                            .hasMessageContaining("no absorption band");
                case "axis length" ->
                    assertThatThrownBy(() -> new BandDepths(List.of(band(2, 1, 3)), axis).of(new double[2]))
                            .hasMessageContaining("2 values; its axis has 3");
                default -> throw new AssertionError("another error: " + one);
            }
        });
    }
}
