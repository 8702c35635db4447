package io.alchemi.trainers.mae;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import java.nio.file.Path;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * YAML binding of {@link TrainConfig}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"exports"})
public final class TrainConfigSchema extends RecordBinder<TrainConfig> {
    /**
     * The only instance.
     */
    public static final TrainConfigSchema INSTANCE = new TrainConfigSchema();

    static final String TEXT = "alchemi 1\n"
            + "record io.alchemi.trainers.mae.TrainConfig\n"
            + "key mode mode enum io.alchemi.trainers.mae.TrainConfig.Mode default mae\n"
            + "key batch_size batchSize int default 64 min 1 flag batch-size\n"
            + "key lr learningRate double default 3e-4 min 0 flag lr\n"
            + "key max_steps maxSteps int default 10000 min 0 flag max-steps\n"
            + "key log_every logEvery int default 100 min 1\n"
            + "key eval_every evalEvery int default 1000 min 0\n"
            + "key save_every saveEvery int default 1000 min 0\n"
            + "key mask_path maskPath path nullable default checkpoints/mask.json\n"
            + "key embed_dim embedDim int default 256 min 3\n"
            + "key n_heads nHeads int default 8 min 1\n"
            + "key depth depth int default 6 min 1\n"
            + "key dropout dropout double default 0.1 min 0 under 1\n"
            + "key basis_K basisK int default 128 min 1\n"
            + "key spatial_mask_ratio spatialMaskRatio double default 0.75 min 0 max 1\n"
            + "key spectral_mask_ratio spectralMaskRatio double default 0.5 min 0 max 1\n"
            + "key no_spatial_mask noSpatialMask boolean default false flag no-spatial-mask\n"
            + "key no_posenc noPosenc boolean default false flag no-posenc\n"
            + "retired banddepth_cfg \"band depth belongs to the alignment trainer\"\n"
            + "retired banddepth_weight \"band depth belongs to the alignment trainer\"\n"
            + "retired banddepth_loss \"band depth belongs to the alignment trainer\"\n"
            + "retired banddepth_hidden \"band depth belongs to the alignment trainer\"\n"
            + "rule headsDivide \"embed_dim must be divisible by n_heads\" embed_dim n_heads\n"
            + "enum io.alchemi.trainers.mae.TrainConfig.Mode\n"
            + "constant MAE mae\n";

    private TrainConfigSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    protected String docsText() {
        return Docs.text().concat(TrainConfig_ModeDocs.text());
    }

    @Override
    public TrainConfig bind(Fields in) {
        return new TrainConfig(
                in.constantOf("mode", TrainConfig.Mode.values()),
                in.intOf("batch_size"),
                in.doubleOf("lr"),
                in.intOf("max_steps"),
                in.intOf("log_every"),
                in.intOf("eval_every"),
                in.intOf("save_every"),
                in.pathOrNull("mask_path"),
                in.intOf("embed_dim"),
                in.intOf("n_heads"),
                in.intOf("depth"),
                in.doubleOf("dropout"),
                in.intOf("basis_K"),
                in.doubleOf("spatial_mask_ratio"),
                in.doubleOf("spectral_mask_ratio"),
                in.booleanOf("no_spatial_mask"),
                in.booleanOf("no_posenc"));
    }

    @Override
    protected Object[] values(TrainConfig it) {
        return new Object[] {
                it.mode(),
                it.batchSize(),
                it.learningRate(),
                it.maxSteps(),
                it.logEvery(),
                it.evalEvery(),
                it.saveEvery(),
                it.maskPath(),
                it.embedDim(),
                it.nHeads(),
                it.depth(),
                it.dropout(),
                it.basisK(),
                it.spatialMaskRatio(),
                it.spectralMaskRatio(),
                it.noSpatialMask(),
                it.noPosenc()};
    }

    @Override
    public void rules(TrainConfig it, RuleResults out) {
        if (out.begins("headsDivide")) {
            out.rule("headsDivide", TrainConfig.headsDivide(it.embedDim(), it.nHeads()));
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
    public static Builder builder(TrainConfig from) {
        return new Builder(from);
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tModel and loop of the masked autoencoder.\n"
                + "mode\twhat is trained\n"
                + "batch_size\tsamples per optimizer step\n"
                + "lr\tlearning rate of AdamW\n"
                + "max_steps\toptimizer steps; 0 only writes the initial parameters\n"
                + "log_every\tsteps between log lines\n"
                + "eval_every\thas no effect, as the autoencoder has no held-out data; files of the Python implementation have this key\n"
                + "save_every\tsteps between checkpoints, of which the last three are kept; 0 saves only at the end\n"
                + "mask_path\tfile for the masks of the first step, or null to write none\n"
                + "embed_dim\twidth of a token, and also the number of tokens of a sample\n"
                + "n_heads\tattention heads\n"
                + "depth\tencoder layers; the decoder has half as many, but at least one\n"
                + "dropout\tshare of activations that is dropped in training\n"
                + "basis_K\tnumber of functions in the spectral basis, which is saved but not trained\n"
                + "spatial_mask_ratio\tshare of the tokens to mask\n"
                + "spectral_mask_ratio\tshare of the features to mask\n"
                + "no_spatial_mask\tdisable spatial masking, whatever the ratio\n"
                + "no_posenc\tdisable the learned position embeddings\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }

    /**
     * Builds a {@link TrainConfig}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<TrainConfig> {
        private Builder(@Nullable TrainConfig from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code mode}.
         *
         * @param mode what is trained
         * @return this
         */
        public Builder mode(TrainConfig.Mode mode) {
            put("mode", mode);
            return this;
        }

        /**
         * Sets {@code batch_size}.
         *
         * @param batchSize samples per optimizer step
         * @return this
         */
        public Builder batchSize(int batchSize) {
            put("batch_size", batchSize);
            return this;
        }

        /**
         * Sets {@code lr}.
         *
         * @param learningRate learning rate of AdamW
         * @return this
         */
        public Builder learningRate(double learningRate) {
            put("lr", learningRate);
            return this;
        }

        /**
         * Sets {@code max_steps}.
         *
         * @param maxSteps optimizer steps; 0 only writes the initial parameters
         * @return this
         */
        public Builder maxSteps(int maxSteps) {
            put("max_steps", maxSteps);
            return this;
        }

        /**
         * Sets {@code log_every}.
         *
         * @param logEvery steps between log lines
         * @return this
         */
        public Builder logEvery(int logEvery) {
            put("log_every", logEvery);
            return this;
        }

        /**
         * Sets {@code eval_every}.
         *
         * @param evalEvery has no effect, as the autoencoder has no held-out data; files of the Python implementation have this key
         * @return this
         */
        public Builder evalEvery(int evalEvery) {
            put("eval_every", evalEvery);
            return this;
        }

        /**
         * Sets {@code save_every}.
         *
         * @param saveEvery steps between checkpoints, of which the last three are kept; 0 saves only at the end
         * @return this
         */
        public Builder saveEvery(int saveEvery) {
            put("save_every", saveEvery);
            return this;
        }

        /**
         * Sets {@code mask_path}.
         *
         * @param maskPath file for the masks of the first step, or null to write none
         * @return this
         */
        public Builder maskPath(@Nullable Path maskPath) {
            put("mask_path", maskPath);
            return this;
        }

        /**
         * Sets {@code embed_dim}.
         *
         * @param embedDim width of a token, and also the number of tokens of a sample
         * @return this
         */
        public Builder embedDim(int embedDim) {
            put("embed_dim", embedDim);
            return this;
        }

        /**
         * Sets {@code n_heads}.
         *
         * @param nHeads attention heads
         * @return this
         */
        public Builder nHeads(int nHeads) {
            put("n_heads", nHeads);
            return this;
        }

        /**
         * Sets {@code depth}.
         *
         * @param depth encoder layers; the decoder has half as many, but at least one
         * @return this
         */
        public Builder depth(int depth) {
            put("depth", depth);
            return this;
        }

        /**
         * Sets {@code dropout}.
         *
         * @param dropout share of activations that is dropped in training
         * @return this
         */
        public Builder dropout(double dropout) {
            put("dropout", dropout);
            return this;
        }

        /**
         * Sets {@code basis_K}.
         *
         * @param basisK number of functions in the spectral basis, which is saved but not trained
         * @return this
         */
        public Builder basisK(int basisK) {
            put("basis_K", basisK);
            return this;
        }

        /**
         * Sets {@code spatial_mask_ratio}.
         *
         * @param spatialMaskRatio share of the tokens to mask
         * @return this
         */
        public Builder spatialMaskRatio(double spatialMaskRatio) {
            put("spatial_mask_ratio", spatialMaskRatio);
            return this;
        }

        /**
         * Sets {@code spectral_mask_ratio}.
         *
         * @param spectralMaskRatio share of the features to mask
         * @return this
         */
        public Builder spectralMaskRatio(double spectralMaskRatio) {
            put("spectral_mask_ratio", spectralMaskRatio);
            return this;
        }

        /**
         * Sets {@code no_spatial_mask}.
         *
         * @param noSpatialMask disable spatial masking, whatever the ratio
         * @return this
         */
        public Builder noSpatialMask(boolean noSpatialMask) {
            put("no_spatial_mask", noSpatialMask);
            return this;
        }

        /**
         * Sets {@code no_posenc}.
         *
         * @param noPosenc disable the learned position embeddings
         * @return this
         */
        public Builder noPosenc(boolean noPosenc) {
            put("no_posenc", noPosenc);
            return this;
        }
    }
}
