package io.alchemi.training.progress;

import io.alchemi.config.schema.RuntimeKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Work and time of one or more steps.
 *
 * @param tokensPerSecond  tokens per second
 * @param gbPerSecond      10^9 bytes per second
 * @param peakMemoryGb     peak resident memory of the process, in 10^9 bytes; empty if the system does not report it
 * @param stepTimeSeconds  wall time of a step; of an aggregate, the mean
 * @param tokens           processed tokens; the trainer defines what a token is
 * @param bytes            bytes of input
 */
public record ThroughputStats(
        double tokensPerSecond,
        double gbPerSecond,
        OptionalDouble peakMemoryGb,
        double stepTimeSeconds,
        long tokens,
        long bytes) {
    private static final double BYTES_PER_GB = 1e9;

    /** Keeps rates finite if the clock did not advance. */
    private static final double SHORTEST_SECONDS = 1e-12;

    /**
     * Creates the statistics of one step.
     *
     * @param tokens       tokens of the step
     * @param bytes        bytes of the step
     * @param seconds      wall time; values below 1e-12 count as 1e-12
     * @param peakMemoryGb peak resident memory of the process in 10^9 bytes, or empty
     * @return the step's rates
     */
    public static ThroughputStats of(long tokens, long bytes, double seconds, OptionalDouble peakMemoryGb) {
        double elapsed = Math.max(seconds, SHORTEST_SECONDS);
        return new ThroughputStats(
                tokens / elapsed, bytes / (elapsed * BYTES_PER_GB), peakMemoryGb, elapsed, tokens, bytes);
    }

    /**
     * Aggregates steps. Tokens and bytes are added, rates are totals divided by total time, the step time is the mean and the memory is the
     * maximum.
     *
     * @param steps the steps, in any order
     * @return the aggregate; all zeros without steps
     */
    public static ThroughputStats aggregate(List<ThroughputStats> steps) {
        long tokens = 0;
        long bytes = 0;
        double seconds = 0;
        OptionalDouble peak = OptionalDouble.empty();
        for (ThroughputStats step : steps) {
            tokens += step.tokens;
            bytes += step.bytes;
            seconds += step.stepTimeSeconds;
            if (step.peakMemoryGb.isPresent()) {
                peak = OptionalDouble.of(Math.max(peak.orElse(0), step.peakMemoryGb.getAsDouble()));
            }
        }
        if (steps.isEmpty()) {
            return new ThroughputStats(0, 0, peak, 0, 0, 0);
        }
        double elapsed = Math.max(seconds, SHORTEST_SECONDS);
        return new ThroughputStats(
                tokens / elapsed, bytes / (elapsed * BYTES_PER_GB), peak, seconds / steps.size(), tokens, bytes);
    }

    /**
     * Returns the numbers by their names in {@code metrics.jsonl}.
     *
     * @return tokens_per_s, gb_per_s, peak_mem_gb (NaN if unknown, which is written as null), step_time_s, tokens, num_bytes
     */
    public Map<String, Double> asRecord() {
        Map<String, Double> entries = new LinkedHashMap<>();
        entries.put(RuntimeKey.TOKENS_PER_SECOND.text(), tokensPerSecond);
        entries.put(RuntimeKey.GIGABYTES_PER_SECOND.text(), gbPerSecond);
        entries.put(RuntimeKey.PEAK_MEMORY.text(), peakMemoryGb.orElse(Double.NaN));
        entries.put(RuntimeKey.STEP_SECONDS.text(), stepTimeSeconds);
        entries.put(RuntimeKey.TOKENS.text(), (double) tokens);
        entries.put(RuntimeKey.BYTES.text(), (double) bytes);
        return entries;
    }
}
