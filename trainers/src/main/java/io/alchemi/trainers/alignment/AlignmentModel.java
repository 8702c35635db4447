package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.alchemi.trainers.nn.Dropout;
import io.alchemi.trainers.nn.Initializer;
import io.alchemi.trainers.nn.Layers;
import io.alchemi.trainers.nn.TokenSets;
import io.alchemi.trainers.nn.Tower;
import io.alchemi.trainers.nn.Transformer;
import io.alchemi.trainers.nn.Weights;
import java.util.Map;

/**
 * The networks: a tower per side, two networks that reconstruct spectra, and one that predicts band depths.
 *
 * <p>Parameters: {@code lab...}, {@code sensor...} (see {@link Tower}), {@code banddepth_head.net...},
 * {@code cycle_heads.lab_to_sensor...}, {@code cycle_heads.sensor_to_lab...}, {@code log_tau}; only those that the loss uses.
 */
final class AlignmentModel {
    /** Name of the trained logarithm of tau. */
    static final String LOG_TAU = "log_tau";

    /** What the names of the networks that reconstruct begin with. */
    static final String CYCLE = "cycle_heads.";

    private static final String DEPTHS = "banddepth_head.net";
    private static final String TO_SENSOR = CYCLE + "lab_to_sensor";
    private static final String TO_LAB = CYCLE + "sensor_to_lab";

    private final Weights weights;
    private final Tower lab;
    private final Tower sensor;

    /**
     * Builds the functions over existing parameters.
     *
     * @param parameters by name; not copied
     * @param towers     their shape
     * @param dropout    of both towers
     */
    AlignmentModel(Map<String, NDArray> parameters, TowerSettings towers, Dropout dropout) {
        this.weights = new Weights(parameters);
        Transformer transformer = new Transformer(towers.heads(), dropout, towers.norms());
        this.lab = new Tower(weights.in("lab"), transformer, towers.depth());
        this.sensor = new Tower(weights.in("sensor"), transformer, towers.depth());
    }

    /** Makes the initial parameters of all that the loss uses. */
    static Map<String, NDArray> initialParameters(AlignmentSettings settings, PairAxes axes, NDManager manager) {
        Initializer initializer = new Initializer(manager, settings.dataType(), settings.seed());
        tower(initializer, "lab", settings.towers(), axes.lab().tokenWidth());
        tower(initializer, "sensor", settings.towers(), axes.sensor().tokenWidth());
        int width = settings.towers().embedDim();
        BandDepthSettings depth = settings.bandDepth();
        if (depth != null) {
            int bands = depth.bands().size();
            if (depth.hiddenWidth() > 0) {
                initializer.perceptron(DEPTHS, width, depth.hiddenWidth(), bands);
            } else {
                initializer.linear(DEPTHS, width, bands);
            }
        }
        CycleSettings cycle = settings.cycle();
        if (cycle != null && cycle.comparesAnything()) {
            initializer.perceptron(TO_SENSOR, cycle.widths(width, axes.sensor().bands()));
            initializer.perceptron(TO_LAB, cycle.widths(width, axes.lab().bands()));
        }
        if (settings.learnTau()) {
            initializer.scalar(LOG_TAU, Math.log(settings.initialTau()));
        }
        return initializer.parameters();
    }

    private static void tower(Initializer initializer, String name, TowerSettings towers, int tokenWidth) {
        initializer.tower(name, tokenWidth, towers.embedDim(), towers.depth(), towers.feedForwardWidth());
    }

    /** Embeds laboratory spectra, (B, D). */
    NDArray embedLab(TokenSets sets) {
        return lab.embed(sets);
    }

    /** Embeds sensor spectra, (B, D). */
    NDArray embedSensor(TokenSets sets) {
        return sensor.embed(sets);
    }

    /** Reconstructs what the sensor sees, (B, K), from laboratory embeddings. */
    NDArray sensorFromLab(NDArray labEmbedding) {
        return Layers.perceptron(weights.in(TO_SENSOR), labEmbedding);
    }

    /** Reconstructs laboratory spectra, (B, N), from sensor embeddings. */
    NDArray labFromSensor(NDArray sensorEmbedding) {
        return Layers.perceptron(weights.in(TO_LAB), sensorEmbedding);
    }

    /** Predicts band depths, (B, bands), from sensor embeddings. */
    NDArray depths(NDArray sensorEmbedding) {
        Weights head = weights.in(DEPTHS);
        return head.has("weight") ? Layers.linear(head, sensorEmbedding) : Layers.perceptron(head, sensorEmbedding);
    }
}
