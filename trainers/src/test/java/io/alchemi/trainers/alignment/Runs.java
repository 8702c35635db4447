package io.alchemi.trainers.alignment;

import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small configurations with all loss terms enabled. */
final class Runs {
    private static final Path TINY = Path.of("src/test/transcripts/alignment.tiny.yaml");

    private Runs() {}

    static Loaded<AlignmentExperiment> load(String... settings) {
        List<String> all = new ArrayList<>(
                List.of("cycle.cycle_continuum=true", "trainer.max_steps=6", "model.norm=pre", "trainer.save_every=3"));
        all.addAll(List.of(settings));
        return new AlignmentExperimentLoader().load(Source.file(TINY), Source.set(all));
    }
}
