package io.alchemi.training.report;

import com.google.gson.JsonObject;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of runs: a page with the curves of all metrics, the configuration with origins, the environment and the throughput. It works
 * offline.
 */
public final class RunReport {
    private RunReport() {}

    /**
     * Writes the report of a run into its folder. The report lists missing and damaged files.
     *
     * @param run the folder of the run
     * @throws IOException if the report cannot be written
     */
    public static void write(Path run) throws IOException {
        write(List.of(RunRecord.open(run)), run.resolve(RunFiles.REPORT));
    }

    /**
     * Writes a report of several runs, whose curves share the charts.
     *
     * @param runs the runs, at least one
     * @param file the file to write
     * @throws IOException if the report cannot be written
     */
    public static void write(List<RunRecord> runs, Path file) throws IOException {
        write(runs, null, file);
    }

    /**
     * Writes a report of runs of a sweep.
     *
     * @param runs the runs whose curves are shown
     * @param sweep data of the sweep for the script of the page, or null
     * @param file the file to write
     * @throws IOException if the report cannot be written
     */
    public static void write(List<RunRecord> runs, @Nullable JsonObject sweep, Path file) throws IOException {
        AtomicFile.replace(file, ReportPage.of(ReportData.of(ReportRun.readAll(runs), sweep, Instant.now())));
    }
}
