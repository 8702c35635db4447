package io.alchemi.trainers.alignment;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Moved;
import io.alchemi.schema.Rule;
import io.alchemi.trainers.spectra.TokenizerConfig;
import io.alchemi.training.session.RuntimeConfig;
import java.util.List;

/**
 * Alignment of laboratory and sensor spectra by contrastive learning.
 *
 * @param global run-wide settings
 * @param trainer training loop
 * @param data laboratory spectra, synthetic or from a file, and the sensor
 * @param tokenizer how a spectral band becomes a token
 * @param model the two encoders ("towers") that embed spectra
 * @param optimizer how parameters are updated
 * @param loss contrastive loss
 * @param cycle reconstruction of each side's spectrum from the other side's embedding
 * @param banddepth prediction of absorption band depths from sensor embeddings
 */
@ConfigSchema(
        id = "alignment",
        files = "alignment*.yaml",
        example = "configs/phase2/alignment.first.yaml",
        env = "ALCHEMI_ALIGNMENT")
@Moved(from = "trainer.seed", to = "global.seed")
@Moved(from = "trainer.device", to = "global.device")
@Moved(from = "trainer.dtype", to = "global.dtype")
@Moved(from = "trainer.amp_dtype", to = "global.amp_dtype")
@Moved(from = "trainer.deterministic", to = "global.deterministic")
public record AlignmentExperiment(
        RuntimeConfig global,
        TrainerConfig trainer,
        DataConfig data,
        TokenizerConfig tokenizer,
        ModelConfig model,
        OptimizerConfig optimizer,
        LossConfig loss,
        CycleConfig cycle,
        BandDepthConfig banddepth) {

    @Rule(
            "cycle.continuum_window_nm must lie inside data.lab_grid_nm, and between the first and the last band of data.sensor (nm): "
                    + "emit 400-2400, enmap 420-2450, avirisng 380-2510, hytes 7500-12000, mako 7600-13200")
    static boolean windowIsOnBothAxes(CycleConfig cycle, DataConfig data) {
        List<Double> window = cycle.continuumWindowNm();
        LabGrid grid = data.labGridNm();
        return window == null
                || !grid.isIncreasing()
                || (grid.lowest() <= window.get(0)
                        && window.get(1) <= grid.highest()
                        && data.sensor().sees(window.get(0))
                        && data.sensor().sees(window.get(1)));
    }

    @Rule("tokenizer.sensor_id must be null or data.sensor")
    static boolean widthsAreThoseOfTheSensor(TokenizerConfig tokenizer, DataConfig data) {
        return tokenizer.sensorId() == null || tokenizer.sensorId() == data.sensor();
    }
}
