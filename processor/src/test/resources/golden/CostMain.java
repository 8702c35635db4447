package lab;

import io.alchemi.command.CommandAction;
import io.alchemi.command.ConfiguredCommand;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Cost} as {@code alchemi lab cost}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class CostMain extends ConfiguredCommand<Experiment> {
    /**
     * Creates the command.
     */
    public CostMain() {
        super("lab cost", new ExperimentLoader());
    }

    @Override
    protected CommandAction<Experiment> action() {
        return new Cost();
    }

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the arguments of the command
     */
    public static void main(String[] args) {
        System.exit(new CostMain().run(args));
    }
}
