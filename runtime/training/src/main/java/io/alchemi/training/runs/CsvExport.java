package io.alchemi.training.runs;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs as one CSV table (RFC 4180) with the columns run, step and time, the metrics of the steps, and the evaluations as
 * {@code eval_NAME}. An evaluation is in the row of its step. Values that are missing or not finite are empty.
 */
final class CsvExport {
    private static final String EVALUATION = "eval_";

    private final List<RunRecord> runs;
    private final Set<String> metrics = new LinkedHashSet<>();
    private final Set<String> evaluations = new LinkedHashSet<>();

    private CsvExport(List<RunRecord> runs) {
        this.runs = runs;
    }

    /**
     * Returns the export of some runs.
     *
     * @throws IOException if the metrics of a run cannot be read
     */
    static CsvExport of(List<RunRecord> runs) throws IOException {
        CsvExport export = new CsvExport(runs);
        for (RunRecord run : runs) {
            export.metrics.addAll(run.metrics().names());
            export.evaluations.addAll(run.evaluations().names());
        }
        return export;
    }

    /** Writes the table. Only the metrics of one run are in memory at a time. */
    void write(Appendable out) throws IOException {
        out.append("run,step,time");
        for (String name : metrics) {
            out.append(',').append(CsvText.cell(name));
        }
        for (String name : evaluations) {
            out.append(',').append(CsvText.cell(EVALUATION + name));
        }
        out.append(CsvText.LINE_BREAK);
        for (RunRecord run : runs) {
            write(run.id(), run.metrics(), run.evaluations(), out);
        }
    }

    /** Merges steps and evaluations, which are both sorted by step. */
    private void write(String id, MetricTable steps, MetricTable evaluated, Appendable out) throws IOException {
        int step = 0;
        int evaluation = 0;
        while (step < steps.rows() || evaluation < evaluated.rows()) {
            long number = Math.min(number(steps, step), number(evaluated, evaluation));
            boolean hasStep = number(steps, step) == number;
            boolean hasEvaluation = number(evaluated, evaluation) == number;
            Instant time = hasStep ? steps.time(step) : evaluated.time(evaluation);
            out.append(CsvText.cell(id))
                    .append(',')
                    .append(Long.toString(number))
                    .append(',')
                    .append(shown(time));
            values(metrics, steps, hasStep ? step : -1, out);
            values(evaluations, evaluated, hasEvaluation ? evaluation : -1, out);
            out.append(CsvText.LINE_BREAK);
            step += hasStep ? 1 : 0;
            evaluation += hasEvaluation ? 1 : 0;
        }
    }

    private static long number(MetricTable table, int row) {
        return row < table.rows() ? table.step(row) : Long.MAX_VALUE;
    }

    private static String shown(@Nullable Instant time) {
        return time == null ? "" : MetricTable.TIME.format(time);
    }

    private static void values(Set<String> names, MetricTable table, int row, Appendable out) throws IOException {
        for (String name : names) {
            double value = row < 0 ? Double.NaN : table.value(name, row);
            out.append(',').append(Double.isFinite(value) ? Double.toString(value) : "");
        }
    }
}
