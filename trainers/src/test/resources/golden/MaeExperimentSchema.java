package io.alchemi.trainers.mae;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.training.session.RuntimeConfig;
import io.alchemi.training.session.RuntimeConfigSchema;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link MaeExperiment}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class MaeExperimentSchema extends RecordBinder<MaeExperiment> {
    /**
     * The only instance.
     */
    public static final MaeExperimentSchema INSTANCE = new MaeExperimentSchema();

    static final String TEXT = "alchemi 1\n"
            + "record io.alchemi.trainers.mae.MaeExperiment\n"
            + "schema train.mae file train.mae*.yaml example configs/train.mae.yaml env ALCHEMI_MAE\n"
            + "moved train.seed global.seed\n"
            + "moved train.device global.device\n"
            + "moved train.dtype global.dtype\n"
            + "moved train.amp_dtype global.amp_dtype\n"
            + "moved train.deterministic global.deterministic\n"
            + "key global global record io.alchemi.training.session.RuntimeConfig\n"
            + "key train train record io.alchemi.trainers.mae.TrainConfig\n";

    private MaeExperimentSchema() {
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
        return new RecordBinder<?>[] {RuntimeConfigSchema.INSTANCE, TrainConfigSchema.INSTANCE};
    }

    @Override
    public MaeExperiment bind(Fields in) {
        return new MaeExperiment(
                in.recordOf("global", RuntimeConfigSchema.INSTANCE),
                in.recordOf("train", TrainConfigSchema.INSTANCE));
    }

    @Override
    protected Object[] values(MaeExperiment it) {
        return new Object[] {
                it.global(),
                it.train()};
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
    public static Builder builder(MaeExperiment from) {
        return new Builder(from);
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tMasked-autoencoder pretraining on synthetic data.\n"
                + "global\trun-wide settings\n"
                + "train\tmodel and loop\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }

    /**
     * Builds a {@link MaeExperiment}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<MaeExperiment> {
        private Builder(@Nullable MaeExperiment from) {
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
         * @param train model and loop
         * @return this
         */
        public Builder train(TrainConfig train) {
            put("train", train);
            return this;
        }
    }
}
