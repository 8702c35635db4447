package lab;

import io.alchemi.config.GlobalMerge;
import io.alchemi.config.generated.GlobalValues;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Merges {@link RuntimeConfig} from all sources. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
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
         * @param seed where all randomness begins
         * @return this
         */
        public Values seed(int seed) {
            put("seed", seed);
            return this;
        }

        /**
         * Sets {@code device}.
         *
         * @param device where it computes: `&#42;` &#38; &#60;all&#62;
         * @return this
         */
        public Values device(String device) {
            put("device", device);
            return this;
        }

        /**
         * Sets {@code amp_dtype}.
         *
         * @param ampDtype type of autocast, or null
         * @return this
         */
        public Values ampDtype(RuntimeConfig. @Nullable AmpType ampDtype) {
            put("amp_dtype", ampDtype);
            return this;
        }

        /**
         * Sets {@code deterministic}.
         *
         * @param deterministic whether kernels are deterministic
         * @return this
         */
        public Values deterministic(boolean deterministic) {
            put("deterministic", deterministic);
            return this;
        }
    }
}
