package lab;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link Model}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class ModelSchema extends RecordBinder<Model> {
    /**
     * The only instance.
     */
    public static final ModelSchema INSTANCE = new ModelSchema();

    static final String TEXT = "alchemi 1\n"
            + "record lab.Model\n"
            + "key embed_dim embedDim int default 64\n"
            + "key n_heads nHeads int default 4 min 1\n"
            + "rule headsDivide \"embed_dim must be divisible by n_heads\" embed_dim n_heads\n";

    private ModelSchema() {
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
    public Model bind(Fields in) {
        return new Model(
                in.intOf("embed_dim"),
                in.intOf("n_heads"));
    }

    @Override
    protected Object[] values(Model it) {
        return new Object[] {
                it.embedDim(),
                it.nHeads()};
    }

    @Override
    public void rules(Model it, RuleResults out) {
        if (out.begins("headsDivide")) {
            out.rule("headsDivide", Model.headsDivide(it.embedDim(), it.nHeads()));
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
    public static Builder builder(Model from) {
        return new Builder(from);
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tThe network.\n"
                + "embed_dim\twidth\n"
                + "n_heads\theads\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }

    /**
     * Builds a {@link Model}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<Model> {
        private Builder(@Nullable Model from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code embed_dim}.
         *
         * @param embedDim width
         * @return this
         */
        public Builder embedDim(int embedDim) {
            put("embed_dim", embedDim);
            return this;
        }

        /**
         * Sets {@code n_heads}.
         *
         * @param nHeads heads
         * @return this
         */
        public Builder nHeads(int nHeads) {
            put("n_heads", nHeads);
            return this;
        }
    }
}
