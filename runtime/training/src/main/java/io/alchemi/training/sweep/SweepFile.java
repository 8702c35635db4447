package io.alchemi.training.sweep;

import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.InputFile;
import io.alchemi.config.layer.InputPaths;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Scalar;
import io.alchemi.training.run.TrainCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sweep file and the base configuration of its trials.
 *
 * @param file the sweep file, or {@code -} for the standard input
 * @param text the text of the sweep file
 * @param config its content
 * @param command the command that trains
 * @param base the base configuration
 * @param axes the valid axes
 * @param sampler location of the sampler
 * @param objective criterion for comparing trials, or null
 * @param problems of the sweep file
 * @param warnings about both files
 */
record SweepFile(
        Path file,
        String text,
        SweepConfig config,
        TrainCommand<?> command,
        Loaded<?> base,
        List<SweepAxis> axes,
        SourceLocation sampler,
        @Nullable Objective objective,
        Diagnostics problems,
        List<Diagnostic> warnings) {

    /** Recorded by every trainer. */
    private static final MetricSchema LOSS =
            new MetricSchema(RuntimeKey.LOSS.text(), MetricStage.STEP, MetricGoal.MINIMIZE, "", "the whole loss");

    /**
     * Reads a sweep file and its base configuration.
     *
     * @param settings values that override those of the file
     * @param environment the environment variables, which override the base configuration
     * @throws ConfigException if the sweep file or the base configuration is invalid
     */
    static SweepFile read(Path file, List<Setting> settings, Map<String, String> environment) {
        FileText text = ConfigLayers.read(file.toString());
        Loaded<SweepConfig> loaded =
                new SweepConfigLoader().load(List.of(Source.file(text), Source.settings(settings)));
        Diagnostics problems = new Diagnostics();
        problems.register(loaded.tree().document());
        TrainCommand<?> command = TrainCommands.find(
                (Scalar) loaded.node("command"), loaded.value().command());
        for (InputFile input : loaded.inputs().named()) {
            if (!Files.exists(input.file())) {
                problems.add(InputPaths.missing(input.stated(), input.key()));
            }
        }
        List<SweepAxis> axes = axes(loaded, command, problems);
        Objective objective = objective(loaded, command, problems);
        if (!Files.exists(loaded.value().config())) {
            throw new ConfigException(problems.sorted());
        }
        List<Source> sources = List.of(Source.file(asStated(loaded)), Source.variables(environment));
        Loaded<?> base = base(command, sources, problems);
        List<Diagnostic> warnings = new ArrayList<>(loaded.warnings());
        warnings.addAll(base.warnings());
        SourceLocation sampler = loaded.node("sampler").place();
        return new SweepFile(
                file,
                text.document().text(),
                loaded.value(),
                command,
                base,
                axes,
                sampler,
                objective,
                problems,
                warnings);
    }

    /** Returns the path of the base configuration, which messages show: relative if that of the sweep file is. */
    private static Path asStated(Loaded<SweepConfig> loaded) {
        return loaded.inputs().named().stream()
                .filter(input -> input.key().equals("config"))
                .map(InputFile::file)
                .findFirst()
                .orElseThrow();
    }

    private static Loaded<?> base(TrainCommand<?> command, List<Source> sources, Diagnostics problems) {
        try {
            return command.load(sources);
        } catch (ConfigException e) {
            e.diagnostics().forEach(problems::add);
            throw new ConfigException(problems.sorted());
        }
    }

    private static List<SweepAxis> axes(Loaded<SweepConfig> loaded, TrainCommand<?> command, Diagnostics problems) {
        List<SweepAxis> axes = new ArrayList<>();
        boolean isGrid = loaded.value().sampler() instanceof SweepConfig.Grid;
        for (Entry entry : ((Mapping) loaded.node("over")).entries()) {
            SettingPath path = SettingPath.parse(entry.name());
            if (path == null) {
                problems.add(new Diagnostic(
                        DiagnosticId.UNKNOWN_KEY,
                        entry.key(),
                        "'" + entry.name() + "' is not the path of a key",
                        "write keys with dots between them, such as optimizer.lr"));
                continue;
            }
            SweepConfig.Axis axis = Objects.requireNonNull(loaded.value().over().get(entry.name()));
            SweepAxis made = new SweepAxis(path, entry, axis, command.loader().schema());
            if (isGrid && made.isContinuous()) {
                problems.add(new Diagnostic(
                        DiagnosticId.MISSING_KEY,
                        entry.key(),
                        "'over." + entry.name() + "' has no count, which the sampler grid needs",
                        "add 'count: 4' to it, or choose the sampler random"));
                continue;
            }
            Diagnostic problem = made.problem(axes);
            if (problem != null) {
                problems.add(problem);
                continue;
            }
            axes.add(made);
        }
        return axes;
    }

    private static @Nullable Objective objective(
            Loaded<SweepConfig> loaded, TrainCommand<?> command, Diagnostics problems) {
        SweepConfig.Objective stated = loaded.value().objective();
        if (stated == null) {
            return null;
        }
        List<MetricSchema> metrics = new ArrayList<>(command.metrics());
        metrics.add(LOSS);
        MetricSchema metric = metric(metrics, stated.metric());
        Scalar written = (Scalar) loaded.node("objective.metric");
        if (metric == null) {
            problems.add(unknown(written, command, metrics));
            return null;
        }
        SweepConfig.Objective.Goal goal = stated.goal();
        MetricGoal wanted = goal == null ? metric.goal() : goal.ofMetric();
        if (wanted == MetricGoal.NONE) {
            problems.add(new Diagnostic(
                    DiagnosticId.MISSING_KEY,
                    written.place(),
                    "'objective.goal' is missing, and the trainer declares no goal of '" + metric.name() + "'",
                    "add 'goal: min' or 'goal: max'"));
        }
        return new Objective(metric.name(), metric.stage(), wanted);
    }

    /** Returns the metric with a name, preferring evaluations over steps, or null. */
    private static @Nullable MetricSchema metric(List<MetricSchema> metrics, String name) {
        MetricSchema found = null;
        for (MetricSchema metric : metrics) {
            if (metric.name().equals(name) && (found == null || metric.stage() == MetricStage.EVALUATION)) {
                found = metric;
            }
        }
        return found;
    }

    private static Diagnostic unknown(Scalar written, TrainCommand<?> command, List<MetricSchema> metrics) {
        List<String> known = metrics.stream().map(MetricSchema::name).distinct().toList();
        return new Diagnostic(
                DiagnosticId.UNKNOWN_METRIC,
                written.place(),
                "'objective.metric' must be a metric of 'alchemi " + command.name() + "', but is '" + written.text()
                        + "'",
                Suggestion.didYouMean(written.text(), known),
                List.of("metrics: " + String.join(", ", known)));
    }
}
