package io.alchemi.training.runs;

import com.google.gson.JsonObject;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.training.folder.RunEnvironment;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.progress.DisplayWidth;
import io.alchemi.training.progress.ExpectedDuration;
import io.alchemi.training.progress.Progress;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats one run for a terminal: labels and values in 80 columns. */
final class RunSheet {
    private static final int COLUMNS = 80;
    private static final String SEPARATOR = ", ";
    private static final Pattern IN_FILE = Pattern.compile("(?!--).*:\\d+:\\d+");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final RunRecord run;
    private final ZoneId zone;
    private final List<Row> rows = new ArrayList<>();

    /** A value in parts; lines can be broken between parts. */
    private record Row(String label, List<String> parts, String separator) {}

    /** Reads a part of a run. */
    private interface Section {
        void read() throws IOException;
    }

    private RunSheet(RunRecord run, ZoneId zone) {
        this.run = run;
        this.zone = zone;
    }

    /** Returns the text. If a file cannot be read, the text says so in place of its content. */
    static String of(RunRecord run, ZoneId zone) {
        RunSheet sheet = new RunSheet(run, zone);
        sheet.row("run", run.id());
        sheet.state();
        sheet.section("command", sheet::commands);
        sheet.section("checkpoints", () -> sheet.row("checkpoints", run.checkpoints()));
        sheet.section("metrics", () -> sheet.metrics("metrics", run.lastMetrics()));
        sheet.section("evaluation", () -> sheet.metrics("evaluation", run.lastEvaluation()));
        sheet.section("environment", sheet::environment);
        sheet.row("folder", run.folder().toString());
        if (run.hasConfiguration()) {
            sheet.section("set", sheet::overrides);
        }
        return sheet.text();
    }

    private void section(String label, Section section) {
        try {
            section.read();
        } catch (IOException e) {
            row(label, "cannot be read: " + FileProblem.describe(e));
        }
    }

    private void state() {
        RunStatus status = run.status();
        String damage = run.damage();
        row("state", damage == null ? run.state().toString() : run.state() + ": " + damage);
        if (status == null) {
            return;
        }
        row("reason", status.reason() == null ? "" : status.reason());
        row("steps", status.step() + " of " + status.steps());
        row("time", ExpectedDuration.inWords(status.seconds()) + " of computing on " + status.host());
        row("started", time(status.started()));
        if (run.state() == ListedState.LOST) {
            row("last seen", time(status.heartbeat()));
        }
        row("ended", status.ended() == null ? "" : time(status.ended()));
    }

    private String time(String instant) {
        try {
            return TIME.format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeException e) {
            return instant;
        }
    }

    private void commands() throws IOException {
        for (String line : run.commandLines()) {
            rows.add(new Row("command", List.of(line.split(" ")), " "));
        }
    }

    private void metrics(String label, @Nullable MetricLine line) {
        if (line == null) {
            return;
        }
        List<String> parts = new ArrayList<>();
        line.values().forEach((name, value) -> parts.add(name + " " + Progress.number(value)));
        row(label, parts);
        row("", "at step " + line.step());
    }

    private void environment() throws IOException {
        JsonObject environment = run.environment();
        if (environment == null) {
            return;
        }
        Map<String, String> facts = RunEnvironment.byPath(environment);
        row("machine", parts(facts, "host", "os", "cpu.model", "cpu.cores", "gpus", "memory_gb"));
        row("engine", parts(facts, "engine", "djl", "java", "alchemi"));
        row("numbers", parts(facts, "device", "dtype", "threads", "cpu.capability"));
        List<String> git = parts(facts, "git.branch", "git.commit");
        if (!git.isEmpty() && "true".equals(facts.get("git.dirty"))) {
            git.add("with uncommitted changes");
        }
        row("git", git);
    }

    /** Returns the available facts, each with a label unless it is obvious. */
    private static List<String> parts(Map<String, String> facts, String... paths) {
        List<String> parts = new ArrayList<>();
        for (String path : paths) {
            String fact = facts.get(path);
            if (fact != null) {
                parts.add(worded(path, fact));
            }
        }
        return parts;
    }

    private static String worded(String path, String fact) {
        return switch (path) {
            case "cpu.cores" -> fact + " cores";
            case "gpus" -> fact + " GPUs";
            case "memory_gb" -> fact + " GB";
            case "threads" -> fact + " threads";
            case "djl" -> "DJL " + fact;
            case "java" -> "Java " + fact;
            case "alchemi" -> "Alchemi " + fact;
            case "git.commit" -> fact.substring(0, Math.min(12, fact.length()));
            default -> fact;
        };
    }

    /** Lists values from options and environment variables, which are in no configuration file. */
    private void overrides() throws IOException {
        for (Map.Entry<String, ResolvedValue> entry : run.configuration().entrySet()) {
            String origin = entry.getValue().origin();
            boolean isInFile = origin.isEmpty() || IN_FILE.matcher(origin).matches();
            if (!isInFile && !entry.getValue().isDefault()) {
                String from = origin.startsWith("--set ") ? "--set" : origin;
                row("set", entry.getKey() + ": " + entry.getValue().text() + "  (" + from + ")");
            }
        }
    }

    private void row(String label, String value) {
        row(label, value.isEmpty() ? List.of() : List.of(value));
    }

    private void row(String label, List<String> parts) {
        if (!parts.isEmpty()) {
            rows.add(new Row(label, parts, SEPARATOR));
        }
    }

    private String text() {
        int indent = 2;
        for (Row row : rows) {
            indent = Math.max(indent, row.label().length() + 2);
        }
        StringBuilder out = new StringBuilder();
        String before = "";
        for (Row row : rows) {
            boolean isRepeated = row.label().equals(before);
            out.append(String.format(Locale.ROOT, "%-" + indent + "s", isRepeated ? "" : row.label()));
            append(row, indent, out);
            before = row.label();
        }
        return out.toString();
    }

    private static void append(Row row, int indent, StringBuilder out) {
        int column = indent;
        for (int i = 0; i < row.parts().size(); i++) {
            boolean isLast = i == row.parts().size() - 1;
            String part = EscapedText.of(row.parts().get(i)) + (isLast ? "" : row.separator());
            int width = DisplayWidth.of(part.stripTrailing());
            if (column > indent && column + width > COLUMNS) {
                out.setLength(out.toString().stripTrailing().length());
                out.append('\n').append(" ".repeat(indent));
                column = indent;
            }
            out.append(part);
            column += DisplayWidth.of(part);
        }
        out.append('\n');
    }
}
