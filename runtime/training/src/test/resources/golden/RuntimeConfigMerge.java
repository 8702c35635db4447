package io.alchemi.training.session;

import io.alchemi.config.GlobalMerge;
import io.alchemi.config.generated.GlobalValues;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Merges {@link RuntimeConfig} from all sources. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class RuntimeConfigMerge extends GlobalMerge<RuntimeConfig> {
    /**
     * Creates a merge.
     */
    public RuntimeConfigMerge() {
        super(RuntimeConfigSchema.INSTANCE);
    }

    /**
     * Returns a new source for values that a program sets.
     *
     * @return an empty source
     */
    public static Values values() {
        return new Values();
    }

    /**
     * Values that a program sets.
     */
    public static final class Values extends GlobalValues {
        private Values() {
            super(RuntimeConfigSchema.INSTANCE);
        }

        /**
         * Sets {@code seed}.
         *
         * @param seed base of all randomness of a run: initial weights, data, masks, dropout
         * @return this
         */
        public Values seed(long seed) {
            put("seed", seed);
            return this;
        }

        /**
         * Sets {@code device}.
         *
         * @param device device to compute on
         * @return this
         */
        public Values device(String device) {
            put("device", device);
            return this;
        }

        /**
         * Sets {@code dtype}.
         *
         * @param dtype type of parameters and arithmetic
         * @return this
         */
        public Values dtype(DType dtype) {
            put("dtype", dtype);
            return this;
        }

        /**
         * Sets {@code amp_dtype}.
         *
         * @param ampDtype type for autocast in trainers that set use_amp
         * @return this
         */
        public Values ampDtype(@Nullable AmpDType ampDtype) {
            put("amp_dtype", ampDtype);
            return this;
        }

        /**
         * Sets {@code deterministic}.
         *
         * @param deterministic use only reproducible kernels, that is, one CPU thread; an error on a GPU
         * @return this
         */
        public Values deterministic(boolean deterministic) {
            put("deterministic", deterministic);
            return this;
        }
    }
}
