package io.alchemi.benchmarks;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.alchemi.trainers.alignment.AbsorptionBand;
import io.alchemi.trainers.alignment.AlignmentSettings;
import io.alchemi.trainers.alignment.AlignmentTraining;
import io.alchemi.trainers.alignment.BandDepthSettings;
import io.alchemi.trainers.alignment.BandDepths;
import io.alchemi.trainers.alignment.CycleSettings;
import io.alchemi.trainers.alignment.OptimizerSettings;
import io.alchemi.trainers.alignment.PairSettings;
import io.alchemi.trainers.alignment.TowerSettings;
import io.alchemi.trainers.mae.MaePretraining;
import io.alchemi.trainers.mae.MaeSettings;
import io.alchemi.trainers.nn.Initializer;
import io.alchemi.trainers.nn.NormPlacement;
import io.alchemi.trainers.spectra.AxisNorm;
import io.alchemi.trainers.spectra.Sensor;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.TokenizerSettings;
import io.alchemi.trainers.spectra.ValueNorm;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.training.optimizer.LearningRate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The same training in both ways, from the same parameters and with the same data.
 *
 * @param ours  as the trainers do it
 * @param plain as DJL's own pieces do it
 */
record Workload(BenchmarkTraining ours, BenchmarkTraining plain) implements AutoCloseable {
    /** The numbers of configs/phase2/alignment.yaml. */
    static Workload alignment(double dropout) {
        AlignmentSettings settings = alignmentSettings(dropout);
        AlignmentTraining ours = new AlignmentTraining(settings, Device.cpu());
        return new Workload(of(ours), new PlainAlignment(settings, ours));
    }

    static AlignmentSettings alignmentSettings(double dropout) {
        TokenizerSettings tokenizer = new TokenizerSettings(
                8, ValueNorm.ROBUST, SpectralUnit.NM, AxisNorm.ZSCORE, true, false, 8, 0, 7, null, 1e-6);
        PairSettings pairs =
                new PairSettings(WavelengthGrid.even(380, 2500, 256), 5, 0.01, 3, Sensor.EMIT, 0.01, tokenizer);
        LearningRate rate = new LearningRate(1e-3, 0, LearningRate.Schedule.CONSTANT, 1);
        List<AbsorptionBand> bands = List.of(
                new AbsorptionBand(1020, 980, 1060),
                new AbsorptionBand(1200, 1160, 1240),
                new AbsorptionBand(1500, 1450, 1550),
                new AbsorptionBand(2000, 1940, 2060));
        return new AlignmentSettings(
                8,
                64,
                1337,
                DataType.FLOAT32,
                pairs,
                new TowerSettings(64, 2, 4, Initializer.FEED_FORWARD_WIDTH, dropout, NormPlacement.AFTER),
                new OptimizerSettings(rate, 0.9, 0.99, 0, OptionalDouble.of(1)),
                0.07,
                true,
                new CycleSettings(0.5, 64, 2, true, 1, 1, false, 1, null, false, 1),
                new BandDepthSettings(0.1, bands, 64, BandDepths.Loss.L1));
    }

    /** The original's defaults in another size. */
    static Workload mae(int batchSize, int embedDim, double dropout) {
        MaeSettings settings = new MaeSettings(
                embedDim, 8, 6, 128, batchSize, true, 0.75, 0.5, true, 3e-4, dropout, 42, DataType.FLOAT32);
        MaePretraining ours = new MaePretraining(settings, Device.cpu());
        return new Workload(of(ours), new PlainMae(settings, ours));
    }

    private static BenchmarkTraining of(AlignmentTraining training) {
        return new BenchmarkTraining() {
            @Override
            public double step() {
                return training.step().loss();
            }

            @Override
            public void close() {
                training.close();
            }
        };
    }

    private static BenchmarkTraining of(MaePretraining training) {
        return new BenchmarkTraining() {
            @Override
            public double step() {
                return training.step().loss();
            }

            @Override
            public void close() {
                training.close();
            }
        };
    }

    @Override
    public void close() {
        ours.close();
        plain.close();
    }
}
