package io.alchemi.training.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.report.Curve.Point;
import io.alchemi.training.runs.ResolvedValue;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Writes the data for the script of the page: JSON without any character that could end a script element. */
final class ReportData {
    /** Digits of values on curves, far more than a screen can show. */
    private static final MathContext DIGITS = new MathContext(7);

    private static final Gson HTML_SAFE = new GsonBuilder().serializeNulls().create();

    private static final Set<String> THROUGHPUT =
            ThroughputStats.aggregate(List.of()).asRecord().keySet();

    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);
    private final List<ReportRun> runs;

    private ReportData(List<ReportRun> runs) {
        this.runs = runs;
        json.setHtmlSafe(true);
    }

    /**
     * Returns the data of a report page.
     *
     * @param sweep data of the sweep that the runs belong to, or null
     */
    static String of(List<ReportRun> runs, @Nullable JsonObject sweep, Instant now) {
        ReportData data = new ReportData(runs);
        try {
            data.write(sweep, now);
        } catch (IOException e) {
            throw new IllegalStateException("a string can be written", e);
        }
        return data.text.toString();
    }

    private void write(@Nullable JsonObject sweep, Instant now) throws IOException {
        json.beginObject();
        if (sweep != null) {
            json.name("sweep");
            HTML_SAFE.toJson(sweep, json);
        }
        String version = ReportData.class.getPackage().getImplementationVersion();
        json.name("version").value(version == null ? "development" : version);
        json.name("written").value(now.truncatedTo(ChronoUnit.SECONDS).toString());
        json.name("runs").beginArray();
        for (ReportRun run : runs) {
            run(run);
        }
        json.endArray();
        json.name("charts").beginArray();
        List<Map<String, Curve>> steps = curves(ReportRun::steps);
        charts("training", steps, name -> !THROUGHPUT.contains(name));
        charts("evaluation", curves(ReportRun::evaluations), name -> true);
        charts("throughput", steps, THROUGHPUT::contains);
        json.endArray();
        keys("configuration", ReportRun::configuration);
        keys("environment", ReportRun::environment);
        json.endObject();
    }

    private void run(ReportRun run) throws IOException {
        json.beginObject();
        json.name("id").value(run.record().id());
        json.name("state").value(run.record().state().toString());
        json.name("command").value(run.record().command());
        status(run.record().status());
        json.name("commands").beginArray();
        for (String line : run.commandLines()) {
            json.value(line);
        }
        json.endArray();
        json.name("throughput").beginObject();
        json.name("stepsPerSecond").value(run.steps().stepsPerSecond());
        json.name("tokensPerSecond").value(run.steps().tokensPerSecond());
        json.name("medianStepSeconds").value(run.steps().medianStepSeconds());
        json.endObject();
        json.name("missing").beginArray();
        for (String part : run.missing()) {
            json.value(part);
        }
        json.endArray();
        json.endObject();
    }

    private void status(@Nullable RunStatus status) throws IOException {
        if (status == null) {
            return;
        }
        json.name("name").value(status.name());
        json.name("host").value(status.host());
        json.name("started").value(status.started());
        json.name("seconds").value(status.seconds());
        json.name("step").value(status.step());
        json.name("steps").value(status.steps());
        json.name("loss").value(status.loss());
        json.name("reason").value(status.reason());
    }

    private List<Map<String, Curve>> curves(Function<ReportRun, RunMetrics> file) {
        return runs.stream().map(run -> file.apply(run).curves()).toList();
    }

    /** Writes a chart for each metric of a group, with a curve or null for each run. */
    private void charts(String group, List<Map<String, Curve>> curves, Predicate<String> belongs) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        curves.forEach(run -> names.addAll(run.keySet()));
        for (String name : names) {
            if (belongs.test(name)) {
                List<@Nullable Curve> ofRuns = new ArrayList<>();
                curves.forEach(run -> ofRuns.add(run.get(name)));
                chart(group, name, ofRuns);
            }
        }
    }

    private void chart(String group, String name, List<@Nullable Curve> curves) throws IOException {
        json.beginObject();
        json.name("metric").value(name);
        json.name("group").value(group);
        Double constant = constant(curves);
        if (constant != null) {
            json.name("constant").value(constant);
        }
        json.name("curves").beginArray();
        if (constant == null) {
            for (Curve curve : curves) {
                curve(curve);
            }
        }
        json.endArray();
        json.endObject();
    }

    /** Returns the value of a metric if it is the same at all steps of all runs, else null. */
    private static @Nullable Double constant(List<@Nullable Curve> curves) {
        Set<@Nullable Double> values = new HashSet<>();
        for (Curve curve : curves) {
            if (curve != null) {
                values.add(curve.constant());
            }
        }
        return values.size() == 1 ? values.iterator().next() : null;
    }

    private void curve(@Nullable Curve curve) throws IOException {
        if (curve == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("count").value(curve.count());
        json.name("last").value(curve.last());
        if (curve.gap() != null) {
            json.name("gap").value(curve.gap());
        }
        extreme("min", curve.min());
        extreme("max", curve.max());
        // Differences between steps have fewer digits than the steps.
        json.name("x").beginArray();
        long before = 0;
        for (Point point : curve.points()) {
            json.value(point.step() - before);
            before = point.step();
        }
        json.endArray();
        values("y", curve.points(), Point::value);
        if (!curve.isComplete()) {
            values("means", curve.points(), Point::mean);
        }
        json.endObject();
    }

    private void extreme(String name, @Nullable Point point) throws IOException {
        if (point != null) {
            json.name(name).value(point.value());
            json.name(name + "Step").value(point.step());
        }
    }

    private void values(String name, List<Point> points, ToDoubleFunction<Point> value) throws IOException {
        json.name(name).beginArray();
        for (Point point : points) {
            json.value(shortened(value.applyAsDouble(point)));
        }
        json.endArray();
    }

    private static @Nullable Number shortened(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal digits = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return digits.scale() <= 0 && digits.precision() - digits.scale() <= DIGITS.getPrecision()
                ? digits.longValueExact()
                : digits;
    }

    private void keys(String name, Function<ReportRun, Map<String, ResolvedValue>> file) throws IOException {
        json.name(name).beginArray();
        for (ComparedKey row : ComparedKey.of(runs.stream().map(file).toList())) {
            json.beginObject();
            json.name("key").value(row.key());
            json.name("differs").value(row.differs());
            json.name("values").beginArray();
            for (ResolvedValue value : row.values()) {
                value(value);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private void value(@Nullable ResolvedValue value) throws IOException {
        if (value == null) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("value").value(value.text());
        json.name("origin").value(value.origin());
        json.endObject();
    }
}
