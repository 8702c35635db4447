package lab;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link Fit}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
final class FitSchema extends RecordBinder<Fit> {
    /**
     * The only instance.
     */
    public static final FitSchema INSTANCE = new FitSchema();

    static final String TEXT = "alchemi 1\n"
            + "record lab.Fit\n"
            + "key degree degree int default 1\n";

    private FitSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    public Fit bind(Fields in) {
        return new Fit(
                in.intOf("degree"));
    }

    @Override
    protected Object[] values(Fit it) {
        return new Object[] {
                it.degree()};
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
    public static Builder builder(Fit from) {
        return new Builder(from);
    }

    /**
     * Builds a {@link Fit}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<Fit> {
        private Builder(@Nullable Fit from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code degree}.
         *
         * @param degree the value
         * @return this
         */
        public Builder degree(int degree) {
            put("degree", degree);
            return this;
        }
    }
}
