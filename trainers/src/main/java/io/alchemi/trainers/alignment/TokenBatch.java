package io.alchemi.trainers.alignment;

import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.KeyPadding;

/**
 * Memory for a batch of token sets, refilled every step.
 *
 * <p>Arrays that were lent share it: they are dead once a set is put again.
 */
final class TokenBatch {
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
     * @param workspace owner of the memory
     * @param rows      B
     * @param tokens    T
     * @param width     M, features of a token
     */
    TokenBatch(Workspace workspace, int rows, int tokens, int width) {
        this.rows = rows;
        this.tokens = tokens;
        this.width = width;
        this.values = workspace.input(rows, tokens, width);
        this.pooling = workspace.input(rows, 1, tokens);
        this.padding = new KeyPadding(workspace, rows, tokens);
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
    void put(int row, float[][] set, boolean[] valid) {
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
    long validTokens() {
        long count = (long) rows * tokens;
        for (boolean[] row : hidden) {
            for (boolean hides : row) {
                count -= hides ? 1 : 0;
            }
        }
        return count;
    }

    /** Returns the batch as arrays that share the memory; there is no key bias where all tokens count. */
    TokenSets lend() {
        boolean allCount = validTokens() == (long) rows * tokens;
        return new TokenSets(values.lend(), allCount ? null : padding.bias(hidden), pooling.lend());
    }
}
