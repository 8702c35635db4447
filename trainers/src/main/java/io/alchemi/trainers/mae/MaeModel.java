package io.alchemi.trainers.mae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.alchemi.training.nn.Linear;
import io.alchemi.training.nn.NormPlacement;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.nn.TransformerDecoder;
import io.alchemi.training.nn.TransformerEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Encoder and decoder. The encoder adds learned position embeddings to the tokens. The decoder takes the encoder's output both as its
 * input and as its memory, without any mask, and ends with a linear layer.
 */
public final class MaeModel {
    /** Position embeddings per token of a sample, as in the Python implementation. */
    private static final int ROWS_PER_TOKEN = 2;

    /** Hidden width of the feed-forward parts: PyTorch's default, which cannot be configured. */
    private static final int FEED_FORWARD_WIDTH = 2048;

    private final TransformerEncoder encoder;
    private final @Nullable NDArray positions;
    private final TransformerDecoder decoder;
    private final Linear projection;

    /**
     * Creates the model.
     *
     * @param parameters receives its parameters: {@code basis}, {@code enc}, {@code posenc} unless positions are disabled, {@code dec},
     *                   {@code proj}
     * @param config     its sizes
     */
    public MaeModel(Parameters parameters, TrainConfig config) {
        int width = config.embedDim();
        SpectralBasis.make(parameters.in("basis"), config.basisK());
        this.encoder = new TransformerEncoder(
                parameters.in("enc"),
                config.depth(),
                width,
                config.nHeads(),
                FEED_FORWARD_WIDTH,
                config.dropout(),
                NormPlacement.AFTER);
        this.positions = config.noPosenc()
                ? null
                : parameters.in("posenc").normal("weight", (long) ROWS_PER_TOKEN * config.tokens(), width);
        this.decoder = new TransformerDecoder(
                parameters.in("dec"),
                config.decoderDepth(),
                width,
                config.nHeads(),
                FEED_FORWARD_WIDTH,
                config.dropout());
        this.projection = new Linear(parameters.in("proj"), width, width);
    }

    /**
     * Encodes a batch.
     *
     * @param tokens (B, T, D)
     * @param kept   selection matrix of the tokens to attend to: (K, T), each row a single 1 among zeros; null for all
     * @return (B, T, D); including the rows of masked tokens
     * @throws IllegalArgumentException if there are more tokens than position embeddings
     */
    public NDArray encode(NDArray tokens, @Nullable NDArray kept) {
        NDArray placed = positions == null ? tokens : tokens.add(positionsOf(positions, tokens));
        return kept == null ? encoder.apply(placed, null) : encoder.applyToKept(placed, kept);
    }

    private static NDArray positionsOf(NDArray table, NDArray tokens) {
        long count = tokens.getShape().get(1);
        long rows = table.getShape().get(0);
        if (count > rows) {
            throw new IllegalArgumentException(
                    "a sample has " + count + " tokens; the table of positions has only " + rows + " rows");
        }
        return table.get(new NDIndex().addSliceDim(0, count));
    }

    /**
     * Decodes a batch.
     *
     * @param encoded the encoder's output, (B, T, D)
     * @param kept    selection matrix of the tokens to reconstruct, as in {@link #encode}; null for all
     * @return (B, K, D) or (B, T, D), the reconstruction
     */
    public NDArray decode(NDArray encoded, @Nullable NDArray kept) {
        return projection.apply(decoder.apply(encoded, encoded, kept));
    }
}
