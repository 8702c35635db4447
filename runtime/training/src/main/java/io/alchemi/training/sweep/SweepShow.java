package io.alchemi.training.sweep;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.training.runs.CsvText;
import java.io.IOException;
import java.util.List;

/** Lists the trials of a sweep. */
@Command("sweep show")
public final class SweepShow implements CommandAction<SweepShow.Options> {
    /** A command. */
    public SweepShow() {}

    /**
     * List the trials of a sweep: state, objective and varying values.
     *
     * @param sweep the folder of a sweep, its name, its file, or 'last'
     * @param csv print CSV
     * @param json print a JSON array
     */
    @ConfigRecord
    public record Options(
            @Operand @Default("last") String sweep,
            @Flag @Default("false") boolean csv,
            @Flag @Default("false") boolean json) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("sweep") ? SweepFolder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        if (options.csv() && options.json()) {
            throw new ConfigException(
                    List.of(Arguments.usage("--json", "--csv and --json exclude each other", "delete one of them")));
        }
        SweepSummary sweep = SweepSummary.read(SweepFolder.find(options.sweep(), context.err()));
        if (options.json()) {
            context.out().println(TrialTable.json(sweep));
        } else if (options.csv()) {
            TrialTable.csv(sweep).forEach(line -> context.out().print(line + CsvText.LINE_BREAK));
        } else {
            TrialTable.lines(sweep).forEach(context.out()::println);
        }
        return ExitCode.FINE;
    }
}
