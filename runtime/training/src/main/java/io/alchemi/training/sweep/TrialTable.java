package io.alchemi.training.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.progress.ExpectedDuration;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.runs.CsvText;
import io.alchemi.training.runs.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats the trials of a sweep: a table for people, CSV or JSON. */
final class TrialTable {
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private static final String NONE = "-";

    private TrialTable() {}

    /** Returns a table of trials that were not started yet, in the order of the sampler. */
    static List<String> planned(SweepFile sweep, List<Map<String, String>> trials) {
        List<String> keys = sweep.axes().stream().map(SweepAxis::key).toList();
        TextTable table = new TextTable();
        table.row(keys.toArray(new String[0]));
        for (Map<String, String> values : trials) {
            table.row(keys.stream().map(key -> values.getOrDefault(key, NONE)).toArray(String[]::new));
        }
        return table.lines();
    }

    /** Returns the table of all trials. */
    static List<String> lines(SweepSummary sweep) {
        TextTable table = new TextTable();
        List<String> head = head(sweep);
        for (int i : List.of(0, 1, 2, 3, head.size() - 1)) { // The other columns are named after metrics and keys.
            head.set(i, head.get(i).toUpperCase(Locale.ROOT));
        }
        table.row(head.toArray(new String[0]));
        sweep.trials().forEach(trial -> table.row(row(sweep, trial, true).toArray(new String[0])));
        return table.lines();
    }

    /** Returns a header and one line per trial. */
    static List<String> csv(SweepSummary sweep) {
        List<String> lines = new ArrayList<>();
        lines.add(CsvText.line(head(sweep)));
        sweep.trials().forEach(trial -> lines.add(CsvText.line(row(sweep, trial, false))));
        return lines;
    }

    private static List<String> head(SweepSummary sweep) {
        List<String> cells = new ArrayList<>(List.of("trial", "state", "step", "time"));
        Objective objective = sweep.head().objective();
        if (objective != null) {
            cells.add(objective.metric());
        }
        cells.addAll(sweep.head().keys());
        cells.add("reason");
        return cells;
    }

    /** Returns the cells of a trial: rounded for people, otherwise with all digits; empty if there is no value. */
    private static List<String> row(SweepSummary sweep, TrialRecord trial, boolean forPeople) {
        RunStatus status = trial.run().status();
        Double objective = trial.objective();
        String none = forPeople ? NONE : "";
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(trial.trial().index()));
        cells.add(trial.state().toString());
        cells.add(status == null ? none : status.step() + (forPeople ? "/" + status.steps() : ""));
        cells.add(
                status == null
                        ? none
                        : forPeople ? ExpectedDuration.inWords(status.seconds()) : Double.toString(status.seconds()));
        if (sweep.head().objective() != null) {
            cells.add(objective == null ? none : forPeople ? Progress.number(objective) : objective.toString());
        }
        for (String key : sweep.head().keys()) {
            cells.add(trial.trial().values().getOrDefault(key, none));
        }
        cells.add(trial.reason());
        return cells;
    }

    /** Returns a JSON array with one object per line for each trial. */
    static String json(SweepSummary sweep) {
        List<String> objects = new ArrayList<>();
        sweep.trials().forEach(trial -> objects.add("\n  " + JSON.toJson(object(sweep, trial))));
        return "[" + String.join(",", objects) + (objects.isEmpty() ? "]" : "\n]");
    }

    private static JsonObject object(SweepSummary sweep, TrialRecord trial) {
        JsonObject json = new JsonObject();
        json.addProperty("trial", trial.trial().index());
        json.addProperty("state", trial.state().toString());
        json.addProperty("folder", sweep.folder().run(trial.trial()).toString());
        json.add("values", JSON.toJsonTree(trial.trial().values()));
        json.addProperty("objective", trial.objective());
        RunStatus status = trial.run().status();
        json.addProperty("step", status == null ? null : Long.valueOf(status.step()));
        json.addProperty("seconds", status == null ? null : Double.valueOf(status.seconds()));
        json.addProperty("reason", trial.reason().isEmpty() ? null : trial.reason());
        return json;
    }
}
