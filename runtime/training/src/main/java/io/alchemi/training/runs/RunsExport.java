package io.alchemi.training.runs;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Key;
import io.alchemi.schema.Length;
import io.alchemi.schema.Operand;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the curves of runs for other programs. */
@Command("runs export")
public final class RunsExport implements CommandAction<RunsExport.Options> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    /** A command. */
    public RunsExport() {}

    /**
     * Export the metrics of runs as CSV or for TensorBoard.
     *
     * @param runs folders, names of runs or unambiguous parts of names, or 'last'
     * @param csv file for a table with one row for each step of each run; - for standard output
     * @param tensorboard folder for event files, one folder for each run
     */
    @ConfigRecord
    public record Options(
            @Operand @Key("run") @Length(min = 1) List<String> runs,
            @Flag @Nullable Path csv,
            @Flag @Nullable Path tensorboard) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("run") ? RunFinder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        if (options.csv() == null && options.tensorboard() == null) {
            throw new ConfigException(List.of(Arguments.usage(
                    "runs export", "missing --csv FILE or --tensorboard FOLDER", "write --csv - to print the table")));
        }
        List<RunRecord> runs = RunFinder.findAll(options.runs());
        for (RunRecord run : runs) {
            if (run.metrics().rows() == 0 && run.evaluations().rows() == 0) {
                context.err().println("warning: " + EscapedText.of(run.folder().toString()) + " has no metrics");
            }
        }
        Path csv = options.csv();
        if (csv != null) {
            csv(runs, csv, context);
        }
        Path tensorboard = options.tensorboard();
        if (tensorboard != null) {
            for (RunRecord run : runs) {
                context.err().println(EventFile.write(run, tensorboard));
            }
        }
        return ExitCode.FINE;
    }

    private static void csv(List<RunRecord> runs, Path file, CommandContext context) throws IOException {
        CsvExport export = CsvExport.of(runs);
        if (file.equals(STANDARD_OUTPUT)) {
            PrintStream out = context.out();
            export.write(out);
            return;
        }
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            export.write(writer);
        }
        context.err().println(EscapedText.of(file.toString()));
    }
}
