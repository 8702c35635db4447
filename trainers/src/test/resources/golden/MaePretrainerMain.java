package io.alchemi.trainers.mae;

import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import javax.annotation.processing.Generated;

/**
 * Runs {@link MaePretrainer} as {@code alchemi pretrain-mae}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class MaePretrainerMain extends TrainCommand<MaeExperiment> {
    /**
     * Creates the command.
     */
    public MaePretrainerMain() {
        super("pretrain-mae", new MaeExperimentLoader());
    }

    @Override
    protected Trainer<MaeExperiment> trainer() {
        return new MaePretrainer();
    }

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the arguments of the command
     */
    public static void main(String[] args) {
        System.exit(new MaePretrainerMain().run(args));
    }
}
