package io.alchemi.trainers.alignment;

import io.alchemi.schema.Default;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Prediction of absorption band depths from sensor embeddings.
 *
 * @param enabled add the term to the loss
 * @param weight factor of the term
 * @param config file that lists the absorption bands
 * @param hiddenDim hidden width of the prediction network; null or 0 makes it a single linear layer
 * @param loss how predicted and true depths are compared
 */
public record BandDepthConfig(
        @Default("false") boolean enabled,
        @Default("0.1") @Range(min = 0) double weight,
        @Input(schema = BandDepth.class) @Nullable Path config,
        @Range(min = 0) @Nullable Integer hiddenDim,
        @Default("l1") BandDepths.Loss loss) {

    @Rule("enabled needs config, the file that lists the absorption bands")
    static boolean enabledNeedsConfig(boolean enabled, @Nullable Path config) {
        return !enabled || config != null;
    }
}
