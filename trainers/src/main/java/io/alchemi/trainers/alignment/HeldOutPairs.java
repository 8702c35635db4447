package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Workspace;
import java.util.function.Function;

/** Pairs that no step trains on, on which a model is evaluated. */
final class HeldOutPairs {
    /** Pairs that are embedded together, so that an evaluation needs no more memory than a step. */
    private static final int TOGETHER = 16;

    private final PairSource source;
    private final int pairs;
    private final int together;
    private final PairBatch batch;
    private final Workspace workspace;

    HeldOutPairs(PairSource source, PairAxes axes, int pairs, Workspace workspace) {
        this.source = source;
        this.pairs = pairs;
        this.together = Math.min(TOGETHER, pairs);
        this.batch = new PairBatch(axes, together, workspace);
        this.workspace = workspace;
    }

    /** Evaluates the present parameters, without dropout. */
    AlignmentEvaluation evaluate(AlignmentModel model) {
        double[][] lab = new double[pairs][];
        double[][] sensor = new double[pairs][];
        for (int first = 0; first < pairs; first += together) {
            batch.fill(source, first / together);
            read(first, lab, arrays -> model.embedLab(arrays.labTokens()));
            read(first, sensor, arrays -> model.embedSensor(arrays.sensorTokens()));
        }
        return AlignmentEvaluation.of(lab, sensor, model.tau());
    }

    /** Embeds one side of the batch, as far as there is room for it. */
    private void read(int first, double[][] into, Function<PairBatch.Arrays, NDArray> embed) {
        double[][] rows = workspace.scoped(() -> Workspace.toRows(embed.apply(batch.lend())));
        System.arraycopy(rows, 0, into, first, Math.min(rows.length, into.length - first));
    }
}
