package lab;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

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

    @Override
    protected Object[] values(Experiment it) {
        return new Object[] {
                it.global(),
                it.train(),
                it.model(),
                it.teacher()};
    }

    /**
     * Returns a builder with the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder(null);
    }

    /**
     * Returns a builder with the values of a record.
     *
     * @param from the record
     * @return a new builder
     */
    public static Builder builder(Experiment from) {
        return new Builder(from);
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

    /**
     * Builds a {@link Experiment}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<Experiment> {
        private Builder(@Nullable Experiment from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code global}.
         *
         * @param global run-wide settings
         * @return this
         */
        public Builder global(RuntimeConfig global) {
            put("global", global);
            return this;
        }

        /**
         * Sets {@code train}.
         *
         * @param train the loop, which reads `data` and writes masks
         * @return this
         */
        public Builder train(Experiment.Train train) {
            put("train", train);
            return this;
        }

        /**
         * Sets {@code model}.
         *
         * @param model the network
         * @return this
         */
        public Builder model(Model model) {
            put("model", model);
            return this;
        }

        /**
         * Sets {@code teacher}.
         *
         * @param teacher another network, or null
         * @return this
         */
        public Builder teacher(@Nullable Model teacher) {
            put("teacher", teacher);
            return this;
        }
    }
}
