package io.alchemi.trainers.alignment;

import io.alchemi.training.array.Workspace;

/** Evaluates a model on pairs that are not used in training. */
final class HeldOutPairs {
    /** Number of pairs embedded at once, so that an evaluation needs no more memory than a step. */
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

    /** Evaluates the current parameters, without dropout. Each batch is a scope: its arrays are freed before the next batch. */
    AlignmentEvaluation evaluate(AlignmentModel model) {
        double[][] lab = new double[pairs][];
        double[][] sensor = new double[pairs][];
        for (int first = 0; first < pairs; first += together) {
            int begin = first;
            batch.fill(source, first / together);
            workspace.scoped(() -> embed(model, begin, lab, sensor));
        }
        return AlignmentEvaluation.of(lab, sensor, model.tau());
    }

    /** Embeds both sides of the batch into the rows from an index on, as far as there are rows, and returns the number of pairs. */
    private int embed(AlignmentModel model, int begin, double[][] lab, double[][] sensor) {
        int count = Math.min(together, pairs - begin);
        PairBatch.Arrays arrays = batch.lend();
        System.arraycopy(Workspace.toRows(model.embedLab(arrays.labTokens())), 0, lab, begin, count);
        System.arraycopy(Workspace.toRows(model.embedSensor(arrays.sensorTokens())), 0, sensor, begin, count);
        return count;
    }
}
