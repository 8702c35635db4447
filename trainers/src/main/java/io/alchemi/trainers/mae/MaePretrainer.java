package io.alchemi.trainers.mae;

import io.alchemi.schema.TrainerCommand;
import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.run.Metrics;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Trainer;
import io.alchemi.training.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains the masked autoencoder on synthetic tokens. */
@TrainerCommand("pretrain-mae")
public final class MaePretrainer implements Trainer<MaeExperiment> {
    /** A trainer. */
    public MaePretrainer() {}

    @Override
    public void train(MaeExperiment config, Run run) throws IOException {
        TrainConfig train = config.train();
        Path maskPath = train.maskPath();
        run.begin(train.maxSteps(), train.logEvery());
        MaeSettings settings = settings(train, run.session());
        try (MaePretraining pretraining =
                new MaePretraining(settings, run.session().device())) {
            if (maskPath != null) {
                run.writeJson(maskPath, masks(pretraining.masks(1)));
            }
            loop(train, pretraining, run);
            run.saveParameters(pretraining.checkpoint());
        }
    }

    private static void loop(TrainConfig train, MaePretraining pretraining, Run run) throws IOException {
        int steps = train.maxSteps();
        List<ThroughputStats> throughput = new ArrayList<>();
        double loss = 0;
        for (int i = 0; i < steps; i++) {
            MaeStepResult step = pretraining.step();
            loss = step.loss();
            throughput.add(step.throughput());
            Metrics metrics = new Metrics(step.step()).with("loss", loss).with(step.throughput());
            run.record(metrics, train.saveEvery(), pretraining.checkpoint());
        }
        if (steps == 0) {
            return;
        }
        run.conclude(new Metrics(steps).with("loss", loss).with(ThroughputStats.aggregate(throughput)));
    }

    private static MaeSettings settings(TrainConfig train, Session session) {
        return new MaeSettings(
                train.embedDim(),
                train.nHeads(),
                train.depth(),
                train.basisK(),
                train.batchSize(),
                !train.noSpatialMask(),
                train.spatialMaskRatio(),
                train.spectralMaskRatio(),
                !train.noPosenc(),
                train.lr(),
                MaeSettings.ORIGINAL_DROPOUT,
                session.seed(),
                session.dataType());
    }

    private static Map<String, boolean[]> masks(MaeMasks masks) {
        Map<String, boolean[]> kept = new LinkedHashMap<>();
        kept.put("kept_features", masks.keptFeatures());
        kept.put("kept_tokens", masks.keptTokens());
        return kept;
    }
}
