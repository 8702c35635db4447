package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.InputPaths;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Judges the paths that a configuration names before anything is computed: inputs are there, outputs stay in the run's folder. */
final class RunPaths {
    private static final Pattern OWN_FILES =
            Pattern.compile("config\\.yaml|metrics\\.jsonl|log\\.txt|checkpoints(/(final|step-\\d+)\\.safetensors)?");

    private final Schema schema;
    private final Diagnostics problems = new Diagnostics();

    private RunPaths(Schema schema) {
        this.schema = schema;
    }

    /**
     * Judges all paths.
     *
     * @throws ConfigException with those that cannot be used
     */
    static void require(Schema schema, Mapping tree) {
        RunPaths paths = new RunPaths(schema);
        paths.record(schema.root(), tree);
        if (paths.problems.hasErrors()) {
            throw new ConfigException(paths.problems.sorted());
        }
    }

    private void record(RecordSchema record, Mapping mapping) {
        for (KeySchema key : record.keys()) {
            Node value = mapping.get(key.name());
            if (value != null) {
                value(key.type(), value, key.name());
            }
        }
    }

    private void value(ValueType type, Node node, String name) {
        if (type instanceof PathType path && node instanceof Scalar scalar && !scalar.isNull()) {
            if (path.input()) {
                input(scalar, name);
            } else {
                output(scalar, name);
            }
        } else if (type instanceof RecordType section && node instanceof Mapping mapping) {
            record(schema.record(section), mapping);
        } else if (type instanceof MapType map && node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                value(map.value(), entry.value(), entry.name());
            }
        } else if (type instanceof ListType list && node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                value(list.item(), item, name);
            }
        }
    }

    private void input(Scalar input, String name) {
        if (!Files.exists(Path.of(input.text()))) {
            problems.add(InputPaths.missing(input, name));
        }
    }

    private void output(Scalar output, String name) {
        Path path = Path.of(output.text()).normalize();
        if (OWN_FILES.matcher(path.toString()).matches()) {
            problems.add(new Diagnostic(
                    DiagnosticId.OUTPUT_OUTSIDE,
                    output.place(),
                    "the output '" + name + "' would overwrite a file that every run has",
                    "write another name"));
        }
        if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
            problems.add(new Diagnostic(
                    DiagnosticId.OUTPUT_OUTSIDE,
                    output.place(),
                    "the output '" + name + "' would leave the folder of the run",
                    "write a relative path, such as " + path.getFileName()));
        }
    }
}
