package io.alchemi.training.runs;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** Shows a run. */
@Command("runs show")
public final class RunsShow implements CommandAction<RunsShow.Options> {
    /** A command. */
    public RunsShow() {}

    /**
     * Show how a run was started, how far it is, and on which machine.
     *
     * @param run a folder, the name of a run or a part of it, or 'last'
     * @param json print a JSON object with everything, including the configuration
     */
    @ConfigRecord
    public record Options(
            @Operand @Default("last") String run,
            @Flag @Default("false") boolean json) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        RunRecord run = RunFinder.find(options.run());
        context.out()
                .print(
                        options.json()
                                ? RunJson.pretty(RunJson.all(run)) + "\n"
                                : RunSheet.of(run, ZoneId.systemDefault()));
        return ExitCode.FINE;
    }
}
