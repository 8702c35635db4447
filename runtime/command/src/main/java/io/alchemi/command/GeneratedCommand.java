package io.alchemi.command;

import io.alchemi.command.arguments.Help;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.Schema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A command with a generated {@code main}. Its summary is the first sentence about the root of its schema. */
public abstract class GeneratedCommand implements Subcommand {
    private final String name;

    /** Creates a command with a name. */
    protected GeneratedCommand(String name) {
        this.name = name;
    }

    /** Returns the schema of its configuration, or of its options if it has none. */
    protected abstract Schema schema();

    /** Returns the loader of its configurations, or null if it has options only. */
    public @Nullable Loader<?> loader() {
        return null;
    }

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

    /**
     * Starts the help of the command.
     *
     * @param arguments what follows the command in the usage line, after a space
     */
    protected final Help help(String arguments, Console console) {
        String summary = summary();
        return new Help(
                (summary.isEmpty() ? name : summary) + ".", console.program().call(name()) + arguments);
    }

    /** Prints the help of the command, with the built-in commands if the program has no other command. */
    protected final void print(Help help, Console console) {
        console.out().print(console.program().withBuiltIn(help));
    }

    /** Runs the command as a program of its own and returns the exit code. */
    public final int run(String[] arguments) {
        return Alchemi.run(this, Arrays.asList(arguments), Console.ofProcess());
    }
}
