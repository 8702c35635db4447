package io.alchemi.training.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.report.Curve.Point;
import io.alchemi.training.runs.ResolvedValue;
import io.alchemi.training.runs.RunRecord;
import io.alchemi.training.runs.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison of runs: the keys whose values differ, and the last, smallest and largest values of the metrics. */
public final class RunComparison {
    private static final int LETTERS = 26;

    private final List<ReportRun> runs;

    private RunComparison(List<ReportRun> runs) {
        this.runs = runs;
    }

    /**
     * Reads runs. Missing or damaged files are left out.
     *
     * @param records the runs
     */
    public static RunComparison of(List<RunRecord> records) {
        return new RunComparison(ReportRun.readAll(records));
    }

    /** Returns the comparison as lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(heads());
        List<ComparedKey> differing = differing();
        lines.add("");
        lines.add(differing.isEmpty() ? "No key of the configuration differs." : "Keys that differ:");
        lines.addAll(keys(differing));
        addMetrics("Metrics of the steps:", curves(ReportRun::steps), lines);
        addMetrics("Metrics of the evaluations:", curves(ReportRun::evaluations), lines);
        for (int i = 0; i < runs.size(); i++) {
            for (String part : runs.get(i).missing()) {
                lines.add("");
                lines.add("Not shown of " + letter(i) + ": " + part);
            }
        }
        return lines;
    }

    private List<String> heads() {
        TextTable table = new TextTable();
        for (int i = 0; i < runs.size(); i++) {
            ReportRun run = runs.get(i);
            RunStatus status = run.record().status();
            String progress = status == null ? "" : "step " + status.step() + " of " + status.steps();
            table.row(letter(i), run.record().id(), run.record().state().toString(), progress);
        }
        return table.lines();
    }

    private List<ComparedKey> differing() {
        return ComparedKey.of(runs.stream().map(ReportRun::configuration).toList()).stream()
                .filter(ComparedKey::differs)
                .toList();
    }

    private static List<String> keys(List<ComparedKey> keys) {
        TextTable table = new TextTable();
        for (ComparedKey key : keys) {
            for (int i = 0; i < key.values().size(); i++) {
                ResolvedValue value = key.values().get(i);
                String origin = value == null || value.origin().isEmpty() ? "" : "# " + value.origin();
                table.row("  " + (i == 0 ? key.key() : ""), letter(i), value == null ? "-" : value.text(), origin);
            }
        }
        return table.lines();
    }

    private List<Map<String, Curve>> curves(Function<ReportRun, RunMetrics> file) {
        return runs.stream().map(run -> file.apply(run).curves()).toList();
    }

    private static Set<String> names(List<Map<String, Curve>> curves) {
        Set<String> names = new LinkedHashSet<>();
        curves.forEach(run -> names.addAll(run.keySet()));
        return names;
    }

    private static void addMetrics(String title, List<Map<String, Curve>> curves, List<String> lines) {
        Set<String> names = names(curves);
        if (names.isEmpty()) {
            return;
        }
        TextTable table = new TextTable();
        table.row("  metric", "", "last", "min", "at step", "max", "at step");
        for (String name : names) {
            for (int i = 0; i < curves.size(); i++) {
                Curve curve = curves.get(i).get(name);
                Point min = curve == null ? null : curve.min();
                Point max = curve == null ? null : curve.max();
                table.row(
                        "  " + (i == 0 ? name : ""),
                        letter(i),
                        number(curve == null ? null : curve.last()),
                        number(min == null ? null : min.value()),
                        min == null ? "-" : Long.toString(min.step()),
                        number(max == null ? null : max.value()),
                        max == null ? "-" : Long.toString(max.step()));
            }
        }
        lines.add("");
        lines.add(title);
        lines.addAll(table.lines());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : Progress.number(value);
    }

    /** Returns the letter that stands for a run in the page and the table. */
    private static String letter(int run) {
        String last = String.valueOf((char) ('A' + run % LETTERS));
        return run < LETTERS ? last : (char) ('A' + run / LETTERS - 1) + last;
    }

    /** Returns the comparison as a JSON object. */
    public String json() {
        JsonObject all = new JsonObject();
        JsonArray heads = new JsonArray();
        for (ReportRun run : runs) {
            JsonObject head = new JsonObject();
            head.addProperty("run", run.record().id());
            head.addProperty("state", run.record().state().toString());
            heads.add(head);
        }
        all.add("runs", heads);
        JsonArray keys = new JsonArray();
        for (ComparedKey key : differing()) {
            JsonObject row = new JsonObject();
            row.addProperty("key", key.key());
            row.add("values", array(key.values(), RunComparison::json));
            keys.add(row);
        }
        all.add("keys", keys);
        all.add("metrics", metrics(curves(ReportRun::steps)));
        all.add("evaluations", metrics(curves(ReportRun::evaluations)));
        return new GsonBuilder()
                .serializeNulls()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(all);
    }

    private static JsonArray metrics(List<Map<String, Curve>> curves) {
        JsonArray metrics = new JsonArray();
        for (String name : names(curves)) {
            List<@Nullable Curve> ofRuns = new ArrayList<>();
            curves.forEach(run -> ofRuns.add(run.get(name)));
            JsonObject metric = new JsonObject();
            metric.addProperty("metric", name);
            metric.add("values", array(ofRuns, RunComparison::json));
            metrics.add(metric);
        }
        return metrics;
    }

    private static <T> JsonArray array(List<@Nullable T> values, Function<T, JsonObject> json) {
        JsonArray array = new JsonArray();
        for (T value : values) {
            JsonElement element = value == null ? JsonNull.INSTANCE : json.apply(value);
            array.add(element);
        }
        return array;
    }

    private static JsonObject json(ResolvedValue value) {
        JsonObject json = new JsonObject();
        json.addProperty("value", value.text());
        json.addProperty("origin", value.origin());
        return json;
    }

    private static JsonObject json(Curve curve) {
        JsonObject json = new JsonObject();
        json.addProperty("last", curve.last());
        Point min = curve.min();
        Point max = curve.max();
        json.addProperty("min", min == null ? null : min.value());
        json.addProperty("min_step", min == null ? null : min.step());
        json.addProperty("max", max == null ? null : max.value());
        json.addProperty("max_step", max == null ? null : max.step());
        return json;
    }
}
