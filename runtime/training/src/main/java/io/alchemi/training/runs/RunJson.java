package io.alchemi.training.runs;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.alchemi.training.folder.RunStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Runs as JSON, for scripts. */
final class RunJson {
    private static final Gson LINE =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Gson PRETTY = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private RunJson() {}

    /** Returns the list entry of a run. Every run has the same keys; missing values of damaged runs are null. */
    static JsonObject summary(RunRecord run) {
        RunStatus status = run.status();
        JsonObject summary = new JsonObject();
        summary.addProperty("run", run.id());
        summary.addProperty("folder", run.folder().toString());
        summary.addProperty("command", run.command());
        summary.addProperty("name", run.name().isEmpty() ? null : run.name());
        summary.addProperty("state", run.state().toString());
        summary.addProperty("damage", run.damage());
        summary.addProperty("step", status == null ? null : status.step());
        summary.addProperty("steps", status == null ? null : status.steps());
        summary.add("loss", number(status == null ? null : status.loss()));
        summary.add("seconds", number(status == null ? null : status.seconds()));
        summary.addProperty(
                "started", run.started() == null ? null : run.started().toString());
        summary.addProperty("ended", status == null ? null : status.ended());
        summary.addProperty("reason", status == null ? null : status.reason());
        return summary;
    }

    /**
     * Returns everything in the folder of a run, except its curves.
     *
     * @throws IOException if a file cannot be read
     */
    static JsonObject all(RunRecord run) throws IOException {
        JsonObject all = summary(run);
        RunStatus status = run.status();
        all.addProperty("checkpoint", status == null ? null : status.checkpoint());
        all.addProperty("exit_code", status == null ? null : status.exitCode());
        all.add("command_lines", LINE.toJsonTree(run.commandLines()));
        all.add("checkpoints", LINE.toJsonTree(run.checkpoints()));
        all.add("metrics", metrics(run.lastMetrics()));
        all.add("evaluation", metrics(run.lastEvaluation()));
        all.add("environment", run.environment());
        JsonObject configuration = new JsonObject();
        if (run.hasConfiguration()) {
            run.configuration().forEach((key, value) -> {
                JsonObject entry = new JsonObject();
                entry.addProperty("value", value.text());
                entry.addProperty("origin", value.origin());
                configuration.add(key, entry);
            });
        }
        all.add("configuration", configuration);
        return all;
    }

    private static JsonElement metrics(@Nullable MetricLine line) {
        if (line == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject metrics = new JsonObject();
        metrics.addProperty("step", line.step());
        metrics.addProperty("time", line.time() == null ? null : line.time().toString());
        line.values().forEach((name, value) -> metrics.add(name, number(value)));
        return metrics;
    }

    /** Returns a number, or null if it is missing or not finite. */
    static JsonElement number(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    /** Formats an element on one line. */
    static String line(JsonElement element) {
        return LINE.toJson(element);
    }

    /** Formats an element on several lines. */
    static String pretty(JsonElement element) {
        return PRETTY.toJson(element);
    }
}
