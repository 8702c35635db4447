package io.alchemi.training.report;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Key;
import io.alchemi.schema.Length;
import io.alchemi.schema.Operand;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.runs.RunFinder;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a report page. */
@Command("runs report")
public final class RunsReport implements CommandAction<RunsReport.Options> {
    /** A command. */
    public RunsReport() {}

    /**
     * Write a page with the curves of runs, for a browser.
     *
     * @param runs a folder, the name of a run or a part of it, or 'last'; several runs share the charts
     * @param output file for the page; by default report.html in the folder of the run, or comparison.html for several runs
     */
    @ConfigRecord
    public record Options(
            @Operand @Key("run") @Length(min = 1) List<String> runs,
            @Flag(shortName = "o") @Nullable Path output) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        List<RunRecord> runs = RunFinder.findAll(options.runs());
        Path file = options.output();
        if (file == null) {
            file = runs.size() == 1 ? runs.get(0).folder().resolve(RunFiles.REPORT) : Path.of("comparison.html");
        }
        RunReport.write(runs, file);
        context.out().println(EscapedText.of(file.toString()));
        return ExitCode.FINE;
    }
}
