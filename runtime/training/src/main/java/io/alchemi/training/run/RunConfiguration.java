package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFile;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.checkpoint.Checksum;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The file {@code config.yaml} in the folder of a run: all values of the run with their origins. */
final class RunConfiguration {
    private RunConfiguration() {}

    /** Writes the file of a new run, and copies its input files. */
    static void write(Schema schema, Loaded<?> loaded, String jsonSchema, List<Path> given, Path folder)
            throws IOException {
        Path inputs = Files.createDirectories(folder.resolve(RunFiles.INPUTS));
        String name = SchemaFile.name(schema.rootFacts().id());
        Files.writeString(inputs.resolve(name), jsonSchema);
        Mapping tree = RunInputs.copy(schema, loaded, given, folder);
        Files.writeString(
                folder.resolve(RunFiles.CONFIG),
                SchemaFile.header(RunFiles.INPUTS + "/" + name) + ResolvedYaml.write(schema, tree, true));
    }

    /** Returns a hash of all values that must be equal in a resumed run, wherever its folder is. */
    static String hash(Loaded<?> ofTheFile, LoopKeys loops) {
        StringJoiner values = new StringJoiner("\n");
        values(ofTheFile.inputs().stated()).forEach((path, value) -> {
            if (!loops.mayChange(path)) {
                values.add(path + "=" + text(value));
            }
        });
        ofTheFile
                .inputs()
                .read()
                .forEach(input -> values.add(ResolvedYaml.write(input.schema(), input.stated(), false)));
        return Checksum.of(values.toString());
    }

    /** Returns true if any value differs. */
    static boolean isChanged(Loaded<?> before, Loaded<?> now) {
        return !before.tree().says(now.tree());
    }

    /**
     * Compares a configuration with that of the run to resume.
     *
     * @param before the configuration in the folder of the run
     * @param now    the same with the environment variables and options of this process applied
     * @param loops  the keys of its loops
     * @param done   number of steps that the run has saved
     * @return the changed values, each with its old and new scalar
     * @throws ConfigException if a key that must not change has changed, or max_steps is lower than the number of completed steps
     */
    static List<Scalar[]> changes(Loaded<?> before, Loaded<?> now, LoopKeys loops, long done) {
        Map<String, Node> old = values(before.tree());
        List<Diagnostic> problems = new ArrayList<>();
        List<Scalar[]> changes = new ArrayList<>();
        values(now.tree()).forEach((path, value) -> {
            Node was = old.remove(path);
            if (was != null && was.says(value)) {
                return;
            }
            if (loops.mayChange(path) && was instanceof Scalar from && value instanceof Scalar to) {
                changes.add(new Scalar[] {from, to});
            } else {
                problems.add(changed(path, was == null ? "not set" : text(was), value));
            }
        });
        old.forEach((path, was) -> problems.add(changed(path, text(was), now.tree())));
        loops.values(LoopKeys.MAX_STEPS).forEach((path, value) -> {
            if (value instanceof Scalar steps && isBelow(steps.text(), done)) {
                problems.add(new Diagnostic(
                        DiagnosticId.USAGE,
                        value.place(),
                        "'" + path + "' is " + steps.text() + ", but the run is at step " + done,
                        "raise it to go on"));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return changes;
    }

    private static boolean isBelow(String steps, long done) {
        return steps.matches("\\d{1,18}") && Long.parseLong(steps) < done;
    }

    private static Diagnostic changed(String path, String was, Node now) {
        return new Diagnostic(
                DiagnosticId.USAGE,
                now.place(),
                "'" + path + "' is " + (now instanceof Mapping ? "not set" : text(now))
                        + ", but the run that is resumed has " + was,
                "leave it as it is, or start a new run with --init-from");
    }

    /** Writes changed values, each of one line, and their origins to the file. */
    static void rewrite(Path folder, List<Scalar[]> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        Path file = folder.resolve(RunFiles.CONFIG);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (Scalar[] change : changes) {
            int line = change[0].span().line() - 1;
            String key = lines.get(line).substring(0, change[0].span().column() - 1);
            lines.set(
                    line, key + change[1].text() + "  # " + Origin.of(change[1]).describe());
        }
        AtomicFile.replace(file, String.join("\n", lines) + "\n");
    }

    /** Returns scalars, lists and empty sections by path. */
    private static Map<String, Node> values(Mapping tree) {
        Map<String, Node> values = new LinkedHashMap<>();
        collect("", tree, values);
        return values;
    }

    private static void collect(String path, Node node, Map<String, Node> into) {
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            String start = path.isEmpty() ? "" : path + ".";
            mapping.entries().forEach(entry -> collect(start + entry.name(), entry.value(), into));
        } else {
            into.put(path, node);
        }
    }

    private static String text(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull() ? "null" : scalar.text();
        }
        StringJoiner items =
                new StringJoiner(", ", node instanceof Mapping ? "{" : "[", node instanceof Mapping ? "}" : "]");
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> items.add(text(item)));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> items.add(entry.name() + ": " + text(entry.value())));
        }
        return items.toString();
    }
}
