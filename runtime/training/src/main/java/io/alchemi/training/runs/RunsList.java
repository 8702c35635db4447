package io.alchemi.training.runs;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists runs. */
@Command("runs list")
public final class RunsList implements CommandAction<RunsList.Options> {
    /** A command. */
    public RunsList() {}

    /**
     * List runs with their state, step and loss.
     *
     * @param folder folder of runs, or of the runs of one command; by default runs
     * @param command only runs of this command, such as 'align train'
     * @param state only runs in this state: running, finished, failed, interrupted, lost or damaged
     * @param where only runs whose configuration has this value, such as trainer.lr=1e-3
     * @param sort sort order; runs without a value come last
     * @param reverse reverse the order
     * @param json print a JSON array
     */
    @ConfigRecord
    public record Options(
            @Operand @Nullable Path folder,
            @Flag @Nullable String command,
            @Flag @Default("[]") List<ListedState> state,
            @Flag @Default("[]") List<String> where,
            @Flag @Default("started") ListOrder sort,
            @Flag(shortName = "r") @Default("false") boolean reverse,
            @Flag @Default("false") boolean json) {}

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        WhereFilter where = WhereFilter.of(options.where());
        Path folder = options.folder() == null ? RunFinder.root() : options.folder();
        List<RunRecord> all = all(folder, options.folder() != null);
        List<RunRecord> listed = where
                .apply(ofCommand(all, options.command()).stream()
                        .filter(run ->
                                options.state().isEmpty() || options.state().contains(run.state()))
                        .toList())
                .stream()
                .sorted(options.sort().comparator(options.reverse()))
                .toList();
        where.unread().forEach(run -> context.err().println("warning: " + EscapedText.of(run)));
        if (options.json()) {
            context.out().println(json(listed));
        } else if (!listed.isEmpty()) {
            RunTable.lines(listed, Instant.now(), ZoneId.systemDefault()).forEach(context.out()::println);
        } else {
            context.err().println(nothing(folder, all.size()));
        }
        return ExitCode.FINE;
    }

    private static List<RunRecord> all(Path folder, boolean isStated) throws IOException {
        if (Files.isDirectory(folder)) {
            return RunFinder.in(folder);
        } else if (isStated) {
            throw new ConfigException(List.of(new Diagnostic(
                    DiagnosticId.NO_SUCH_FILE,
                    Arguments.place("", folder.toString()),
                    Files.exists(folder) ? "is not a folder" : "folder not found",
                    "name a folder that contains runs")));
        }
        return List.of();
    }

    private static List<RunRecord> ofCommand(List<RunRecord> all, @Nullable String command) {
        if (command == null) {
            return all;
        }
        List<RunRecord> selected = all.stream()
                .filter(run -> words(run.command()).equals(words(command)))
                .toList();
        if (selected.isEmpty() && !all.isEmpty()) {
            TreeSet<String> known = all.stream()
                    .filter(run -> run.status() != null)
                    .map(RunRecord::command)
                    .collect(Collectors.toCollection(TreeSet::new));
            String nearest = Suggestion.didYouMean(command, List.copyOf(known));
            throw new ConfigException(List.of(Arguments.usage(
                    "--command",
                    command,
                    "no run of the command '" + command + "'",
                    nearest.isEmpty() ? "there are runs of " + String.join(", ", known) : nearest)));
        }
        return selected;
    }

    /** Returns the command of a damaged run, for which only the folder name is known. Dashes in it separate the words of the command. */
    private static String words(String command) {
        return command.replace('-', ' ');
    }

    private static String json(List<RunRecord> runs) {
        return runs.stream()
                .map(run -> "\n  " + RunJson.line(RunJson.summary(run)))
                .collect(Collectors.joining(",", "[", runs.isEmpty() ? "]" : "\n]"));
    }

    private static String nothing(Path folder, int all) {
        return all == 0
                ? "no runs in " + folder + "; 'alchemi --help' lists the commands that start one"
                : "none of the " + all + " runs in " + folder + " matches; leave out a filter";
    }
}
