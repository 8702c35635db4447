package io.alchemi.trainers.mae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.alchemi.trainers.nn.Dropout;
import io.alchemi.trainers.nn.Initializer;
import io.alchemi.trainers.nn.Layers;
import io.alchemi.trainers.nn.Transformer;
import io.alchemi.trainers.nn.Weights;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encoder and decoder. The encoder adds a learned table of positions to the tokens; the decoder takes the encoder's output both as
 * its input and as its memory, without any mask, and ends with a linear map.
 *
 * <p>Parameters: {@code enc.layers.i...}, {@code posenc.weight} (unless there is no positional encoding), {@code dec.layers.i...},
 * {@code proj.weight}, {@code proj.bias}.
 */
public final class MaeModel {
    private static final String POSITIONS = "posenc";

    /** Rows of the table of positions, per token of a sample: the original's margin. */
    private static final int ROWS_PER_TOKEN = 2;

    private final Weights weights;
    private final Transformer transformer;
    private final int encoderDepth;
    private final int decoderDepth;

    /**
     * Builds the functions over existing parameters.
     *
     * @param parameters   by name; not copied. Positions are added if {@code posenc.weight} is among them
     * @param heads        attention heads
     * @param encoderDepth encoder layers
     * @param decoderDepth decoder layers
     * @param dropout      for all layers
     */
    public MaeModel(Map<String, NDArray> parameters, int heads, int encoderDepth, int decoderDepth, Dropout dropout) {
        this.weights = new Weights(parameters);
        this.transformer = new Transformer(heads, dropout);
        this.encoderDepth = encoderDepth;
        this.decoderDepth = decoderDepth;
    }

    /**
     * Makes the initial parameters.
     *
     * @param settings sizes, data type and seed
     * @param manager  owner of the parameters: the run's
     * @return parameters by name, all of them used by the loss
     */
    public static Map<String, NDArray> initialParameters(MaeSettings settings, NDManager manager) {
        Initializer initializer = new Initializer(manager, settings.dataType(), settings.seed());
        int width = settings.embedDim();
        initializer.encoder("enc", settings.depth(), width);
        if (settings.positionalEncoding()) {
            initializer.embedding(POSITIONS, ROWS_PER_TOKEN * settings.tokens(), width);
        }
        initializer.decoder("dec", settings.decoderDepth(), width);
        initializer.linear("proj", width, width);
        return initializer.parameters();
    }

    /**
     * Encodes a batch.
     *
     * @param tokens (B, T, D)
     * @param kept   picks the tokens to look at: (K, T), in every row a single 1 among zeros; null takes all
     * @return (B, T, D); rows of masked tokens are computed too
     * @throws IllegalArgumentException if there are more tokens than positions
     */
    public NDArray encode(NDArray tokens, @Nullable NDArray kept) {
        NDArray placed = weights.has(POSITIONS + ".weight") ? tokens.add(positions(tokens)) : tokens;
        return kept == null
                ? transformer.encoder(weights.in("enc"), encoderDepth, placed, null)
                : transformer.encoderOfKept(weights.in("enc"), encoderDepth, placed, kept);
    }

    private NDArray positions(NDArray tokens) {
        NDArray table = weights.get(POSITIONS + ".weight");
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
     * @param kept    picks the tokens to reconstruct, as above; null takes all
     * @return (B, K, D) or (B, T, D), the reconstruction
     */
    public NDArray decode(NDArray encoded, @Nullable NDArray kept) {
        NDArray decoded = transformer.decoder(weights.in("dec"), decoderDepth, encoded, encoded, kept);
        return Layers.linear(weights.in("proj"), decoded);
    }
}
