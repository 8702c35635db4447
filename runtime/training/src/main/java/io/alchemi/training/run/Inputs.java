package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.Problem;
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

/** Looks whether the inputs that a configuration names are there, before anything is computed. */
final class Inputs {
    private final Schema schema;
    private final Diagnostics problems = new Diagnostics();

    private Inputs(Schema schema) {
        this.schema = schema;
    }

    /**
     * Looks for all inputs.
     *
     * @throws ConfigException with those that are missing
     */
    static void requireAll(Schema schema, Mapping tree) {
        Inputs inputs = new Inputs(schema);
        inputs.record(schema.root(), tree);
        if (inputs.problems.hasErrors()) {
            throw new ConfigException(inputs.problems.sorted());
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
        if (type instanceof PathType path && path.input() && node instanceof Scalar scalar && !scalar.isNull()) {
            input(scalar, name);
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
        if (Files.exists(Path.of(input.text()))) {
            return;
        }
        Path beside = InputPaths.besideItsFile(input);
        String looked = beside == null || beside.equals(Path.of(input.text()))
                ? input.text()
                : beside.normalize() + " and " + input.text();
        problems.add(new Diagnostic(
                Problem.MISSING_INPUT, input.place(), "the input '" + name + "' is not there", "looked for " + looked));
    }
}
