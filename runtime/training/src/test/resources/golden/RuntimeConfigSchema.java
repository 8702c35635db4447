package io.alchemi.training.session;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link RuntimeConfig}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class RuntimeConfigSchema extends RecordBinder<RuntimeConfig> {
    /**
     * The only instance.
     */
    public static final RuntimeConfigSchema INSTANCE = new RuntimeConfigSchema();

    static final String TEXT = "alchemi 1\n"
            + "record io.alchemi.training.session.RuntimeConfig\n"
            + "global ALCHEMI_GLOBAL\n"
            + "key seed seed long default 42 flag seed\n"
            + "key device device string default auto matches [aA][uU][tT][oO]|[cC][uU][dD][aA]_[iI][fF]_[aA][vV][aA][iI][lL][aA][bB][lL][eE]|cpu|cuda(:(0|[1-9][0-9]{0,3}))?|mps \"auto, cpu, cuda, cuda:N or mps\" suggest auto suggest cpu suggest cuda flag device\n"
            + "key dtype dtype enum io.alchemi.training.session.DType default float32 flag dtype\n"
            + "key amp_dtype ampDtype enum io.alchemi.training.session.AmpDType nullable flag amp-dtype\n"
            + "key deterministic deterministic boolean default false flag deterministic\n"
            + "enum io.alchemi.training.session.DType ignorecase\n"
            + "constant FLOAT32 float32 fp32 float\n"
            + "constant FLOAT64 float64 fp64 double\n"
            + "constant FLOAT16 float16 fp16 half\n"
            + "constant BFLOAT16 bfloat16 bf16\n"
            + "enum io.alchemi.training.session.AmpDType ignorecase\n"
            + "constant BFLOAT16 bfloat16 bf16\n"
            + "constant FLOAT16 float16 fp16 half\n";

    private RuntimeConfigSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    protected String docsText() {
        return Docs.text().concat(DTypeDocs.text()).concat(AmpDTypeDocs.text());
    }

    @Override
    public RuntimeConfig bind(Fields in) {
        return new RuntimeConfig(
                in.longOf("seed"),
                in.stringOf("device"),
                in.constantOf("dtype", DType.values()),
                in.constantOrNull("amp_dtype", AmpDType.values()),
                in.booleanOf("deterministic"));
    }

    @Override
    protected Object[] values(RuntimeConfig it) {
        return new Object[] {
                it.seed(),
                it.device(),
                it.dtype(),
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
        static final String TEXT = "\tRun-wide settings, common to all trainers.\n"
                + "seed\tbase of all randomness of a run: initial weights, data, masks, dropout\n"
                + "device\tdevice to compute on\n"
                + "device=auto\ta GPU if there is one, else the CPU\n"
                + "device=cpu\tthe processor\n"
                + "device=cuda\tthe first NVIDIA GPU\n"
                + "dtype\ttype of parameters and arithmetic\n"
                + "amp_dtype\ttype for autocast in trainers that set use_amp\n"
                + "deterministic\tuse only reproducible kernels, that is, one CPU thread; an error on a GPU\n";

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
         * @param seed base of all randomness of a run: initial weights, data, masks, dropout
         * @return this
         */
        public Builder seed(long seed) {
            put("seed", seed);
            return this;
        }

        /**
         * Sets {@code device}.
         *
         * @param device device to compute on
         * @return this
         */
        public Builder device(String device) {
            put("device", device);
            return this;
        }

        /**
         * Sets {@code dtype}.
         *
         * @param dtype type of parameters and arithmetic
         * @return this
         */
        public Builder dtype(DType dtype) {
            put("dtype", dtype);
            return this;
        }

        /**
         * Sets {@code amp_dtype}.
         *
         * @param ampDtype type for autocast in trainers that set use_amp
         * @return this
         */
        public Builder ampDtype(@Nullable AmpDType ampDtype) {
            put("amp_dtype", ampDtype);
            return this;
        }

        /**
         * Sets {@code deterministic}.
         *
         * @param deterministic use only reproducible kernels, that is, one CPU thread; an error on a GPU
         * @return this
         */
        public Builder deterministic(boolean deterministic) {
            put("deterministic", deterministic);
            return this;
        }
    }
}
