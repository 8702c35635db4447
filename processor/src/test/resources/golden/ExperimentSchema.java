package lab;

import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import javax.annotation.processing.Generated;

/**
 * YAML binding of {@link Experiment}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class ExperimentSchema extends RecordBinder<Experiment> {
    /**
     * The only instance.
     */
    public static final ExperimentSchema INSTANCE = new ExperimentSchema();

    static final String TEXT = "alchemi 1\n"
            + "record lab.Experiment\n"
            + "schema lab.experiment file lab*.yaml file *.lab.yml\n"
            + "moved train.seed global.seed\n"
            + "key global global record lab.RuntimeConfig\n"
            + "key train train record lab.Experiment.Train\n"
            + "key model model record lab.Model\n"
            + "key teacher teacher record lab.Model nullable\n"
            + "retired old_loss \"there is only one loss\"\n";

    private ExperimentSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    protected String docsText() {
        return Docs.text();
    }

    @Override
    protected RecordBinder<?>[] parts() {
        return new RecordBinder<?>[] {RuntimeConfigSchema.INSTANCE, Experiment_TrainSchema.INSTANCE, ModelSchema.INSTANCE};
    }

    @Override
    public Experiment bind(Fields in) {
        return new Experiment(
                in.recordOf("global", RuntimeConfigSchema.INSTANCE),
                in.recordOf("train", Experiment_TrainSchema.INSTANCE),
                in.recordOf("model", ModelSchema.INSTANCE),
                in.recordOrNull("teacher", ModelSchema.INSTANCE));
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tOne experiment. It has **two** parts.\\n\\nSee RuntimeConfig.\n"
                + "global\trun-wide settings\n"
                + "train\tthe loop, which reads `data` and writes masks\n"
                + "model\tthe network\n"
                + "teacher\tanother network, or null\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }
}
