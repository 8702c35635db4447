package lab;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link RuntimeConfig}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class RuntimeConfigSchema extends RecordBinder<RuntimeConfig> {
    /**
     * The only instance.
     */
    public static final RuntimeConfigSchema INSTANCE = new RuntimeConfigSchema();

    static final String TEXT = "alchemi 1\n"
            + "record lab.RuntimeConfig\n"
            + "global ALCHEMI_GLOBAL\n"
            + "key seed seed int default 42 flag seed\n"
            + "key device device string default auto matches auto|cpu|cuda(:[0-9]+)? \"one of auto, cpu, cuda or cuda:N\" suggest auto suggest cpu flag device\n"
            + "key amp_dtype ampDtype enum lab.RuntimeConfig.AmpType nullable flag amp-dtype\n"
            + "key deterministic deterministic boolean default false flag deterministic\n"
            + "enum lab.RuntimeConfig.AmpType\n"
            + "constant BFLOAT16 bfloat16\n";

    private RuntimeConfigSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    protected String docsText() {
        return Docs.text().concat(RuntimeConfig_AmpTypeDocs.text());
    }

    @Override
    public RuntimeConfig bind(Fields in) {
        return new RuntimeConfig(
                in.intOf("seed"),
                in.stringOf("device"),
                in.constantOrNull("amp_dtype", RuntimeConfig.AmpType.values()),
                in.booleanOf("deterministic"));
    }

    @Override
    protected Object[] values(RuntimeConfig it) {
        return new Object[] {
                it.seed(),
                it.device(),
                it.ampDtype(),
                it.deterministic()};
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
    public static Builder builder(RuntimeConfig from) {
        return new Builder(from);
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tRun-wide settings.\n"
                + "seed\twhere all randomness begins\n"
                + "device\twhere it computes: `*` & <all>\n"
                + "device=auto\tthe GPU if there is one\n"
                + "device=cpu\tno GPU\n"
                + "amp_dtype\ttype of autocast, or null\n"
                + "deterministic\twhether kernels are deterministic\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }

    /**
     * Builds a {@link RuntimeConfig}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<RuntimeConfig> {
        private Builder(@Nullable RuntimeConfig from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code seed}.
         *
         * @param seed where all randomness begins
         * @return this
         */
        public Builder seed(int seed) {
            put("seed", seed);
            return this;
        }

        /**
         * Sets {@code device}.
         *
         * @param device where it computes: `&#42;` &#38; &#60;all&#62;
         * @return this
         */
        public Builder device(String device) {
            put("device", device);
            return this;
        }

        /**
         * Sets {@code amp_dtype}.
         *
         * @param ampDtype type of autocast, or null
         * @return this
         */
        public Builder ampDtype(RuntimeConfig. @Nullable AmpType ampDtype) {
            put("amp_dtype", ampDtype);
            return this;
        }

        /**
         * Sets {@code deterministic}.
         *
         * @param deterministic whether kernels are deterministic
         * @return this
         */
        public Builder deterministic(boolean deterministic) {
            put("deterministic", deterministic);
            return this;
        }
    }
}
