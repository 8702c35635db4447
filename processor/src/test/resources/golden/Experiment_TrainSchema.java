package lab;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import java.nio.file.Path;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link Experiment.Train}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class Experiment_TrainSchema extends RecordBinder<Experiment.Train> {
    /**
     * The only instance.
     */
    public static final Experiment_TrainSchema INSTANCE = new Experiment_TrainSchema();

    static final String TEXT = "alchemi 1\n"
            + "record lab.Experiment.Train\n"
            + "key batch_size batchSize int default 64 alias bs min 1 flag batch-size short b\n"
            + "key lr lr double default 1e-3 over 0\n"
            + "key weight_decay weightDecay double nullable default 0.01\n"
            + "key data data input example spectra.npz\n"
            + "key mask_path maskPath path nullable default checkpoints/mask.json\n"
            + "key mode mode enum lab.Experiment.Mode default mae\n"
            + "key use_amp useAmp boolean default false\n"
            + "key limit limit long nullable\n"
            + "key name name string default \"run $1 \\\"x\\\"\"\n"
            + "rule fits \"batch_size must not exceed limit\" batch_size limit\n"
            + "enum lab.Experiment.Mode ignorecase\n"
            + "constant MAE mae\n"
            + "constant PLAIN_MODE plain none off\n";

    private Experiment_TrainSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    protected String docsText() {
        return Docs.text().concat(Experiment_ModeDocs.text());
    }

    @Override
    public Experiment.Train bind(Fields in) {
        return new Experiment.Train(
                in.intOf("batch_size"),
                in.doubleOf("lr"),
                in.doubleOrNull("weight_decay"),
                in.pathOf("data"),
                in.pathOrNull("mask_path"),
                in.constantOf("mode", Experiment.Mode.values()),
                in.booleanOf("use_amp"),
                in.longOrNull("limit"),
                in.stringOf("name"));
    }

    @Override
    protected Object[] values(Experiment.Train it) {
        return new Object[] {
                it.batchSize(),
                it.lr(),
                it.weightDecay(),
                it.data(),
                it.maskPath(),
                it.mode(),
                it.useAmp(),
                it.limit(),
                it.name()};
    }

    @Override
    public void rules(Experiment.Train it, RuleResults out) {
        if (out.begins("fits")) {
            out.rule("fits", Experiment.Train.fits(it.batchSize(), it.limit()));
        }
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
    public static Builder builder(Experiment.Train from) {
        return new Builder(from);
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tThe loop.\n"
                + "batch_size\tsamples per optimizer step; \"more\" is faster, \u00fcber 1 \\\\ 2\n"
                + "lr\tstep size\n"
                + "weight_decay\tdecay, or null for none\n"
                + "data\tthe spectra\n"
                + "mask_path\twhere the first mask is written, or null to keep none\n"
                + "mode\twhat is masked\n"
                + "use_amp\twhether autocast runs\n"
                + "limit\tsteps at most, or null\n"
                + "name\tof the run\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }

    /**
     * Builds a {@link Experiment.Train}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<Experiment.Train> {
        private Builder(Experiment. @Nullable Train from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code batch_size}.
         *
         * @param batchSize samples per optimizer step; "more" is faster, &#252;ber 1 &#92; 2
         * @return this
         */
        public Builder batchSize(int batchSize) {
            put("batch_size", batchSize);
            return this;
        }

        /**
         * Sets {@code lr}.
         *
         * @param lr step size
         * @return this
         */
        public Builder lr(double lr) {
            put("lr", lr);
            return this;
        }

        /**
         * Sets {@code weight_decay}.
         *
         * @param weightDecay decay, or null for none
         * @return this
         */
        public Builder weightDecay(@Nullable Double weightDecay) {
            put("weight_decay", weightDecay);
            return this;
        }

        /**
         * Sets {@code data}.
         *
         * @param data the spectra
         * @return this
         */
        public Builder data(Path data) {
            put("data", data);
            return this;
        }

        /**
         * Sets {@code mask_path}.
         *
         * @param maskPath where the first mask is written, or null to keep none
         * @return this
         */
        public Builder maskPath(@Nullable Path maskPath) {
            put("mask_path", maskPath);
            return this;
        }

        /**
         * Sets {@code mode}.
         *
         * @param mode what is masked
         * @return this
         */
        public Builder mode(Experiment.Mode mode) {
            put("mode", mode);
            return this;
        }

        /**
         * Sets {@code use_amp}.
         *
         * @param useAmp whether autocast runs
         * @return this
         */
        public Builder useAmp(boolean useAmp) {
            put("use_amp", useAmp);
            return this;
        }

        /**
         * Sets {@code limit}.
         *
         * @param limit steps at most, or null
         * @return this
         */
        public Builder limit(@Nullable Long limit) {
            put("limit", limit);
            return this;
        }

        /**
         * Sets {@code name}.
         *
         * @param name of the run
         * @return this
         */
        public Builder name(String name) {
            put("name", name);
            return this;
        }
    }
}
