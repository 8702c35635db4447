package io.alchemi.trainers.alignment;

import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.KeyPadding;

/**
 * Memory for a batch of token sets, refilled every step.
 *
 * <p>Arrays from {@link #lend} share it, and are invalid after the next {@link #put}.
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
     * Stores one set.
     *
     * @param row   index in the batch
     * @param set   T tokens of M features
     * @param valid true for valid tokens; at least one must be valid
     * @throws IllegalArgumentException if the set has the wrong size or no valid token
     */
    void put(int row, float[][] set, boolean[] valid) {
        if (set.length != tokens || valid.length != tokens || set[0].length != width) {
            throw new IllegalArgumentException(
                    "a set has " + set.length + " tokens of " + set[0].length + " features and " + valid.length
                            + " validity flags; the batch has sets of " + tokens + " tokens of " + width);
        }
        int count = 0;
        for (boolean counts : valid) {
            count += counts ? 1 : 0;
        }
        if (count == 0) {
            throw new IllegalArgumentException("none of the " + tokens + " tokens of set " + row
                    + " is valid; at least one must be, because their mean is computed");
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
     * Returns the number of valid tokens in all sets.
     *
     * @return the number of valid tokens
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

    /** Returns the batch as arrays that share the memory. There is no key bias if all tokens are valid. */
    TokenSets lend() {
        boolean allCount = validTokens() == (long) rows * tokens;
        return new TokenSets(values.lend(), allCount ? null : padding.bias(hidden), pooling.lend());
    }
}
