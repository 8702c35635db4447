package io.alchemi.training.report;

import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.runs.MetricTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a metrics file, and the throughput.
 *
 * @param curves curves by metric name, in the order of the file
 * @param stepsPerSecond null if no step was timed
 * @param tokensPerSecond null if no step was timed, or the trainer does not count tokens
 * @param medianStepSeconds null if no step was timed
 */
record RunMetrics(
        Map<String, Curve> curves,
        @Nullable Double stepsPerSecond,
        @Nullable Double tokensPerSecond,
        @Nullable Double medianStepSeconds) {
    /** Used for a file that cannot be read. */
    static final RunMetrics NONE = new RunMetrics(Map.of(), null, null, null);

    private static final String STEP_TIME = RuntimeKey.STEP_SECONDS.text();
    private static final String TOKENS = RuntimeKey.TOKENS.text();
    private static final int MOST_POINTS = 2000;
    private static final int FEWEST_POINTS = 200;

    /**
     * Creates curves from a table.
     *
     * @param allPoints maximum number of points of all curves together, unless there are very many curves
     */
    static RunMetrics of(MetricTable table, int allPoints) {
        List<String> names = table.names();
        int points = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, allPoints / Math.max(1, names.size())));
        Map<String, Curve> curves = new LinkedHashMap<>();
        for (String name : names) {
            CurveBuilder builder = new CurveBuilder(points);
            double[] values = table.values(name);
            for (int row = 0; row < values.length; row++) {
                builder.add(table.step(row), values[row]);
            }
            curves.put(name, builder.build());
        }
        double[] times = finite(table, STEP_TIME);
        if (times.length == 0) {
            return new RunMetrics(curves, null, null, null);
        }
        double seconds = Arrays.stream(times).sum();
        double tokens = Arrays.stream(finite(table, TOKENS)).sum();
        return new RunMetrics(curves, times.length / seconds, tokens > 0 ? tokens / seconds : null, median(times));
    }

    private static double[] finite(MetricTable table, String name) {
        return table.names().contains(name)
                ? Arrays.stream(table.values(name)).filter(Double::isFinite).toArray()
                : new double[0];
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
