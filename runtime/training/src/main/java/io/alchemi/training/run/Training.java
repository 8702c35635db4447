package io.alchemi.training.run;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Inputs;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.schema.Schema;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.session.RuntimeConfig;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs a training, from a loaded configuration to the result on the screen. */
final class Training<C> {
    private final String words;
    private final Path file;
    private final Schema schema;
    private final Loaded<C> loaded;
    private final TrainOptions options;
    private final Console console;

    Training(String words, Path file, Schema schema, Loaded<C> loaded, TrainOptions options, Console console) {
        this.words = words;
        this.file = file;
        this.schema = schema;
        this.loaded = loaded;
        this.options = options;
        this.console = console;
    }

    int run(Supplier<Trainer<C>> trainer) {
        RunPaths.require(schema, loaded.tree(), loaded.inputs().named());
        if (TensorEngine.isToBeUnpacked()) {
            say("unpacking the tensor engine, 430 MB, once per machine");
        }
        Loaded<RuntimeConfig> runtime = new RuntimeConfigMerge().of(loaded);
        useThreads(runtime.value());
        Session session = Session.open(runtime, Autocast.wanted(schema, loaded.tree()));
        if (options.dryRun()) {
            console.out()
                    .println("The configuration can be trained here, on " + session.deviceName() + " in "
                            + session.dataType().name().toLowerCase(Locale.ROOT) + ".");
            return ExitCode.FINE;
        }
        String name = options.name();
        Path folder;
        try {
            folder = RunFolder.create(words, name == null ? "" : name, LocalDateTime.now(ZoneId.systemDefault()));
            Files.writeString(folder.resolve("config.yaml"), resolved());
        } catch (IOException e) {
            console.err()
                    .println("error: no run folder can be made in " + RunFolder.parent(words) + ": "
                            + FileProblem.reason(RunFolder.parent(words), e));
            return ExitCode.FAILED;
        }
        say("run " + folder + ", " + file);
        return train(session, trainer.get(), folder);
    }

    private void useThreads(RuntimeConfig runtime) {
        Integer threads = options.threads();
        if (threads == null) {
            return;
        } else if (threads > 1 && runtime.deterministic()) {
            throw new ConfigException(List.of(Arguments.usage(
                    "--threads " + threads,
                    "'deterministic' is true, which computes with one thread, but --threads is " + threads,
                    "write --threads 1 or --no-deterministic")));
        }
        TensorEngine.useThreads(threads);
    }

    /** Returns the resolved configuration, with a line that names its schema. */
    private String resolved() {
        return "# $schema: " + schema.rootFacts().id() + ".schema.json\n"
                + ResolvedYaml.write(schema, loaded.tree(), true);
    }

    private int train(Session session, Trainer<C> trainer, Path folder) {
        List<String> result;
        try (Interruption interruption = new Interruption(console.err());
                Run run = new Run(
                        session,
                        loaded,
                        folder,
                        new Progress(console.out(), style(), folder.resolve("log.txt")),
                        interruption::isWanted,
                        facts(session),
                        Backward.PLAIN)) {
            trainer.train(loaded.value(), run);
            result = run.finish();
        } catch (TrainingException | InputBuffer.TooLargeException e) {
            return failed(String.valueOf(e.getMessage()), folder);
        } catch (IOException e) {
            return failed("the training could not read or write a file: " + e.getMessage(), folder);
        } catch (UncheckedIOException e) {
            return failed(
                    "the training could not read or write a file: "
                            + Objects.requireNonNull(e.getCause()).getMessage(),
                    folder);
        } catch (RuntimeException e) {
            return Alchemi.reportFault("the trainer", trainer, e, console);
        } catch (OutOfMemoryError e) {
            return failed("out of memory: use a smaller batch or model", folder);
        }
        result.forEach(console.out()::println);
        console.out().println("run " + folder);
        return ExitCode.FINE;
    }

    private int failed(String reason, Path folder) {
        console.err().println("error: " + reason);
        console.err().println("  the run is kept in " + folder);
        return ExitCode.FAILED;
    }

    /** Returns what identifies the run, for files of parameters that are copied out of its folder. */
    private Map<String, String> facts(Session session) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", words);
        facts.put("schema", schema.rootFacts().id());
        facts.put("configuration", hash(configuration()));
        facts.put("seed", Long.toString(session.seed()));
        facts.put("threads", Integer.toString(TensorEngine.threads()));
        return facts;
    }

    /** Returns all values of the configuration and of inputs with schemas, independent of their location. */
    private String configuration() {
        Inputs inputs = loaded.inputs();
        StringBuilder all = new StringBuilder(ResolvedYaml.write(schema, inputs.stated(), false));
        for (Inputs.Read input : inputs.read()) {
            all.append("---\n").append(ResolvedYaml.write(input.schema(), input.stated(), false));
        }
        return all.toString();
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return "sha256:" + HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Progress.Style style() {
        if (options.quiet() || options.progress() == TrainOptions.ProgressStyle.NONE) {
            return Progress.Style.NONE;
        }
        boolean line = options.progress() == TrainOptions.ProgressStyle.AUTO && console.terminal();
        return line ? Progress.Style.LINE : Progress.Style.PLAIN;
    }

    private void say(String line) {
        if (!options.quiet()) {
            console.err().println(line);
        }
    }
}
