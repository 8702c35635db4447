package lab;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.Trainer;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Pretrainer} as {@code alchemi lab pretrain}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class PretrainerMain extends TrainCommand<Experiment> {
    /**
     * Creates the command.
     */
    public PretrainerMain() {
        super("lab pretrain", new ExperimentLoader());
    }

    @Override
    protected Trainer<Experiment> trainer() {
        return new Pretrainer();
    }

    @Override
    public List<MetricSchema> metrics() {
        return List.of(
                new MetricSchema("hits", MetricStage.STEP, MetricGoal.NONE, "", "what was \"hit\""),
                new MetricSchema("angle", MetricStage.EVALUATION, MetricGoal.MINIMIZE, "rad", "mean angle \u2013 to the target"));
    }

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the arguments of the command
     */
    public static void main(String[] args) {
        System.exit(new PretrainerMain().run(args));
    }
}
