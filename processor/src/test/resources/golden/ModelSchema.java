package lab;

import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import javax.annotation.processing.Generated;

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
    public void rules(Model it, RuleResults out) {
        out.rule("headsDivide", Model.headsDivide(it.embedDim(), it.nHeads()));
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
}
