package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.nn.LayerNorm;
import io.alchemi.training.nn.Linear;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.nn.Perceptron;
import io.alchemi.training.nn.TransformerEncoder;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The networks: a tower per side, two reconstruction networks, and one that predicts band depths. Only those that the loss uses are
 * created.
 */
final class AlignmentModel {
    private final Tower lab;
    private final Tower sensor;
    private final @Nullable UnaryOperator<NDArray> depths;
    private final @Nullable Perceptron labToSensor;
    private final @Nullable Perceptron sensorToLab;
    private final @Nullable NDArray logTau;
    private final double initialTau;

    AlignmentModel(Parameters parameters, AlignmentExperiment config, PairAxes axes) {
        ModelConfig model = config.model();
        this.lab = new Tower(parameters.in("lab"), axes.lab().tokenWidth(), model);
        this.sensor = new Tower(parameters.in("sensor"), axes.sensor().tokenWidth(), model);
        BandDepths measured = axes.depths();
        this.depths = measured == null
                ? null
                : depthHead(
                        parameters.in("banddepth_head").in("net"),
                        model.embedDim(),
                        config.banddepth().hiddenDim(),
                        measured.bands());
        CycleConfig cycle = config.cycle();
        Parameters heads = parameters.in("cycle_heads");
        this.labToSensor = cycle.enabled()
                ? new Perceptron(
                        heads.in("lab_to_sensor"),
                        cycle.widths(model.embedDim(), axes.sensor().bands()))
                : null;
        this.sensorToLab = cycle.enabled()
                ? new Perceptron(
                        heads.in("sensor_to_lab"),
                        cycle.widths(model.embedDim(), axes.lab().bands()))
                : null;
        this.initialTau = config.loss().tauInit();
        this.logTau = config.loss().learnableTau() ? parameters.constant("log_tau", Math.log(initialTau)) : null;
    }

    static UnaryOperator<NDArray> depthHead(
            Parameters parameters, int width, @Nullable Integer hiddenWidth, int bands) {
        return hiddenWidth == null || hiddenWidth == 0
                ? new Linear(parameters, width, bands)::apply
                : new Perceptron(parameters, width, hiddenWidth, bands)::apply;
    }

    /**
     * Embeds sets of tokens: {@code LN(mean(Enc(W t + b)))}, the mean over the valid tokens. The order of tokens does not matter.
     */
    static final class Tower {
        private final Linear tokenProjection;
        private final TransformerEncoder encoder;
        private final LayerNorm norm;

        Tower(Parameters parameters, int tokenWidth, ModelConfig model) {
            this.tokenProjection = new Linear(parameters.in("token_proj"), tokenWidth, model.embedDim());
            this.encoder = new TransformerEncoder(
                    parameters.in("encoder").in("enc"),
                    model.depth(),
                    model.embedDim(),
                    model.heads(),
                    model.feedForwardDim(),
                    model.dropout(),
                    model.norm());
            this.norm = new LayerNorm(parameters.in("norm"), model.embedDim());
        }

        /** Embeds B sets of T tokens, (B, D). If invalid tokens are hidden as keys, each set has the same embedding as on its own. */
        NDArray embed(TokenSets sets) {
            NDArray encoded = encoder.apply(tokenProjection.apply(sets.tokens()), sets.keyBias());
            return norm.apply(sets.pooling().matMul(encoded).squeeze(1));
        }
    }

    /** Embeds laboratory spectra, (B, D). */
    NDArray embedLab(TokenSets sets) {
        return lab.embed(sets);
    }

    /** Embeds sensor spectra, (B, D). */
    NDArray embedSensor(TokenSets sets) {
        return sensor.embed(sets);
    }

    /** Reconstructs sensor spectra, (B, K), from laboratory embeddings. */
    NDArray sensorFromLab(NDArray labEmbedding) {
        return Objects.requireNonNull(labToSensor).apply(labEmbedding);
    }

    /** Reconstructs laboratory spectra, (B, N), from sensor embeddings. */
    NDArray labFromSensor(NDArray sensorEmbedding) {
        return Objects.requireNonNull(sensorToLab).apply(sensorEmbedding);
    }

    /** Predicts band depths, (B, bands), from sensor embeddings. */
    NDArray depths(NDArray sensorEmbedding) {
        return Objects.requireNonNull(depths).apply(sensorEmbedding);
    }

    /** Returns the temperature of the contrastive loss as a scalar with the type and device of an array. */
    NDArray tau(NDArray like) {
        return logTau == null ? Scalars.like(like, InfoNce.limited(initialTau)) : InfoNce.tau(logTau);
    }

    /** Returns the current temperature. */
    double tau() {
        return InfoNce.limited(logTau == null ? initialTau : Math.exp(Scalars.read(logTau)));
    }
}
