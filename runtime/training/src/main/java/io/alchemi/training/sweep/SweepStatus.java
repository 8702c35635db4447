package io.alchemi.training.sweep;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Operand;
import java.io.IOException;
import java.util.List;

/** Shows the progress of a sweep. */
@Command("sweep status")
public final class SweepStatus implements CommandAction<SweepStatus.Options> {
    /** A command. */
    public SweepStatus() {}

    /**
     * Show how many trials of a sweep have ended, the best one, and the failed ones.
     *
     * @param sweep the folder of a sweep, its name, its file, or 'last'
     */
    @ConfigRecord
    public record Options(@Operand @Default("last") String sweep) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("sweep") ? SweepFolder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        SweepSummary.read(SweepFolder.find(options.sweep(), context.err()))
                .lines()
                .forEach(context.out()::println);
        return ExitCode.FINE;
    }
}
