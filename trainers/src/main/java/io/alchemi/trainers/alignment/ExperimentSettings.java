package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.TokenizerSettings;
import io.alchemi.trainers.spectra.ValueNorm;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.session.Session;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a configuration and a session mean for the numbers of a run. */
final class ExperimentSettings {
    /** Features that describe a response are never asked for here; their number has to be some. */
    private static final int NO_RESPONSES = 1;

    private ExperimentSettings() {}

    /**
     * Puts the numbers of a run together.
     *
     * @param config  the configuration
     * @param session seed and data type
     * @param bands   the absorption bands whose depths are predicted; ignored where the configuration asks for none
     * @return the settings
     */
    static AlignmentSettings of(AlignmentExperiment config, Session session, List<AbsorptionBand> bands) {
        return new AlignmentSettings(
                config.trainer().batchSize(),
                config.trainer().evalPairs(),
                session.seed(),
                session.dataType(),
                pairs(config),
                towers(config.model()),
                optimizer(config),
                config.loss().tauInit(),
                config.loss().learnableTau(),
                cycle(config.cycle(), config.model().cycleWeight()),
                bandDepth(config.banddepth(), bands));
    }

    private static PairSettings pairs(AlignmentExperiment config) {
        DataConfig data = config.data();
        return new PairSettings(
                data.labGridNm().wavelengths(),
                data.labFwhmNm(),
                data.labNoiseStd(),
                data.syntheticPeaks(),
                data.sensor(),
                data.sensorNoiseRel(),
                tokenizer(config.tokenizer()));
    }

    private static TokenizerSettings tokenizer(TokenizerConfig tokenizer) {
        return new TokenizerSettings(
                tokenizer.nFourierFrequencies(),
                norm(tokenizer.valueNorm()),
                tokenizer.lambdaUnit(),
                tokenizer.axisNorm(),
                tokenizer.includeWidth(),
                false,
                NO_RESPONSES,
                tokenizer.tokenDim(),
                tokenizer.projectionSeed(),
                tokenizer.sensorId(),
                tokenizer.epsilon());
    }

    private static ValueNorm norm(TokenizerConfig.Values values) {
        return switch (values) {
            case NONE -> ValueNorm.NONE;
            case PER_SPECTRUM_ZSCORE -> ValueNorm.PER_SPECTRUM_ZSCORE;
            case ROBUST -> ValueNorm.ROBUST;
        };
    }

    private static TowerSettings towers(ModelConfig model) {
        return new TowerSettings(
                model.embedDim(), model.depth(), model.heads(), model.feedForwardDim(), model.dropout(), model.norm());
    }

    private static OptimizerSettings optimizer(AlignmentExperiment config) {
        OptimizerConfig optimizer = config.optimizer();
        Double largestNorm = config.trainer().gradClipNorm();
        return new OptimizerSettings(
                new LearningRate(
                        optimizer.lr(),
                        optimizer.warmupSteps(),
                        schedule(optimizer.schedule()),
                        Math.max(1, config.trainer().maxSteps())),
                optimizer.betas().get(0),
                optimizer.betas().get(1),
                optimizer.weightDecay(),
                largestNorm == null ? OptionalDouble.empty() : OptionalDouble.of(largestNorm));
    }

    private static LearningRate.Schedule schedule(OptimizerConfig.Schedule schedule) {
        return switch (schedule) {
            case CONSTANT -> LearningRate.Schedule.CONSTANT;
            case COSINE -> LearningRate.Schedule.COSINE;
        };
    }

    private static @Nullable CycleSettings cycle(CycleConfig cycle, double weight) {
        if (!cycle.enabled()) {
            return null;
        }
        return new CycleSettings(
                weight,
                orZero(cycle.hiddenDim()),
                cycle.numLayers(),
                cycle.cycleRaw(),
                cycle.l2Weight(),
                cycle.samWeight(),
                cycle.cycleContinuum(),
                cycle.continuumWeight(),
                cycle.continuumWindow(),
                cycle.slopeReg(),
                cycle.slopeWeight());
    }

    private static @Nullable BandDepthSettings bandDepth(BandDepthConfig depth, List<AbsorptionBand> bands) {
        return depth.enabled()
                ? new BandDepthSettings(depth.weight(), bands, orZero(depth.hiddenDim()), depth.loss())
                : null;
    }

    private static int orZero(@Nullable Integer width) {
        return width == null ? 0 : width;
    }
}
