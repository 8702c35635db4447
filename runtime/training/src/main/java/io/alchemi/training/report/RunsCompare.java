package io.alchemi.training.report;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Key;
import io.alchemi.schema.Length;
import io.alchemi.schema.Operand;
import io.alchemi.training.runs.RunFinder;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what differs between runs. */
@Command("runs compare")
public final class RunsCompare implements CommandAction<RunsCompare.Options> {
    /** A command. */
    public RunsCompare() {}

    /**
     * Compare runs: the keys that differ, with their origins, and the metrics.
     *
     * @param runs folders, names of runs or unambiguous parts of names, or 'last'; at least two
     * @param output file for a page that overlays the curves
     * @param json print one JSON object
     */
    @ConfigRecord
    public record Options(
            @Operand @Key("run") @Length(min = 2) List<String> runs,
            @Flag(shortName = "o") @Nullable Path output,
            @Flag @Default("false") boolean json) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        List<RunRecord> runs = RunFinder.findAll(options.runs());
        Path file = options.output();
        if (file != null) {
            RunReport.write(runs, file);
        }
        RunComparison comparison = RunComparison.of(runs);
        if (options.json()) {
            context.out().println(comparison.json());
        } else {
            comparison.lines().forEach(context.out()::println);
        }
        return ExitCode.FINE;
    }
}
