package io.alchemi.training.sweep;

import io.alchemi.command.Alchemi;
import io.alchemi.config.Inputs;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.InputFile;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.training.checkpoint.Checksum;
import io.alchemi.training.folder.EnviFile;
import io.alchemi.training.run.TrainCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Computes a hash of everything that determines the result of a trial: command, resolved configuration, contents of the input files,
 * program version, number of threads.
 */
final class TrialIdentity {
    private final TrainCommand<?> command;
    private final int threads;
    private final Map<Path, String> contents = new HashMap<>();

    TrialIdentity(TrainCommand<?> command, int threads) {
        this.command = command;
        this.threads = threads;
    }

    /** Returns the version of Alchemi, and that of the trainer's program if it is not Alchemi. */
    static String program(TrainCommand<?> command) {
        String version = command.getClass().getPackage().getImplementationVersion();
        return "alchemi " + Alchemi.version() + (version == null ? "" : ", trainer " + version);
    }

    /**
     * Returns the hash of a configuration, 64 hexadecimal digits.
     *
     * @throws IOException if an input file cannot be read
     */
    String of(Loaded<?> loaded) throws IOException {
        Schema schema = command.loader().schema();
        StringJoiner facts = new StringJoiner("\n");
        facts.add(command.name()).add(program(command)).add("threads " + threads);
        Inputs inputs = loaded.inputs();
        facts.add(ResolvedYaml.write(schema, new WithoutPaths(schema).tree(inputs.stated()), false));
        for (InputFile input : inputs.named()) {
            for (Path file : EnviFile.both(input.file())) {
                facts.add(content(file));
            }
        }
        for (Inputs.Read read : inputs.read()) {
            facts.add(content(read.file()));
        }
        return hex(Checksum.of(facts.toString()));
    }

    private String content(Path file) throws IOException {
        String known = contents.get(file);
        if (known == null) {
            known = Files.isRegularFile(file) ? Checksum.of(file) : "not a file";
            contents.put(file, known);
        }
        return known;
    }

    private static String hex(String checksum) {
        return checksum.substring(checksum.indexOf(':') + 1);
    }

    /** Removes the paths of input files, which may differ on the machine of the trial. */
    private static final class WithoutPaths extends TreeMapper {
        private final Schema schema;

        WithoutPaths(Schema schema) {
            super(schema);
            this.schema = schema;
        }

        Mapping tree(Mapping tree) {
            return record(schema.root(), tree, KeyPath.ROOT);
        }

        @Override
        protected Node leaf(ValueType type, Node node, KeyPath path) {
            return type.leafKind() == ScalarKind.INPUT && node instanceof Scalar scalar && !scalar.isNull()
                    ? new Scalar(scalar.place(), "an input", Scalar.Style.QUOTED)
                    : node;
        }
    }
}
