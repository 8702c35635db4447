package io.alchemi.training.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.report.RunReport;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the report page of a sweep. */
@Command("sweep report")
public final class SweepReport implements CommandAction<SweepReport.Options> {
    /** Maximum number of curves. More make a page slow and unreadable. */
    private static final int MOST_CURVES = 10;

    /** A command. */
    public SweepReport() {}

    /**
     * Write a page about a sweep for a browser: the objective over each key, all trials, and curves.
     *
     * @param sweep the folder of a sweep, its name, its file, or 'last'
     * @param output file for the page; by default report.html in the folder of the sweep
     */
    @ConfigRecord
    public record Options(
            @Operand @Default("last") String sweep,
            @Flag(shortName = "o") @Nullable Path output) {}

    @Override
    public List<String> completions(String key) {
        return key.equals("sweep") ? SweepFolder.names() : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        SweepSummary sweep = SweepSummary.read(SweepFolder.find(options.sweep(), context.err()));
        Path output = options.output();
        Path file = output == null ? sweep.folder().path().resolve(RunFiles.REPORT) : output;
        RunReport.write(shown(sweep), json(sweep), file);
        context.out().println(EscapedText.of(file.toString()));
        return ExitCode.FINE;
    }

    /** Returns the runs of the best trials, or of the first ones if there is no objective. */
    private static List<RunRecord> shown(SweepSummary sweep) {
        List<TrialRecord> trials = new ArrayList<>(sweep.trials());
        Objective objective = sweep.head().objective();
        if (objective != null) {
            trials.sort(objective.bestFirst());
        }
        return trials.stream()
                .map(TrialRecord::run)
                .filter(run -> run.status() != null)
                .limit(MOST_CURVES)
                .toList();
    }

    private static JsonObject json(SweepSummary sweep) {
        JsonObject json = new JsonObject();
        json.addProperty("name", sweep.folder().name());
        json.addProperty("command", sweep.head().command());
        Objective objective = sweep.head().objective();
        if (objective != null) {
            JsonObject compared = new JsonObject();
            compared.addProperty("metric", objective.metric());
            compared.addProperty("goal", objective.goal() == MetricGoal.MAXIMIZE ? "max" : "min");
            json.add("objective", compared);
        }
        JsonArray keys = new JsonArray();
        sweep.head().keys().forEach(keys::add);
        json.add("keys", keys);
        TrialRecord best = sweep.best();
        json.addProperty("best", best == null ? null : best.trial().index());
        JsonArray trials = new JsonArray();
        sweep.trials().forEach(trial -> trials.add(json(trial, sweep.head().keys())));
        json.add("trials", trials);
        return json;
    }

    private static JsonObject json(TrialRecord trial, List<String> keys) {
        JsonObject json = new JsonObject();
        json.addProperty("trial", trial.trial().index());
        json.addProperty("state", trial.state().toString());
        json.addProperty("objective", trial.objective());
        json.addProperty("reason", trial.reason());
        JsonArray values = new JsonArray();
        keys.forEach(key -> values.add(trial.trial().values().getOrDefault(key, "")));
        json.add("values", values);
        return json;
    }
}
