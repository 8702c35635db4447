package io.alchemi.training.report;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The curves of a file of metrics, and the speed that it tells of. */
final class RunMetrics {
    private static final int MOST_POINTS = 2000;
    private static final int FEWEST_POINTS = 200;

    private final int allPoints;
    private final Map<String, CurveBuilder> builders = new LinkedHashMap<>();
    private final Map<String, Double> line = new LinkedHashMap<>();
    private double[] stepTimes = new double[1024];
    private int timedSteps;
    private double seconds;
    private double tokens;

    private RunMetrics(int allPoints) {
        this.allPoints = allPoints;
    }

    /**
     * Reads a file of metrics.
     *
     * @param allPoints how many points all curves of the file may have together, unless there are very many
     * @param missing receives what cannot be read, and why
     */
    static RunMetrics read(Path file, int allPoints, List<String> missing) {
        RunMetrics metrics = new RunMetrics(allPoints);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!metrics.add(text)) {
                    // A run that was killed, or is running, ends in the middle of a line.
                    if (lines.readLine() != null) {
                        missing.add(file.getFileName() + " from line " + number
                                + " on, which is not a JSON object of numbers");
                    }
                    break;
                }
            }
        } catch (NoSuchFileException e) {
            missing.add(file.getFileName() + ", which does not exist");
        } catch (IOException e) {
            missing.add(file.getFileName() + ", which cannot be read");
        }
        return metrics;
    }

    /** Returns the metrics of a file that does not exist. */
    static RunMetrics none() {
        return new RunMetrics(0);
    }

    /** Adds a line, or returns false and adds nothing if it is not valid. */
    private boolean add(String text) {
        line.clear();
        long step = -1;
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("step")) {
                    step = json.nextLong();
                } else if (name.equals("time")) {
                    json.skipValue();
                } else if (json.peek() == JsonToken.NULL) {
                    json.nextNull();
                    line.put(name, Double.NaN);
                } else {
                    line.put(name, json.nextDouble());
                }
            }
            json.endObject();
        } catch (MalformedJsonException | EOFException | IllegalStateException | NumberFormatException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("a string can be read", e);
        }
        if (step < 0) {
            return false;
        }
        addValues(step);
        return true;
    }

    private void addValues(long step) {
        int points = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, allPoints / Math.max(1, line.size())));
        line.forEach((name, value) -> builders.computeIfAbsent(name, unused -> new CurveBuilder(points))
                .add(step, value));
        double time = line.getOrDefault("step_time_s", Double.NaN);
        if (Double.isFinite(time)) {
            if (timedSteps == stepTimes.length) {
                stepTimes = Arrays.copyOf(stepTimes, 2 * timedSteps);
            }
            stepTimes[timedSteps++] = time;
            seconds += time;
            tokens += line.getOrDefault("tokens", 0.0);
        }
    }

    /** Returns the curves by the name of their metric, in the order of the file. */
    Map<String, Curve> curves() {
        Map<String, Curve> curves = new LinkedHashMap<>();
        builders.forEach((name, builder) -> curves.put(name, builder.build()));
        return curves;
    }

    /** Returns the steps per second, or null if no step was timed. */
    @Nullable
    Double stepsPerSecond() {
        return seconds > 0 ? timedSteps / seconds : null;
    }

    /** Returns the tokens per second, or null if the trainer does not count any. */
    @Nullable
    Double tokensPerSecond() {
        return seconds > 0 && tokens > 0 ? tokens / seconds : null;
    }

    /** Returns the median time of a step in seconds, or null if no step was timed. */
    @Nullable
    Double medianStepSeconds() {
        if (timedSteps == 0) {
            return null;
        }
        double[] sorted = Arrays.copyOf(stepTimes, timedSteps);
        Arrays.sort(sorted);
        int middle = timedSteps / 2;
        return timedSteps % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
