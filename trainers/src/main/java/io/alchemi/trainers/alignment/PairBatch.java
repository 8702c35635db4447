package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.trainers.nn.TokenBatch;
import io.alchemi.trainers.nn.TokenSets;
import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.training.array.InputBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Memory for a batch of pairs: values, tokens and band depths, refilled every step. */
final class PairBatch {
    private final PairAxes axes;
    private final DataType type;
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

    /** Puts values into the rows of both sides. */
    @FunctionalInterface
    interface Source {
        void fill(double[][] lab, double[][] sensor);
    }

    PairBatch(PairAxes axes, int rows, DataType type) {
        int n = axes.lab().bands();
        int k = axes.sensor().bands();
        BandDepths measured = axes.depths();
        this.axes = axes;
        this.type = type;
        this.lab = new double[rows][n];
        this.sensor = new double[rows][k];
        this.labTokens = new TokenBatch(rows, n, axes.lab().tokenWidth(), type);
        this.sensorTokens = new TokenBatch(rows, k, axes.sensor().tokenWidth(), type);
        this.labValues = new InputBuffer(new Shape(rows, n), type);
        this.sensorValues = new InputBuffer(new Shape(rows, k), type);
        this.depths = measured == null ? null : new InputBuffer(new Shape(rows, measured.places().length), type);
    }

    void fill(Source source) {
        source.fill(lab, sensor);
        for (int row = 0; row < lab.length; row++) {
            put(axes.lab(), lab[row], row, labTokens, labValues);
            put(axes.sensor(), sensor[row], row, sensorTokens, sensorValues);
            if (depths != null) {
                putRow(depths, row, Objects.requireNonNull(axes.depths()).of(sensor[row]));
            }
        }
    }

    private static void put(BandTokenizer tokenizer, double[] values, int row, TokenBatch tokens, InputBuffer into) {
        tokens.put(row, tokenizer.tokens(values, null), BandTokenizer.valid(values));
        putRow(into, row, values);
    }

    private static void putRow(InputBuffer buffer, int row, double[] values) {
        for (int i = 0; i < values.length; i++) {
            buffer.set(row * values.length + i, values[i]);
        }
    }

    Arrays lend(NDManager manager) {
        return new Arrays(
                labTokens.lend(manager),
                sensorTokens.lend(manager),
                labValues.lend(manager),
                sensorValues.lend(manager),
                depths == null ? null : depths.lend(manager));
    }

    /** Tokens of both sides that count. */
    long validTokens() {
        return labTokens.validTokens() + sensorTokens.validTokens();
    }

    /** The size of those tokens, bytes. */
    long bytes() {
        return validTokens() * axes.lab().tokenWidth() * type.getNumOfBytes();
    }
}
