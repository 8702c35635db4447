package io.alchemi.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run folder with three steps. */
final class TestRun {
    private TestRun() {}

    /**
     * Writes a run folder.
     *
     * @param text a value that is written to many files
     * @param loss the loss of the last step
     * @param lr the learning rate of the configuration
     */
    static Path write(Path run, String text, String loss, String lr) throws IOException {
        Files.createDirectories(run.resolve("inputs"));
        Files.writeString(run.resolve("status.json"), """
                {"state":"finished","command":"align train","schema":"align.train","name":"%s","pid":1,\
                "process_started":null,"host":"node","started":"2026-11-28T20:31:10.123Z",\
                "heartbeat":"2026-11-28T20:32:10Z","ended":"2026-11-28T20:32:10Z","step":3,"steps":3,\
                "checkpoint":"step-000003","reason":null,"exit_code":0,"loss":%s,"seconds":12.5}
                """.formatted(text, loss));
        Files.writeString(run.resolve("inputs/command.txt"), "alchemi align train --name '" + text + "'\n");
        Files.writeString(run.resolve("environment.json"), """
                {"engine":"PyTorch 2.7.1","cpu":{"model":"%s","cores":2},"git":null}
                """.formatted(text));
        Files.writeString(run.resolve("config.yaml"), """
                # yaml-language-server: $schema=inputs/alignment.schema.json
                global:
                  seed: 42             # default
                optimizer:
                  lr: %s               # --set optimizer.lr=#1
                  betas: [0.9, 0.999]  # a # b.yaml:3:4
                  name: 'it''s # 1'    # /configs/é.yaml:1:1
                  "a.b": {}            # default
                augment:
                  - kind: noise        # a.yaml:9:5
                    sigma: 0.1         # a.yaml:10:5
                """.formatted(lr));
        Files.writeString(run.resolve("metrics.jsonl"), """
                {"step":1,"time":"2026-11-28T20:31:10.123Z","loss":2.0,"lr":1.0E-4,"step_time_s":1.0,"tokens":10.0}
                {"step":2,"time":"2026-11-28T20:31:11.123Z","loss":null,"lr":1.0E-4,"step_time_s":2.0,"tokens":10.0}
                {"step":3,"time":"2026-11-28T20:31:12.123Z","loss":%s,"lr":1.0E-4,"step_time_s":2.0,"tokens":10.0}
                """.formatted(loss));
        return run;
    }
}
