package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;

/**
 * Memory for a batch of token sets, refilled every step.
 *
 * <p>Arrays that were lent share it: they are dead once a set is put again.
 */
public final class TokenBatch {
    private final int rows;
    private final int tokens;
    private final int width;
    private final InputBuffer values;
    private final InputBuffer pooling;
    private final KeyPadding padding;
    private final boolean[][] hidden;

    /**
     * Allocates the memory.
     *
     * @param rows     B
     * @param tokens   T
     * @param width    M, features of a token
     * @param dataType the network's type
     */
    public TokenBatch(int rows, int tokens, int width, DataType dataType) {
        this.rows = rows;
        this.tokens = tokens;
        this.width = width;
        this.values = new InputBuffer(new Shape(rows, tokens, width), dataType);
        this.pooling = new InputBuffer(new Shape(rows, 1, tokens), dataType);
        this.padding = new KeyPadding(rows, tokens, dataType);
        this.hidden = new boolean[rows][tokens];
    }

    /**
     * Puts one set.
     *
     * @param row   its place in the batch
     * @param set   T tokens of M features
     * @param valid true for tokens that count; at least one must
     * @throws IllegalArgumentException if the set has another size, or none of its tokens counts
     */
    public void put(int row, float[][] set, boolean[] valid) {
        if (set.length != tokens || valid.length != tokens || set[0].length != width) {
            throw new IllegalArgumentException("a set has " + set.length + " tokens of " + set[0].length + " features, "
                    + valid.length + " of them judged; the batch holds sets of " + tokens + " tokens of " + width);
        }
        int count = 0;
        for (boolean counts : valid) {
            count += counts ? 1 : 0;
        }
        if (count == 0) {
            throw new IllegalArgumentException("none of the " + tokens + " tokens of set " + row
                    + " counts; at least one must, or its mean is not a number");
        }
        for (int token = 0; token < tokens; token++) {
            hidden[row][token] = !valid[token];
            pooling.set(row * tokens + token, valid[token] ? 1.0 / count : 0);
            for (int feature = 0; feature < width; feature++) {
                values.set((row * tokens + token) * width + feature, set[token][feature]);
            }
        }
    }

    /**
     * Counts the tokens that count.
     *
     * @return over all sets
     */
    public long validTokens() {
        long count = (long) rows * tokens;
        for (boolean[] row : hidden) {
            for (boolean hides : row) {
                count -= hides ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * Lends the memory to arrays.
     *
     * @param manager their owner: the step's
     * @return the batch; there is no key bias where all tokens count
     */
    public TokenSets lend(NDManager manager) {
        boolean allCount = validTokens() == (long) rows * tokens;
        return new TokenSets(
                values.lend(manager), allCount ? null : padding.bias(manager, hidden), pooling.lend(manager));
    }
}
