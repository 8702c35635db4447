package io.alchemi.training.runs;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the folders of runs, {@code runs/<command>/<name>}; see {@link RunName}. */
public final class RunFinder {
    /** The name that stands for the newest run. */
    public static final String LAST = "last";

    /** Maximum number of candidates in an error message. */
    private static final int MOST_CANDIDATES = 8;

    private RunFinder() {}

    /** Returns the folder of all runs: {@code runs} in the working directory, or the system property {@code alchemi.runs}. */
    public static Path root() {
        return Path.of(System.getProperty("alchemi.runs", "runs"));
    }

    /** Returns the names of all runs, newest first, and {@link #LAST}, for shell completion; empty if there are no runs. */
    public static List<String> names() {
        return names(root());
    }

    /** Returns the names of the runs below a folder, newest first, and {@link #LAST}; empty if there are no runs. */
    public static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        try {
            for (Path child : folders(folder)) {
                for (Path run : isRun(child) ? List.of(child) : runsOf(child)) {
                    names.add(name(run));
                }
            }
        } catch (IOException e) {
            return List.of(); // Shell completion reports no problems.
        }
        names.sort(Comparator.reverseOrder());
        if (!names.isEmpty()) {
            names.add(LAST);
        }
        return names;
    }

    /**
     * Returns the runs below a folder, oldest first.
     *
     * @param folder a folder of runs, a folder of such folders, or a run
     * @throws IOException if the folder cannot be read
     */
    public static List<RunRecord> in(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (RunRecord.isRun(folder)) {
            found.add(folder);
        } else {
            for (Path child : folders(folder)) {
                if (isRun(child)) {
                    found.add(child);
                } else {
                    found.addAll(runsOf(child));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((Path path) -> name(path)).thenComparing(Path::toString))
                .map(RunRecord::open)
                .toList();
    }

    /** Returns the runs of a command. A folder that cannot be read is listed as a damaged run. */
    private static List<Path> runsOf(Path command) {
        try {
            return folders(command).stream().filter(RunFinder::isRun).toList();
        } catch (IOException e) {
            return List.of(command);
        }
    }

    /**
     * Returns the runs with the names given by a user, see {@link #find(String)}.
     *
     * @throws ConfigException if a name matches no run or more than one
     */
    public static List<RunRecord> findAll(List<String> names) {
        List<RunRecord> runs = new ArrayList<>();
        for (String name : names) {
            runs.add(find(name));
        }
        return runs;
    }

    /**
     * Returns the run with a name given by a user.
     *
     * @param run a folder; the name of a run folder; an unambiguous beginning of the name, or of a part of it after a dash, such as its
     *     four characters or the {@code --name}; or {@code last} for the newest run
     * @throws ConfigException if no run or more than one matches, or the folder of all runs cannot be read
     */
    public static RunRecord find(String run) {
        return find("", run, root());
    }

    /**
     * Returns the run with a name given by a user.
     *
     * @param option the option before the name, for messages; empty for an argument
     * @param run    see {@link #find(String)}
     * @param root   the folder to search, for example that of one command
     * @throws ConfigException if no run or more than one matches, or the folder cannot be read
     */
    public static RunRecord find(String option, String run, Path root) {
        Path folder = asPath(run);
        if (folder != null && RunRecord.isRun(folder)) {
            return RunRecord.open(folder);
        }
        SourceLocation place = Arguments.place(option, run);
        List<RunRecord> all = readable(root, place);
        if (run.equals(LAST) && !all.isEmpty()) {
            return newest(all);
        }
        List<RunRecord> matching = matching(run, all);
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new ConfigException(
                List.of(matching.isEmpty() ? unknown(place, run, all, root) : ambiguous(place, run, matching)));
    }

    private static List<RunRecord> readable(Path root, SourceLocation place) {
        try {
            return Files.isDirectory(root) ? in(root) : List.of();
        } catch (IOException e) {
            throw new ConfigException(
                    List.of(new Diagnostic(DiagnosticId.NO_SUCH_FILE, place, FileProblem.describe(e), "")));
        }
    }

    /** Returns the run with the latest time in its folder name, or the last one by name if none has a time. */
    private static RunRecord newest(List<RunRecord> all) {
        return all.stream()
                .filter(one -> RunName.parse(one.id()) != null)
                .reduce((earlier, later) -> later)
                .orElse(all.get(all.size() - 1));
    }

    private static @Nullable Path asPath(String run) {
        try {
            return run.isEmpty() ? null : Path.of(run);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Returns the runs with exactly this name, else those with an equal part, else those with a name or part that begins with it. */
    private static List<RunRecord> matching(String run, List<RunRecord> all) {
        if (run.isEmpty()) {
            return List.of();
        }
        List<RunRecord> exact = all.stream().filter(one -> one.id().equals(run)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<RunRecord> parts = all.stream()
                .filter(one -> run.equals(characters(one)) || run.equals(userName(one)))
                .toList();
        if (!parts.isEmpty()) {
            return parts;
        }
        return all.stream()
                .filter(one -> one.id().startsWith(run)
                        || characters(one).startsWith(run)
                        || userName(one).startsWith(run)
                        || one.id().endsWith("-" + run))
                .toList();
    }

    private static Diagnostic ambiguous(SourceLocation place, String run, List<RunRecord> matching) {
        return new Diagnostic(
                DiagnosticId.USAGE,
                place,
                "'" + run + "' names " + matching.size() + " runs",
                "write more of the name",
                newestOf(matching));
    }

    private static Diagnostic unknown(SourceLocation place, String run, List<RunRecord> all, Path root) {
        List<String> known = new ArrayList<>(List.of(LAST));
        all.forEach(one -> known.addAll(List.of(one.id(), characters(one), userName(one))));
        known.removeIf(String::isEmpty);
        String nearest = Suggestion.nearest(run, known);
        String label = "name one of these runs";
        if (all.isEmpty()) {
            label = "there are no runs in " + root + "; name the folder of a run";
        } else if (nearest != null) {
            label = "did you mean '" + nearest + "'?";
        }
        List<String> listed = nearest == null ? newestOf(all) : List.of();
        return new Diagnostic(DiagnosticId.NO_SUCH_FILE, place, absence(run, root), label, listed);
    }

    private static String absence(String run, Path root) {
        Path path = asPath(run);
        if (path != null && Files.isDirectory(path)) {
            return "the folder is not a run";
        }
        if (path != null && Files.exists(path)) {
            return "is not a folder";
        }
        return path != null && path.getNameCount() > 1 ? "folder not found" : "no run '" + run + "' in " + root;
    }

    /** Returns a line for each of the newest runs. */
    private static List<String> newestOf(List<RunRecord> runs) {
        List<String> lines = new ArrayList<>(runs.stream()
                .sorted(Comparator.comparing(RunRecord::id).reversed())
                .limit(MOST_CANDIDATES)
                .map(one -> one.folder().toString())
                .toList());
        if (runs.size() > MOST_CANDIDATES) {
            lines.add("and " + (runs.size() - MOST_CANDIDATES) + " older ones");
        }
        return lines;
    }

    /** Returns the four characters in the folder name of a run, or an empty string if the name has another format. */
    static String characters(RunRecord run) {
        RunName name = RunName.parse(run.id());
        return name == null ? "" : name.characters();
    }

    /** Returns the user's name for a run from its folder name; empty if there is none or the folder name has another format. */
    private static String userName(RunRecord run) {
        RunName name = RunName.parse(run.id());
        return name == null ? "" : name.userName();
    }

    private static boolean isRun(Path folder) {
        return RunName.parse(name(folder)) != null || (RunRecord.isRun(folder) && !isBaseOfSweep(folder));
    }

    private static boolean isBaseOfSweep(Path folder) {
        return name(folder).equals(RunFiles.SWEEP_BASE) && Files.exists(folder.resolveSibling(RunFiles.SWEEP));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> folders(Path folder) throws IOException {
        return RunFiles.list(folder, "[!.]*").stream()
                .filter(Files::isDirectory)
                .toList();
    }
}
