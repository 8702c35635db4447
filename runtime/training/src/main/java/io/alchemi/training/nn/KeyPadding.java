package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;

/**
 * Hides tokens as keys, for a whole batch at once: a bias of 0 or minus infinity that is added to the attention scores.
 *
 * <p>The bias of the previous call shares the memory, and is invalid after the next call of {@link #bias}.
 */
public final class KeyPadding {
    private final int rows;
    private final int tokens;
    private final InputBuffer buffer;

    /**
     * Allocates the memory of the bias.
     *
     * @param workspace owner of the memory
     * @param rows      B for one mask per sample, 1 for a common mask
     * @param tokens    T
     */
    public KeyPadding(Workspace workspace, int rows, int tokens) {
        this.rows = rows;
        this.tokens = tokens;
        this.buffer = workspace.input(rows, 1, 1, tokens);
    }

    /**
     * Computes the bias.
     *
     * @param hidden for each row, true for tokens to hide
     * @return (rows, 1, 1, T), to be added to scores of (B, H, T, T)
     * @throws IllegalArgumentException if a row hides all its tokens, which would make softmax NaN, or has the wrong length
     */
    public NDArray bias(boolean[][] hidden) {
        if (hidden.length != rows) {
            throw new IllegalArgumentException("key padding has " + hidden.length + " rows; it must have " + rows);
        }
        for (int row = 0; row < rows; row++) {
            fillRow(row, hidden[row]);
        }
        return buffer.lend();
    }

    private void fillRow(int row, boolean[] hidden) {
        if (hidden.length != tokens) {
            throw new IllegalArgumentException("key padding has " + hidden.length + " tokens; it must have " + tokens);
        }
        boolean anySeen = false;
        for (int token = 0; token < tokens; token++) {
            anySeen |= !hidden[token];
            buffer.set(row * tokens + token, hidden[token] ? Double.NEGATIVE_INFINITY : 0);
        }
        if (!anySeen) {
            throw new IllegalArgumentException("key padding hides all " + tokens + " tokens of sample " + row
                    + "; at least one must stay visible, or attention is not a number");
        }
    }
}
