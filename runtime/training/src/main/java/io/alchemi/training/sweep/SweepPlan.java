package io.alchemi.training.sweep;

import io.alchemi.command.CommandException;
import io.alchemi.command.Console;
import io.alchemi.command.DiagnosticPrinter;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.config.ConfigException;
import io.alchemi.config.layer.Setting;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.folder.InputChecksums;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunLock;
import io.alchemi.training.runs.ResolvedValue;
import io.alchemi.training.runs.RunFinder;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the folder of a sweep, so that its trials do not depend on files outside it. */
final class SweepPlan {
    private final SweepFile sweep;
    private final SweepFolder folder;

    private SweepPlan(SweepFile sweep, SweepFolder folder) {
        this.sweep = sweep;
        this.folder = folder;
    }

    /** Reads a sweep file, and prints warnings. */
    static SweepFile read(Path file, List<Setting> settings, PrintStream err) {
        Map<String, String> environment = System.getenv();
        SweepFile sweep = SweepFile.read(file, settings, environment);
        DiagnosticPrinter.print(sweep.warnings(), new Console(err, err, false, environment));
        return sweep;
    }

    /**
     * Returns the folder of a sweep.
     *
     * @param stated the name given by the user, or null for the name of the file
     * @throws ConfigException if the name is invalid or has another meaning
     */
    static SweepFolder folder(Path file, @Nullable String stated) {
        if (stated == null && isUnnamed(file)) {
            throw new ConfigException(List.of(Arguments.usage(
                    file.toString(), "a sweep from standard input or a pipe has no name", "give it one with --name")));
        }
        String name = stated == null ? SweepFolder.nameOf(file) : stated;
        if (name.isEmpty() || name.startsWith(".") || name.equals(RunFinder.LAST)) {
            throw new ConfigException(List.of(Arguments.usage(
                    file.toString(),
                    "a sweep cannot have the name '" + name + "'",
                    "give it another one with --name")));
        }
        return new SweepFolder(SweepFolder.root().resolve(name));
    }

    /** Returns true for standard input and pipes, which have no name of their own. */
    private static boolean isUnnamed(Path file) {
        return file.toString().equals(ConfigLayers.STANDARD_INPUT)
                || (Files.exists(file) && !Files.isRegularFile(file));
    }

    /**
     * Freezes the base configuration and adds new trials. Existing trials keep their indexes and results.
     *
     * @param trials values of each trial, by id
     * @param isNamed true if the user named the sweep, so that its name is not that of its file
     * @throws CommandException if the folder belongs to another command or file, or the base configuration has changed since the sweep
     *     started
     * @throws IOException if the folder cannot be written, or another process plans the same sweep
     */
    static void write(SweepFile sweep, Map<String, Map<String, String>> trials, SweepFolder folder, boolean isNamed)
            throws IOException {
        Files.createDirectories(folder.path());
        RunLock lock = RunLock.acquire(folder.path());
        try {
            SweepPlan plan = new SweepPlan(sweep, folder);
            List<String> jobs = List.of();
            if (folder.exists()) {
                plan.requireSameSweep(isNamed);
                jobs = folder.head().jobs();
            }
            plan.freeze();
            Files.createDirectories(folder.logs());
            AtomicFile.replace(folder.file(), sweep.text());
            folder.write(merge(folder.trials(), trials));
            folder.write(new SweepFolder.Head(
                    sweep.command().name(),
                    sweep.config().threads(),
                    sweep.objective(),
                    sweep.axes().stream().map(SweepAxis::key).toList(),
                    jobs,
                    isUnnamed(sweep.file()) ? null : folder.relative(sweep.file())));
        } finally {
            lock.close();
        }
    }

    private void requireSameSweep(boolean isNamed) throws IOException {
        SweepFolder.Head before = folder.head();
        if (!before.command().equals(sweep.command().name())) {
            throw new CommandException(folder.path() + " is a sweep of 'alchemi " + before.command()
                    + "'; give this one another name with --name");
        }
        Path file = before.file() == null ? null : folder.resolved(before.file());
        if (!isNamed && file != null && isOther(file)) {
            throw new CommandException(folder.path() + " is the sweep of the file " + file
                    + "; give this one another name with --name, or continue that sweep with --name " + folder.name());
        }
    }

    /** Returns true if a file still exists and is not that of this sweep. Its folder may have been renamed. */
    private boolean isOther(Path file) throws IOException {
        return Files.exists(file) && !Files.isSameFile(file, sweep.file());
    }

    private static List<Trial> merge(List<Trial> before, Map<String, Map<String, String>> now) {
        List<Trial> all = new ArrayList<>();
        Map<String, Map<String, String>> left = new LinkedHashMap<>(now);
        for (Trial trial : before) {
            Map<String, String> values = left.remove(trial.id());
            all.add(new Trial(trial.index(), trial.id(), values == null ? trial.values() : values, values != null));
        }
        left.forEach((id, values) -> all.add(new Trial(all.size(), id, values, true)));
        return all;
    }

    /** Writes the configuration and its inputs, or compares them with those of the start of the sweep. */
    private void freeze() throws IOException {
        Path now = folder.path().resolve("base.new");
        RunFiles.delete(now);
        Files.createDirectories(now);
        sweep.command().writeConfiguration(sweep.base(), sweep.config().config(), now);
        if (!folder.exists()) {
            RunFiles.delete(folder.base());
            Files.move(now, folder.base(), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        List<String> differences = differences(folder.base(), now);
        RunFiles.delete(now);
        if (!differences.isEmpty()) {
            throw new CommandException("the base configuration has changed since the sweep in " + folder.path()
                    + " started:\n  " + String.join("\n  ", differences)
                    + "\n  restore it, or give the sweep another name with --name");
        }
    }

    private static List<String> differences(Path before, Path now) throws IOException {
        Map<String, ResolvedValue> old = RunRecord.open(before).configuration();
        Map<String, ResolvedValue> current = RunRecord.open(now).configuration();
        Set<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(current.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String was = text(old.get(key));
            String is = text(current.get(key));
            if (!was.equals(is)) {
                ResolvedValue value = current.get(key);
                differences.add(
                        key + " was " + was + ", is " + is + (value == null ? "" : "  (" + value.origin() + ")"));
            }
        }
        Map<String, String> checksums = InputChecksums.read(now);
        InputChecksums.read(before).forEach((input, checksum) -> {
            if (!checksums.getOrDefault(input, checksum).equals(checksum)) {
                differences.add(input + ": the file has another content; the former one is " + before.resolve(input));
            }
        });
        return differences;
    }

    private static String text(@Nullable ResolvedValue value) {
        return value == null ? "not set" : value.text();
    }
}
