package io.alchemi.training.session;

import io.alchemi.schema.Default;
import io.alchemi.schema.GlobalBlock;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Suggest;
import org.jspecify.annotations.Nullable;

/**
 * Run-wide settings, common to all trainers.
 *
 * @param seed base of all randomness of a run: initial weights, data, masks, dropout
 * @param device device to compute on
 * @param dtype type of parameters and arithmetic
 * @param ampDtype type for autocast in trainers that set use_amp
 * @param deterministic use only reproducible kernels, that is, one CPU thread; an error on a GPU
 */
@GlobalBlock
public record RuntimeConfig(
        @Default("42") long seed,

        @Default("auto")
        @Matches(
                value = "[aA][uU][tT][oO]|[cC][uU][dD][aA]_[iI][fF]_[aA][vV][aA][iI][lL][aA][bB][lL][eE]"
                        + "|cpu|cuda(:(0|[1-9][0-9]{0,3}))?|mps",
                describedAs = "auto, cpu, cuda, cuda:N or mps")
        @Suggest(value = "auto", doc = "a GPU if there is one, else the CPU")
        @Suggest(value = "cpu", doc = "the processor")
        @Suggest(value = "cuda", doc = "the first NVIDIA GPU")
        String device,

        @Default("float32") DType dtype,
        @Nullable AmpDType ampDtype,
        @Default("false") boolean deterministic) {}
