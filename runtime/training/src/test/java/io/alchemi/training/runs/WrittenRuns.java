package io.alchemi.training.runs;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a folder of runs, and runs command lines that read it. */
final class WrittenRuns {
    static final String CONFIG = """
            # yaml-language-server: $schema=inputs/alignment.schema.json
            global:
              seed: 7           # --seed
            trainer:
              max_steps: 1000   # configs/train.yaml:4:14
              use_amp: false    # default
            optimizer:
              lr: 1e-3          # --set optimizer.lr=1e-3
              betas: [0.9, 0.98]  # ALCHEMI_OPTIMIZER_BETAS
            """;

    private final Path root;

    WrittenRuns(Path root) {
        this.root = root;
    }

    Path folder(String run) {
        return root.resolve(run);
    }

    /** Writes a complete, finished run. Tests then change the parts that they are about. */
    Path write(String run) {
        String command = run.startsWith("align-train") ? "align train" : run.substring(0, run.indexOf('/'));
        write(run + "/config.yaml", CONFIG);
        write(run + "/inputs/command.txt", "alchemi " + command + " configs/train.yaml --seed 7\n");
        write(run + "/log.txt", "step 500/1000  loss 0.5000\nstep 1000/1000  loss 0.2500\n");
        write(run + "/metrics.jsonl", """
                {"step":1,"time":"2026-11-28T20:31:10.123Z","loss":0.5,"lr":1.0E-4}
                {"step":2,"time":"2026-11-28T20:31:11.123Z","loss":null,"lr":1.0E-4}
                {"step":3,"time":"2026-11-28T20:31:12.123Z","loss":0.25,"lr":1.0E-4}
                """);
        write(run + "/evaluations.jsonl", """
                {"step":2,"time":"2026-11-28T20:31:11.900Z","recall":0.75}
                """);
        write(run + "/checkpoints/best.safetensors", "");
        write(run + "/environment.json", """
                {"alchemi":"0.2.0","djl":"0.36.0","engine":"PyTorch 2.7.1","java":"17.0.15","os":"Linux 6.1 amd64",
                "host":"node7","cpu":{"model":"Xeon","cores":2,"capability":"avx512"},"gpus":0,"device":"cpu",
                "dtype":"float32","threads":2,"memory_gb":23.5,
                "git":{"commit":"8714854aa11bb22cc33","branch":"main","dirty":true},"variables":{}}
                """);
        return status(run, command, "finished", 1000, "0.25", 200);
    }

    /** Writes a status. */
    Path status(String run, String command, String state, long step, String loss, double seconds) {
        String id = run.substring(run.lastIndexOf('/') + 1);
        RunName folder = RunName.parse(id);
        String name = folder == null ? "" : folder.userName();
        write(run + "/status.json", """
                {"state":"%s","command":"%s","schema":"alignment","name":%s,"pid":4194305,"process_started":null,
                "host":"node7","started":"2025-11-%sT%s:%s:%sZ","heartbeat":"2025-11-28T21:31:10.123Z","ended":null,
                "step":%d,"steps":1000,"checkpoint":"step-000900","reason":null,"exit_code":0,"loss":%s,"seconds":%s,
                "future":{"key":[1]}}
                """.formatted(
                        state,
                        command,
                        name.isEmpty() ? "null" : '"' + name + '"',
                        id.substring(6, 8),
                        id.substring(9, 11),
                        id.substring(11, 13),
                        id.substring(13, 15),
                        step,
                        loss,
                        seconds));
        return folder(run);
    }

    /** Writes a file of a run. */
    void write(String file, String content) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command line. Returns its messages, output and exit code. */
    String alchemi(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = alchemi(new PrintStream(out, true, StandardCharsets.UTF_8), err, arguments);
        String printed = err.toString(StandardCharsets.UTF_8) + out.toString(StandardCharsets.UTF_8);
        return printed.replace(root.toString(), "runs") + "exit " + code + "\n";
    }

    /** Runs a command line. Returns its exit code. */
    int alchemi(PrintStream out, ByteArrayOutputStream err, String... arguments) {
        System.setProperty("alchemi.runs", root.toString());
        try {
            PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
            return Alchemi.run(List.of(arguments), new Console(out, messages, false, Map.of()));
        } finally {
            System.clearProperty("alchemi.runs");
        }
    }
}
