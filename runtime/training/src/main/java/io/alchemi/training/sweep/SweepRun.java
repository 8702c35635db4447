package io.alchemi.training.sweep;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.layer.Setting;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Operand;
import io.alchemi.schema.Range;
import io.alchemi.training.folder.RunLock;
import io.alchemi.training.runs.RunName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs or resumes the trials of a sweep. */
@Command("sweep run")
public final class SweepRun implements CommandAction<SweepRun.Options> {
    /** A command. */
    public SweepRun() {}

    /** Launcher of trials. */
    public enum Launcher {
        /** in processes on this machine, until all have ended */
        LOCAL,
        /** in a job array of Slurm; the command returns at once */
        SLURM
    }

    /**
     * Run the trials of a sweep, or resume those that have not finished.
     *
     * @param file the sweep file, or - for the standard input
     * @param launcher where the trials run
     * @param slots number of trials that run at the same time; by default as many as the cores allow, and on Slurm no limit
     * @param name name of the sweep's folder; by default the name of the file
     * @param dryRun print the trials without starting them
     * @param retryFailed run failed trials again
     * @param partition Slurm partition
     * @param time time limit of a trial on Slurm; a trial that needs more is saved and resumed in another job
     * @param memory memory of a trial on Slurm, such as 4G
     * @param account Slurm account
     * @param sbatch a further option of sbatch, such as --qos=low
     */
    @ConfigRecord
    public record Options(
            @Operand @Example("configs/sweeps/alignment.sweep.yaml")
            Path file,

            @Flag @Default("local") Launcher launcher,

            @Flag @Range(min = 1, max = 10_000) @Nullable Integer slots,

            @Flag @Matches(value = RunName.USER_NAME, describedAs = RunName.USER_NAME_IN_WORDS) @Nullable
            String name,

            @Flag @Default("false") boolean dryRun,
            @Flag @Default("false") boolean retryFailed,
            @Flag @Nullable String partition,
            @Flag @Nullable Duration time,
            @Flag @Nullable String memory,
            @Flag @Nullable String account,

            @Flag @Default("[]") @Matches(value = SweepConfig.SBATCH, describedAs = "an option, such as --qos=low")
            List<String> sbatch) {}

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        List<Setting> settings = settings(options);
        if (options.launcher() == Launcher.LOCAL
                && !(settings.isEmpty() && options.sbatch().isEmpty())) {
            String option =
                    settings.isEmpty() ? "--sbatch" : settings.get(0).document().name();
            throw new ConfigException(List.of(Arguments.usage(
                    option, option + " has no effect on this machine", "add --launcher slurm, or delete it")));
        }
        SweepFolder folder = SweepPlan.folder(options.file(), options.name());
        SweepFile sweep = SweepPlan.read(options.file(), settings, context.err());
        Map<String, Map<String, String>> trials = PlannedTrials.of(sweep);
        if (options.dryRun()) {
            TrialTable.planned(sweep, List.copyOf(trials.values())).forEach(context.out()::println);
            return ExitCode.FINE;
        }
        SweepPlan.write(sweep, trials, folder, options.name() != null);
        SweepSummary summary = SweepSummary.read(folder);
        List<TrialRecord> pending = pending(summary, options.retryFailed());
        return options.launcher() == Launcher.SLURM
                ? submit(sweep, summary, pending, options, context)
                : runHere(sweep, summary, pending, options, context);
    }

    private static List<Setting> settings(Options options) {
        List<Setting> settings = new ArrayList<>();
        add(settings, "partition", options.partition());
        add(settings, "time", options.time() == null ? null : options.time().toString());
        add(settings, "memory", options.memory());
        add(settings, "account", options.account());
        return settings;
    }

    private static void add(List<Setting> settings, String option, @Nullable String value) {
        if (value != null) {
            settings.add(Setting.ofFlag("--" + option, "slurm." + option, value));
        }
    }

    /** Returns the trials to start or to wait for. */
    private static List<TrialRecord> pending(SweepSummary summary, boolean retryFailed) {
        List<TrialRecord> pending = new ArrayList<>();
        for (TrialRecord record : summary.trials()) {
            TrialState state = record.state();
            boolean isRetried = retryFailed && record.isToBeRetried();
            if (state.isToBeStarted() || state == TrialState.RUNNING || isRetried) {
                pending.add(record);
            }
        }
        return pending;
    }

    private static int runHere(
            SweepFile sweep, SweepSummary summary, List<TrialRecord> pending, Options options, CommandContext context)
            throws IOException {
        SweepFolder folder = summary.folder();
        int threads = sweep.config().threads();
        Integer stated = options.slots();
        int slots = stated != null ? stated : Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
        List<Trial> trials = pending.stream().map(TrialRecord::trial).toList();
        int done = summary.trials().size() - trials.size();
        context.out()
                .println("sweep " + folder.path() + ": " + pending.size() + " of "
                        + SweepSummary.counted(summary.trials().size()) + " to run, " + slots + " at a time, " + threads
                        + (threads == 1 ? " thread each" : " threads each"));
        RunLock lock = RunLock.acquire(folder.path());
        int code;
        try {
            code = new LocalLauncher(folder, sweep.objective(), trials, done, context.out(), context.err()).run(slots);
        } finally {
            lock.close();
        }
        SweepSummary after = SweepSummary.read(folder);
        after.lines().forEach(context.out()::println);
        boolean hasFailed = !after.failures().isEmpty();
        return code == ExitCode.FINE && hasFailed ? ExitCode.FAILED : code;
    }

    private static int submit(
            SweepFile sweep, SweepSummary summary, List<TrialRecord> pending, Options options, CommandContext context)
            throws IOException {
        if (!summary.isQueueKnown()) {
            throw new CommandException("squeue does not answer, so trials might be submitted twice; try again");
        }
        List<Trial> waiting = pending.stream()
                .filter(record -> record.state() != TrialState.RUNNING)
                .map(TrialRecord::trial)
                .toList();
        SweepFolder folder = summary.folder();
        if (waiting.isEmpty()) {
            context.out().println("no trial to submit");
        } else {
            Integer slots = options.slots();
            String job = new SlurmLauncher(
                            folder, slurm(sweep, options), sweep.config().threads())
                    .submit(waiting, slots == null ? 0 : slots);
            folder.write(summary.head().withJob(job));
            context.out()
                    .println("submitted job " + job + " with " + SweepSummary.counted(waiting.size())
                            + "; stop it with: scancel " + job);
        }
        SweepSummary.read(folder).lines().forEach(context.out()::println);
        return ExitCode.FINE;
    }

    private static SweepConfig.Slurm slurm(SweepFile sweep, Options options) {
        SweepConfig.Slurm stated = sweep.config().slurm();
        List<String> sbatch = new ArrayList<>(stated.sbatch());
        sbatch.addAll(options.sbatch());
        return new SweepConfig.Slurm(stated.partition(), stated.time(), stated.memory(), stated.account(), sbatch);
    }
}
