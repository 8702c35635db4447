package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Memory for a batch of pairs: values, tokens and band depths, refilled every step. */
final class PairBatch {
    private final PairAxes axes;
    private final int bytesPerNumber;
    private final double[][] lab;
    private final double[][] sensor;
    private final TokenBatch labTokens;
    private final TokenBatch sensorTokens;
    private final InputBuffer labValues;
    private final InputBuffer sensorValues;
    private final @Nullable InputBuffer depths;

    /**
     * The batch as arrays that share its memory.
     *
     * @param labTokens    laboratory sets
     * @param sensorTokens sensor sets
     * @param labValues    (B, N)
     * @param sensorValues (B, K)
     * @param depths       (B, bands), or null without a band depth term
     */
    record Arrays(
            TokenSets labTokens,
            TokenSets sensorTokens,
            NDArray labValues,
            NDArray sensorValues,
            @Nullable NDArray depths) {}

    PairBatch(PairAxes axes, int rows, Workspace workspace) {
        int n = axes.lab().bands();
        int k = axes.sensor().bands();
        BandDepths measured = axes.depths();
        this.axes = axes;
        this.bytesPerNumber = workspace.dataType().getNumOfBytes();
        this.lab = new double[rows][n];
        this.sensor = new double[rows][k];
        this.labTokens = new TokenBatch(workspace, rows, n, axes.lab().tokenWidth());
        this.sensorTokens = new TokenBatch(workspace, rows, k, axes.sensor().tokenWidth());
        this.labValues = workspace.input(rows, n);
        this.sensorValues = workspace.input(rows, k);
        this.depths = measured == null ? null : workspace.input(rows, measured.bands());
    }

    void fill(PairSource source, long number) {
        source.fill(number, lab, sensor);
        for (int row = 0; row < lab.length; row++) {
            put(axes.lab(), lab[row], row, labTokens, labValues);
            put(axes.sensor(), sensor[row], row, sensorTokens, sensorValues);
            if (depths != null) {
                putRow(depths, row, Objects.requireNonNull(axes.depths()).of(sensor[row]));
            }
        }
    }

    private static void put(BandTokenizer tokenizer, double[] values, int row, TokenBatch tokens, InputBuffer into) {
        tokens.put(row, tokenizer.tokens(values), BandTokenizer.valid(values));
        putRow(into, row, values);
    }

    private static void putRow(InputBuffer buffer, int row, double[] values) {
        for (int i = 0; i < values.length; i++) {
            buffer.set(row * values.length + i, values[i]);
        }
    }

    Arrays lend() {
        return new Arrays(
                labTokens.lend(),
                sensorTokens.lend(),
                labValues.lend(),
                sensorValues.lend(),
                depths == null ? null : depths.lend());
    }

    /** Returns the number of valid tokens of both sides. */
    long validTokens() {
        return labTokens.validTokens() + sensorTokens.validTokens();
    }

    /** Returns the size of those tokens in bytes. */
    long bytes() {
        return validTokens() * axes.lab().tokenWidth() * bytesPerNumber;
    }
}
