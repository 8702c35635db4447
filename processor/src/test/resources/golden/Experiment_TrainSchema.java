package lab;

import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import javax.annotation.processing.Generated;

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
    public void rules(Experiment.Train it, RuleResults out) {
        out.rule("fits", Experiment.Train.fits(it.batchSize(), it.limit()));
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
}
