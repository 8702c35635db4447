package io.alchemi.trainers.mae;

import io.alchemi.training.array.InputBuffer;

/** Where the tokens and masks of a step come from. */
interface MaeData {
    /** Fills in the tokens of a step, row-major (B, T, D). */
    void tokens(long step, InputBuffer into);

    /** Returns the masks of a step. */
    MaeMasks masks(long step);
}
