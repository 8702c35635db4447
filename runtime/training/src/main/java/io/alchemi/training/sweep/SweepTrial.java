package io.alchemi.training.sweep;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.schema.Range;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.runs.ListedState;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one trial in this process. All launchers use this command. */
@Command("sweep trial")
public final class SweepTrial implements CommandAction<SweepTrial.Options> {
    /** A command. */
    public SweepTrial() {}

    /**
     * Run or resume one trial of a sweep.
     *
     * @param sweep the folder of the sweep, its name or its file
     * @param index number of the trial, from 0
     */
    @ConfigRecord
    public record Options(
            @Operand @Example("runs/sweeps/alignment") String sweep,

            @Flag @Range(min = 0) @Nullable Integer index) {}

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        Integer index = options.index();
        if (index == null) {
            throw new ConfigException(List.of(Arguments.usage(
                    "sweep trial", "missing option --index", "usage: alchemi sweep trial SWEEP --index N")));
        }
        SweepFolder sweep = SweepFolder.find(options.sweep(), context.err());
        Trial trial = sweep.trial(index);
        RunRecord run = RunRecord.open(sweep.run(trial));
        if (run.isDamagedWithResults()) {
            throw new CommandException(TrialRecord.damage(run));
        } else if (run.state() == ListedState.FINISHED) {
            context.out().println("trial " + trial.index() + " has finished: " + sweep.run(trial));
            return ExitCode.FINE;
        }
        Files.createDirectories(sweep.logs());
        Files.deleteIfExists(sweep.failure(trial));
        Beginning problem = new Beginning(context.err());
        int code = ExitCode.FAULT;
        try (PrintStream err = new PrintStream(problem, true, StandardCharsets.UTF_8)) {
            code = train(sweep, trial, new Console(context.out(), err, false, Map.of()));
        } catch (RuntimeException | IOException e) {
            problem.replace(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            if (code != ExitCode.FINE && !Files.exists(sweep.run(trial).resolve(RunFiles.STATUS))) {
                Files.writeString(sweep.failure(trial), problem.reason() + "\n");
            }
        }
        return code;
    }

    private static int train(SweepFolder sweep, Trial trial, Console console) throws IOException {
        SweepFolder.Head head = sweep.head();
        TrainCommand<?> command = TrainCommands.find(head.command());
        if (command == null) {
            throw new CommandException("this program has no command '" + head.command() + "', which the sweep runs");
        }
        Path configuration = sweep.base().resolve(RunFiles.CONFIG);
        List<String> set = new ArrayList<>();
        trial.values().forEach((key, value) -> set.add(key + "=" + value));
        requireAsPlanned(trial, command, command.load(List.of(Source.file(configuration), Source.set(set))), head);
        List<String> arguments = new ArrayList<>(List.of("--config", configuration.toString()));
        set.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return command.trainIn(
                sweep.run(trial), arguments, List.of("--threads", Integer.toString(head.threads())), console);
    }

    /** Refuses a trial that was planned by another version of the program, because its results are not comparable. */
    private static void requireAsPlanned(Trial trial, TrainCommand<?> command, Loaded<?> loaded, SweepFolder.Head head)
            throws IOException {
        if (!new TrialIdentity(command, head.threads()).of(loaded).equals(trial.id())) {
            throw new CommandException(
                    "trial " + trial.index() + " was planned with other inputs or another version than "
                            + TrialIdentity.program(command) + "; plan the sweep again with 'alchemi sweep run FILE'");
        }
    }

    /** Passes on the output, and keeps its first characters. */
    private static final class Beginning extends OutputStream {
        private static final int MOST = 2000;

        private final PrintStream next;
        private final StringBuilder kept = new StringBuilder();

        Beginning(PrintStream next) {
            this.next = next;
        }

        @Override
        public void write(int b) {
            next.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            next.write(bytes, from, count);
            if (kept.length() < MOST) {
                kept.append(new String(bytes, from, count, StandardCharsets.UTF_8));
            }
        }

        void replace(String text) {
            kept.setLength(0);
            kept.append(text);
        }

        /** Returns the first line about an error, skipping warnings. */
        String reason() {
            List<String> lines = kept.toString().lines().toList();
            String line = lines.stream()
                    .filter(text -> text.contains("error: "))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "it ended without a message" : lines.get(0));
            return line.startsWith("error: ") ? line.substring("error: ".length()) : line;
        }
    }
}
