package io.alchemi.trainers.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the contrastive loss and the spectral angle. */
class LossVectorsTest {
    @Test
    void infoNce() {
        VectorFile file = VectorFile.of("info_nce");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                infoNce(file, one, manager);
            }
        });
    }

    private static void infoNce(VectorFile file, JsonObject one, NDManager manager) {
        JsonObject inputs = one.getAsJsonObject("inputs");
        JsonObject expected = one.getAsJsonObject("expected");
        NDArray lab = leaf(manager, inputs.get("z_lab"));
        NDArray sensor = leaf(manager, inputs.get("z_sensor"));
        boolean learnable = inputs.get("learnable_tau").getAsBoolean();
        double initial = inputs.get("tau_init").getAsDouble();
        NDArray logTau = scalar(manager, learnable ? inputs.get("log_tau").getAsDouble() : 0);
        logTau.setRequiresGradient(true);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray tau = learnable ? InfoNce.tau(logTau) : scalar(manager, InfoNce.limited(initial));
            file.compare("tau", VectorFile.number(expected.get("tau")), tau.getDouble());
            InfoNce.Directions loss = InfoNce.loss(lab, sensor, tau);
            compare(file, expected, "loss_lab_to_sensor", loss.labToSensor());
            compare(file, expected, "loss_sensor_to_lab", loss.sensorToLab());
            compare(file, expected, "loss", loss.mean());
            collector.backward(loss.mean());
        }
        file.compare("gradient of lab", expected.get("grad_z_lab"), lab.getGradient());
        file.compare("gradient of sensor", expected.get("grad_z_sensor"), sensor.getGradient());
        if (learnable) {
            file.compare("gradient of log tau", VectorFile.number(expected.get("grad_log_tau")), gradient(logTau));
        } else {
            assertThat(expected.get("grad_log_tau").isJsonNull()).isTrue();
        }
    }

    private static void compare(VectorFile file, JsonObject expected, String name, NDArray scalar) {
        file.compare(name, VectorFile.number(expected.get(name)), scalar.getDouble());
    }

    private static double gradient(NDArray scalar) {
        return scalar.getGradient().getDouble();
    }

    private static NDArray leaf(NDManager manager, JsonElement values) {
        NDArray array = VectorFile.array(manager, values);
        array.setRequiresGradient(true);
        return array;
    }

    private static NDArray scalar(NDManager manager, double value) {
        return VectorFile.array(manager, new double[] {value}, new Shape());
    }

    /** A second loss function of the Python implementation: the same, but with a given tau. */
    @Test
    void toyInfoNce() {
        VectorFile file = VectorFile.of("info_nce");
        file.each("toy_infonce", one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                NDArray first = leaf(manager, inputs.get("z1"));
                NDArray second = leaf(manager, inputs.get("z2"));
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray tau = scalar(manager, inputs.get("temperature").getAsDouble());
                    NDArray loss = InfoNce.loss(first, second, tau).mean();
                    compare(file, expected, "loss", loss);
                    collector.backward(loss);
                }
                file.compare("gradient", expected.get("grad_z1"), first.getGradient());
                file.compare("gradient", expected.get("grad_z2"), second.getGradient());
            }
        });
    }

    @Test
    void infoNceErrors() {
        VectorFile file = VectorFile.of("info_nce");
        file.each("errors", one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                boolean flat = one.get("name").getAsString().equals("1-D");
                NDArray x = VectorFile.array(manager, new double[6], flat ? new Shape(6) : new Shape(2, 3));
                NDArray y = VectorFile.array(manager, new double[6], flat ? new Shape(6) : new Shape(3, 2));
                assertThatThrownBy(() -> InfoNce.loss(x, y, scalar(manager, 1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("(B, D)");
            }
        });
    }

    /** The Python implementation keeps tau per process. Here runs are independent, which the other rows of the table assume too. */
    @Test
    void tauIsIndependentBetweenRuns() {
        VectorFile file = VectorFile.of("info_nce");
        JsonObject cache = file.root().getAsJsonObject("implicit_param_cache");
        assertThat(cache.get("tau_call2_init_0p5").getAsDouble()).isEqualTo(0.07);
        try (NDManager manager = NDManager.newBaseManager()) {
            for (double initial : new double[] {0.07, 0.5}) {
                double tau = InfoNce.tau(scalar(manager, Math.log(initial))).getDouble();
                assertThat(tau).isCloseTo(initial, within(1e-15));
            }
        }
        assertThat(InfoNce.limited(0.5))
                .isEqualTo(cache.get("tau_call3_init_0p5_not_learnable").getAsDouble());
        assertThat((float) Math.log(0.07))
                .isEqualTo(cache.get("float32_log_0p07").getAsFloat());
        file.count();
    }

    /**
     * Our formula gives the values, and the gradients except for zero rows, where those of the Python implementation are not finite or
     * 1e11.
     */
    @Test
    void spectralAngle() {
        VectorFile file = VectorFile.of("sam_loss");
        file.eachCase(one -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                JsonObject inputs = one.getAsJsonObject("inputs");
                JsonObject expected = one.getAsJsonObject("expected");
                String name = one.get("name").getAsString();
                boolean degenerate = name.contains("zero row") || name.contains("not finite");
                meanSquaredError(file, inputs, expected, manager);
                angle(file, inputs, expected, manager, false, !degenerate);
                angle(file, inputs, expected, manager, true, !name.contains("not finite"));
            }
        });
    }

    private static void angle(
            VectorFile file,
            JsonObject inputs,
            JsonObject expected,
            NDManager manager,
            boolean original,
            boolean gradients) {
        NDArray x = leaf(manager, inputs.get("x"));
        NDArray y = leaf(manager, inputs.get("y"));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray a = masked(x, inputs.get("mask"));
            NDArray b = masked(y, inputs.get("mask"));
            NDArray loss = (original ? anglesByArcCosine(a, b) : SpectralAngle.angles(a, b)).mean();
            file.compare("loss", VectorFile.number(expected.get("loss")), loss.getDouble());
            collector.backward(loss);
        }
        if (gradients) {
            file.compare("gradient of x", expected.get("grad_x"), x.getGradient());
            file.compare("gradient of y", expected.get("grad_y"), y.getGradient());
        } else if (!original) {
            for (double value : VectorFile.values(x.getGradient())) {
                assertThat(value).isFinite().isBetween(-1.0, 1.0);
            }
        }
    }

    /** The formula of the Python implementation: the arc cosine, whose gradient is NaN for equal rows. */
    private static NDArray anglesByArcCosine(NDArray x, NDArray y) {
        int[] bands = {1};
        return x.normalize(2, 1, 1e-12)
                .mul(y.normalize(2, 1, 1e-12))
                .sum(bands)
                .clip(-1, 1)
                .acos();
    }

    /**
     * Applies a row mask, which the trainer does not have. The Python implementation zeroes masked rows, which then count as right angles.
     */
    private static NDArray masked(NDArray rows, JsonElement mask) {
        if (mask.isJsonNull()) {
            return rows;
        }
        double[] counts = VectorFile.flat(mask);
        return rows.mul(VectorFile.array(rows.getManager(), counts, new Shape(counts.length, 1)));
    }

    private static void meanSquaredError(VectorFile file, JsonObject inputs, JsonObject expected, NDManager manager) {
        NDArray x = leaf(manager, inputs.get("x"));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray loss = CycleLoss.squaredError(x, VectorFile.array(manager, inputs.get("y")));
            file.compare("mse", VectorFile.number(expected.get("mse")), loss.getDouble());
            collector.backward(loss);
        }
        file.compare("gradient of mse", expected.get("mse_grad_x"), x.getGradient());
    }

    /** Equal, opposite and zero rows next to an ordinary one: the values are exact, and only the ordinary row has a gradient. */
    @Test
    void theAngleHasAFiniteGradientEverywhere() {
        double[] x = {1, 2, 3, 1, 2, 3, 0, 0, 0, 1, 0, 0};
        double[] y = {2, 4, 6, -1, -2, -3, 1, 1, 1, 0, 1, 0};
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray a = VectorFile.array(manager, x, new Shape(4, 3));
            a.setRequiresGradient(true);
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray angles = SpectralAngle.angles(a, VectorFile.array(manager, y, new Shape(4, 3)));
                assertThat(angles.toDoubleArray())
                        .usingComparatorWithPrecision(1e-15)
                        .containsExactly(0, Math.PI, Math.PI / 2, Math.PI / 2);
                collector.backward(angles.sum());
            }
            List<Double> gradient = new ArrayList<>();
            for (double value : a.getGradient().toDoubleArray()) {
                gradient.add(value);
            }
            assertThat(gradient.subList(0, 9)).allMatch(value -> value == 0);
            assertThat(gradient.get(10)).isCloseTo(-1, within(1e-12));
        }
    }

    @Test
    void smallAnglesAreExactInFloat32() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray a = manager.create(new float[] {1, 0}, new Shape(1, 2)).duplicate();
            NDArray b = manager.create(new float[] {1, 1e-4f}, new Shape(1, 2)).duplicate();
            assertThat(SpectralAngle.angles(a, b).toFloatArray()[0]).isCloseTo(1e-4f, within(1e-10f));
        }
    }
}
