package io.alchemi.trainers.mae;

import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import javax.annotation.processing.Generated;

/**
 * Runs {@link MaePretrainer}: {@code alchemi pretrain-mae}. Generated from it.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class MaePretrainerMain extends TrainCommand<MaeExperiment> {
    /**
     * Makes the command.
     */
    public MaePretrainerMain() {
        super("pretrain-mae", new MaeExperimentLoader());
    }

    @Override
    protected Trainer<MaeExperiment> trainer() {
        return new MaePretrainer();
    }

    /**
     * Runs the command and exits with its code.
     *
     * @param args what stands behind the command
     */
    public static void main(String[] args) {
        System.exit(new MaePretrainerMain().run(args));
    }
}
