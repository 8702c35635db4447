package io.alchemi.training.sweep;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.tree.Node;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Input;
import io.alchemi.schema.Length;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sweep: trials of a training command with varying values.
 *
 * @param command the training command, as on the command line but without {@code alchemi}
 * @param config the base configuration of the trials
 * @param over the values that vary, by key path
 * @param sampler selects the combinations to run
 * @param objective criterion for comparing the trials
 * @param threads threads per trial; part of a trial's identity, because the last digits of results depend on it
 * @param slurm options for {@code --launcher slurm}
 */
@ConfigSchema(id = "sweep", files = "*.sweep.yaml", example = "configs/sweeps/alignment.sweep.yaml")
record SweepConfig(
        @Example("align train") String command,
        @Example("train.yaml") @Input Path config,

        @Example("{optimizer.lr: [1e-4, 1e-3]}") @Length(min = 1)
        Map<String, Axis> over,

        @Default("grid") Sampler sampler,
        @Nullable Objective objective,

        @Default("1") @Range(min = 1, max = 1024) int threads,

        Slurm slurm) {

    /** An option of {@code sbatch}. */
    static final String SBATCH = "--[a-z][^\\r\\n]*";

    /** Pattern of names in Slurm. */
    static final String WORD = "[A-Za-z0-9_.,:-]+";

    /** Description of {@link #WORD} for messages. */
    static final String WORD_IN_WORDS = "letters, digits and _.,:-";

    /** The values of a key. */
    sealed interface Axis {}

    /**
     * A list of values.
     *
     * @param values the values, of the type of the key
     */
    record Choice(@Example("[1, 2, 3]") @Length(min = 1) List<Node> values) implements Axis {}

    /**
     * Numbers between two bounds.
     *
     * @param linear lowest and highest number; the numbers have equal differences
     * @param log lowest and highest number; the numbers have equal ratios
     * @param count number of values; without it, a random sampler draws any number of the range
     */
    record Span(
            @Default("[]") @Length(max = 2) List<BigDecimal> linear,

            @Default("[]") @Length(max = 2) List<BigDecimal> log,

            @Range(min = 2, max = 10_000) @Nullable Integer count)
            implements Axis {

        /** Returns true if the numbers have equal ratios. */
        boolean isLog() {
            return !log.isEmpty();
        }

        @Rule("exactly one of linear and log must be [lowest, highest]")
        static boolean isOne(List<BigDecimal> linear, List<BigDecimal> log) {
            return linear.size() + log.size() == 2 && linear.size() != 1;
        }

        @Rule("the lowest number must be less than the highest")
        static boolean isAscending(List<BigDecimal> linear, List<BigDecimal> log) {
            return isAscending(linear) && isAscending(log);
        }

        @Rule("the numbers of log must be greater than 0")
        static boolean isPositive(List<BigDecimal> log) {
            return log.stream().allMatch(bound -> bound.signum() > 0);
        }

        private static boolean isAscending(List<BigDecimal> bounds) {
            return bounds.size() != 2 || bounds.get(0).compareTo(bounds.get(1)) < 0;
        }
    }

    /** How combinations are selected. */
    sealed interface Sampler {}

    /**
     * All combinations.
     *
     * @param type the name of the sampler
     */
    record Grid(@Example("grid") GridType type) implements Sampler {
        /** The samplers without options. */
        enum GridType {
            /** all combinations, the last key varies fastest */
            GRID
        }
    }

    /**
     * Combinations drawn at random, each at most once.
     *
     * @param type the name of the sampler
     * @param trials number of combinations
     * @param seed seed of the random numbers
     */
    record Random(
            @Default("random") RandomType type,

            @Example("16") @Range(min = 1, max = 100_000) int trials,

            @Default("0") long seed)
            implements Sampler {
        /** The samplers with options. */
        enum RandomType {
            /** random combinations */
            RANDOM
        }
    }

    /**
     * Criterion for comparing trials: the last value of a metric.
     *
     * @param metric a metric that the trainer declares
     * @param goal which values are better; by default the goal that the trainer declares
     */
    record Objective(
            @Example("loss") String metric, @Nullable Goal goal) {
        /** Which values are better. */
        enum Goal {
            /** larger ones */
            MAX,
            /** smaller ones */
            MIN;

            MetricGoal ofMetric() {
                return this == MAX ? MetricGoal.MAXIMIZE : MetricGoal.MINIMIZE;
            }
        }
    }

    /**
     * Options of the Slurm job. Each can also be given on the command line.
     *
     * @param partition partition
     * @param time time limit of a trial; a trial that needs more is saved and resumed in another job
     * @param memory memory of a trial, such as 4G
     * @param account account
     * @param sbatch further options of {@code sbatch}, such as {@code --qos=low}
     */
    record Slurm(
            @Nullable @Matches(value = WORD, describedAs = WORD_IN_WORDS)
            String partition,

            @Nullable Duration time,

            @Nullable @Matches(value = WORD, describedAs = WORD_IN_WORDS)
            String memory,

            @Nullable @Matches(value = WORD, describedAs = WORD_IN_WORDS)
            String account,

            @Default("[]") @Matches(value = SBATCH, describedAs = "an option, such as --qos=low")
            List<String> sbatch) {}
}
