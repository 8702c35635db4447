package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Range;
import io.alchemi.schema.Retired;

/**
 * Contrastive loss (InfoNCE in both directions).
 *
 * @param tauInit initial temperature; the loss clamps it to 0.001 to 1000
 * @param learnableTau train the temperature
 */
@Retired(value = "gather_ddp", reason = "a run is one process, and all its pairs are compared")
public record LossConfig(
        @Default("0.07") @Range(min = 0, minExclusive = true)
        double tauInit,

        @Default("true") boolean learnableTau) {}
