package io.alchemi.training.runs;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.schema.Range;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Shows the end of a run's log. */
@Command("runs tail")
public final class RunsTail implements CommandAction<RunsTail.Options> {
    /** A command. */
    public RunsTail() {}

    /**
     * Show the last lines of a run's log; with --follow, also new lines.
     *
     * @param run a folder, the name of a run or a part of it, or 'last'
     * @param lines number of lines
     * @param follow print new lines until the run ends
     */
    @ConfigRecord
    public record Options(
            @Operand @Default("last") String run,

            @Flag(shortName = "n") @Default("10") @Range(min = 0)
            int lines,

            @Flag(shortName = "f") @Default("false") boolean follow) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        RunRecord run = RunFinder.find(options.run());
        Path log = run.folder().resolve(RunFiles.LOG);
        if (!Files.isRegularFile(log)) {
            throw new NoSuchFileException(log.toString());
        }
        LogTail tail = new LogTail(run.folder(), context);
        tail.last(options.lines());
        if (options.follow()) {
            return tail.follow(() -> TimeUnit.MILLISECONDS.sleep(500));
        }
        return ExitCode.FINE;
    }
}
