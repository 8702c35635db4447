package io.alchemi.training.sweep;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Operand;
import io.alchemi.training.process.ThisProgram;
import io.alchemi.training.runs.RunName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a command for each trial of a sweep. */
@Command("sweep expand")
public final class SweepExpand implements CommandAction<SweepExpand.Options> {
    /** A command. */
    public SweepExpand() {}

    /**
     * Print a command line for each trial to be started, for xargs, GNU parallel or another scheduler.
     *
     * @param file the sweep file, or - for the standard input
     * @param name name of the sweep's folder; by default the name of the file
     */
    @ConfigRecord
    public record Options(
            @Operand @Example("configs/sweeps/alignment.sweep.yaml")
            Path file,

            @Flag @Matches(value = RunName.USER_NAME, describedAs = RunName.USER_NAME_IN_WORDS) @Nullable
            String name) {}

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        SweepFolder folder = SweepPlan.folder(options.file(), options.name());
        SweepFile sweep = SweepPlan.read(options.file(), List.of(), context.err());
        SweepPlan.write(sweep, PlannedTrials.of(sweep), folder, options.name() != null);
        for (TrialRecord record : SweepSummary.read(folder).trials()) {
            if (record.state().isToBeStarted()) {
                List<String> words = new ArrayList<>(ThisProgram.launcher());
                words.addAll(folder.command(record.trial()));
                context.out().println(words.stream().map(Arguments::quote).collect(Collectors.joining(" ")));
            }
        }
        return ExitCode.FINE;
    }
}
