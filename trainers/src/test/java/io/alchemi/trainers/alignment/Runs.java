package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.alchemi.trainers.nn.NormPlacement;
import io.alchemi.trainers.spectra.AxisNorm;
import io.alchemi.trainers.spectra.Sensor;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.TokenizerSettings;
import io.alchemi.trainers.spectra.ValueNorm;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.training.optimizer.LearningRate;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Small runs with every term on. */
final class Runs {
    private Runs() {}

    static AlignmentSettings settings(long seed, DataType type) {
        TowerSettings towers = new TowerSettings(8, 2, 2, 16, 0.1, NormPlacement.BEFORE);
        return settings(seed, type, 4, towers, new LearningRate(1e-2, 2, LearningRate.Schedule.COSINE, 8));
    }

    static AlignmentSettings settings(
            long seed, DataType type, int batch, TowerSettings towers, LearningRate learningRate) {
        TokenizerSettings tokenizer = new TokenizerSettings(
                2, ValueNorm.ROBUST, SpectralUnit.NM, AxisNorm.ZSCORE, true, false, 8, 0, 7, null, 1e-6);
        PairSettings pairs =
                new PairSettings(WavelengthGrid.even(380, 2500, 36), 5, 0.01, 3, Sensor.EMIT, 0.01, tokenizer);
        return new AlignmentSettings(
                batch,
                20,
                seed,
                type,
                pairs,
                towers,
                new OptimizerSettings(learningRate, 0.9, 0.99, 0.01, OptionalDouble.of(1)),
                0.07,
                true,
                new CycleSettings(0.5, 8, 2, true, 1, 1, true, 1, null, true, 1),
                new BandDepthSettings(0.1, List.of(new AbsorptionBand(1500, 1250, 1750)), 4, BandDepths.Loss.L1));
    }

    static ByteBuffer steps(AlignmentTraining run, int count) {
        ByteBuffer losses = ByteBuffer.allocate(8 * count);
        for (int i = 0; i < count; i++) {
            losses.putDouble(run.step().loss());
        }
        return losses.flip();
    }

    static ByteBuffer bits(NDArray array) {
        ByteBuffer bytes = array.toByteBuffer();
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    static Map<String, ByteBuffer> bits(Map<String, NDArray> arrays) {
        Map<String, ByteBuffer> bits = new LinkedHashMap<>();
        arrays.forEach((name, array) -> bits.put(name, bits(array)));
        return bits;
    }
}
