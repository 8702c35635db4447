package io.alchemi.training.report;

import com.google.gson.JsonObject;
import io.alchemi.training.folder.RunEnvironment;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.runs.ResolvedValue;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as shown in a report.
 *
 * @param record folder of the run
 * @param commandLines command lines that started and resumed the run
 * @param configuration values with origins, by path
 * @param environment values by path
 * @param steps the metrics of the steps
 * @param evaluations the metrics of the evaluations
 * @param missing messages about what cannot be shown
 */
record ReportRun(
        RunRecord record,
        List<String> commandLines,
        Map<String, ResolvedValue> configuration,
        Map<String, ResolvedValue> environment,
        RunMetrics steps,
        RunMetrics evaluations,
        List<String> missing) {

    /** Maximum number of points of all curves on a page, which keeps it below 2 MB. */
    private static final int POINTS_OF_STEPS = 30_000;

    private static final int POINTS_OF_EVALUATIONS = 10_000;

    /** Reads a part of a run. */
    private interface Reader<T> {
        T read() throws IOException;
    }

    /**
     * Reads a run. Parts that cannot be read are listed in {@code missing}.
     *
     * @param runs number of runs on the page
     */
    static ReportRun read(RunRecord record, int runs) {
        List<String> missing = new ArrayList<>();
        if (record.status() == null) {
            missing.add(String.valueOf(record.damage()));
        }
        return new ReportRun(
                record,
                part(RunFiles.COMMAND, record::commandLines, List.of(), missing),
                part(RunFiles.CONFIG, record::configuration, Map.of(), missing),
                part(RunFiles.ENVIRONMENT, () -> environment(record), Map.of(), missing),
                part(
                        RunFiles.METRICS,
                        () -> RunMetrics.of(record.metrics(), POINTS_OF_STEPS / runs),
                        RunMetrics.NONE,
                        missing),
                part(
                        RunFiles.EVALUATIONS,
                        () -> RunMetrics.of(record.evaluations(), POINTS_OF_EVALUATIONS / runs),
                        RunMetrics.NONE,
                        missing),
                missing);
    }

    /** Reads runs that are shown on one page. */
    static List<ReportRun> readAll(List<RunRecord> records) {
        return records.stream().map(record -> read(record, records.size())).toList();
    }

    private static Map<String, ResolvedValue> environment(RunRecord record) throws IOException {
        JsonObject environment = record.environment();
        if (environment == null) {
            throw new NoSuchFileException(RunFiles.ENVIRONMENT);
        }
        Map<String, ResolvedValue> values = new LinkedHashMap<>();
        RunEnvironment.byPath(environment).forEach((path, text) -> values.put(path, new ResolvedValue(text, "")));
        return values;
    }

    private static <T> T part(String file, Reader<? extends T> reader, T otherwise, List<String> missing) {
        try {
            return reader.read();
        } catch (NoSuchFileException e) {
            missing.add(file + " is missing");
        } catch (IOException e) {
            missing.add(file + " cannot be read");
        }
        return otherwise;
    }
}
