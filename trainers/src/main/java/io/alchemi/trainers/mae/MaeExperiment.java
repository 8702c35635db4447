package io.alchemi.trainers.mae;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Moved;
import io.alchemi.training.session.RuntimeConfig;

/**
 * Masked-autoencoder pretraining on synthetic data.
 *
 * @param global run-wide settings
 * @param train model and loop
 */
@ConfigSchema(id = "train.mae", files = "train.mae*.yaml", example = "configs/train.mae.yaml", env = "ALCHEMI_MAE")
@Moved(from = "train.seed", to = "global.seed")
@Moved(from = "train.device", to = "global.device")
@Moved(from = "train.dtype", to = "global.dtype")
@Moved(from = "train.amp_dtype", to = "global.amp_dtype")
@Moved(from = "train.deterministic", to = "global.deterministic")
public record MaeExperiment(RuntimeConfig global, TrainConfig train) {}
