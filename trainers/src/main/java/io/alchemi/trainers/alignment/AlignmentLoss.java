package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.alchemi.training.array.Scalars;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole loss of a batch: {@code InfoNCE + cycle weight * cycle + depth weight * depth}. */
final class AlignmentLoss {
    private final AlignmentSettings settings;
    private final AlignmentModel model;
    private final @Nullable NDArray logTau;
    private final @Nullable CycleLoss cycle;

    /**
     * A loss with its parts.
     *
     * @param total  what is differentiated, a scalar
     * @param tau    temperature, a scalar
     * @param parts  unweighted scalars in the order of a record: {@code info_nce}, {@code cycle_loss}, {@code cycle_TERM}, ..,
     *               {@code banddepth_loss}
     */
    record Result(NDArray total, NDArray tau, Map<String, NDArray> parts) {}

    AlignmentLoss(
            AlignmentSettings settings,
            PairAxes axes,
            AlignmentModel model,
            Map<String, NDArray> parameters,
            NDManager run,
            OriginalWays ways) {
        CycleSettings cycleSettings = settings.cycle();
        this.settings = settings;
        this.model = model;
        this.logTau = parameters.get(AlignmentModel.LOG_TAU);
        this.cycle = cycleSettings == null || !cycleSettings.comparesAnything()
                ? null
                : new CycleLoss(
                        cycleSettings,
                        axes.grid().toArray(),
                        axes.sensorAxis().toArray(),
                        run,
                        settings.dataType(),
                        ways.bareContinuum());
    }

    Result of(PairBatch.Arrays batch) {
        NDArray lab = model.embedLab(batch.labTokens());
        NDArray sensor = model.embedSensor(batch.sensorTokens());
        NDArray tau = logTau == null ? Scalars.like(lab, InfoNce.limited(settings.initialTau())) : InfoNce.tau(logTau);
        Map<String, NDArray> parts = new LinkedHashMap<>();
        NDArray total = InfoNce.loss(lab, sensor, tau).mean();
        parts.put("info_nce", total);
        if (cycle != null) {
            CycleLoss.Result compared = cycle.compare(
                    model.labFromSensor(sensor), batch.labValues(), model.sensorFromLab(lab), batch.sensorValues());
            parts.put("cycle_loss", compared.total());
            compared.terms().forEach((name, term) -> parts.put("cycle_" + name, term));
            total = total.add(weighted(
                    compared.total(), Objects.requireNonNull(settings.cycle()).weight()));
        }
        BandDepthSettings depth = settings.bandDepth();
        if (depth != null) {
            NDArray loss = BandDepths.loss(model.depths(sensor), Objects.requireNonNull(batch.depths()), depth.loss());
            parts.put("banddepth_loss", loss);
            total = total.add(weighted(loss, depth.weight()));
        }
        return new Result(total, tau, parts);
    }

    private static NDArray weighted(NDArray term, double weight) {
        return term.mul(Scalars.like(term, weight));
    }
}
