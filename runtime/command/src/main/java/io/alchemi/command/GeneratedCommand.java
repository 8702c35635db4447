package io.alchemi.command;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.Schema;
import java.util.Arrays;

/** A command with a generated {@code main}. Its summary is the first sentence about the root of its schema. */
public abstract class GeneratedCommand implements Subcommand {
    private final String name;

    /** Creates a command with a name. */
    protected GeneratedCommand(String name) {
        this.name = name;
    }

    /** Returns the schema of its configuration, or of its options if it has none. */
    protected abstract Schema schema();

    /** Returns true if the command trains a model. */
    protected boolean trains() {
        return false;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return FirstSentence.phrase(schema().docs(schema().root()).ofRecord());
    }

    /** Runs the command as a program of its own and returns the exit code. */
    public final int run(String[] arguments) {
        return Alchemi.run(this, Arrays.asList(arguments), Console.ofProcess());
    }
}
