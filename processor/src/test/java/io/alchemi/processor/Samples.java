package io.alchemi.processor;

/** Sources of a project with everything in it. */
final class Samples {
    /** A root, with a nested record and an enum in the same file. */
    static final String EXPERIMENT = """
            package lab;

            import io.alchemi.schema.*;
            import java.nio.file.Path;
            import org.jspecify.annotations.Nullable;

            /**
             * One experiment. It has <b>two</b> parts.
             *
             * <p>See {@link RuntimeConfig}.
             *
             * @param global run-wide settings
             * @param train  the loop, which reads {@code data}
             *               and writes masks
             * @param model  the network
             * @param teacher another network, or null
             */
            @ConfigSchema(id = "lab.experiment", files = {"lab*.yaml", "*.lab.yml"})
            @Moved(from = "train.seed", to = "global.seed")
            @Retired(value = "old_loss", reason = "there is only one loss")
            public record Experiment(RuntimeConfig global, Train train, Model model, @Nullable Model teacher) {

                /**
                 * The loop.
                 *
                 * @param batchSize samples per optimizer step; "more" is faster, \u00fcber 1 \\ 2
                 * @param lr step size
                 * @param weightDecay decay, or null for none
                 * @param data the spectra
                 * @param maskPath where the first mask is written, or null to keep none
                 * @param mode what is masked
                 * @param useAmp whether autocast runs
                 * @param limit steps at most, or null
                 * @param name of the run
                 */
                public record Train(
                        @Default("64") @Range(min = 1) @Alias("bs") @Flag(shortName = "b") int batchSize,
                        @Default("1e-3") @Range(min = 0, minExclusive = true) double lr,
                        @Default("0.01") @Nullable Double weightDecay,
                        @Input @Example("spectra.npz") Path data,
                        @Default("checkpoints/mask.json") @Nullable Path maskPath,
                        @Default("mae") Mode mode,
                        @Default("false") boolean useAmp,
                        @Nullable Long limit,
                        @Default("run $1 \\"x\\"") String name) {
                    @Rule("batch_size must not exceed limit")
                    static boolean fits(int batchSize, @Nullable Long limit) {
                        return limit == null || batchSize <= limit;
                    }
                }

                /** What is masked. */
                @IgnoreCase
                public enum Mode {
                    /** Bands, as in {@code MAE}. */
                    MAE,
                    /** Nothing. */
                    @Key("plain") @Alias({"none", "off"}) PLAIN_MODE
                }
            }
            """;

    /** A record in a file of its own. */
    static final String MODEL = """
            package lab;

            import io.alchemi.schema.*;

            /**
             * The network.
             *
             * @param embedDim width
             * @param nHeads heads
             */
            public record Model(@Default("64") int embedDim, @Default("4") @Range(min = 1) int nHeads) {
                @Rule("embed_dim must be divisible by n_heads")
                static boolean headsDivide(int embedDim, int nHeads) {
                    return embedDim % nHeads == 0;
                }
            }
            """;

    /** A global block. */
    static final String RUNTIME_CONFIG = """
            package lab;

            import io.alchemi.schema.*;
            import org.jspecify.annotations.Nullable;

            /**
             * Run-wide settings.
             *
             * @param seed where all randomness begins
             * @param device where it computes: {@code *} & <all>
             * @param ampDtype type of autocast, or null
             * @param deterministic whether kernels are deterministic
             */
            @GlobalBlock
            public record RuntimeConfig(
                    @Default("42") int seed,
                    @Default("auto")
                    @Matches(value = "auto|cpu|cuda(:[0-9]+)?", describedAs = "one of auto, cpu, cuda or cuda:N")
                    @Suggest(value = "auto", doc = "the GPU if there is one")
                    @Suggest(value = "cpu", doc = "no GPU")
                    String device,
                    @Nullable AmpType ampDtype,
                    @Default("false") boolean deterministic) {

                /** Types of autocast. */
                public enum AmpType {
                    /** 16 bits. */
                    BFLOAT16
                }
            }
            """;

    /** The runtime's interface of trainers. */
    static final String TRAINER = """
            package io.alchemi.training.run;

            public interface Trainer<C> {
                void train(C config);
            }
            """;

    /** The runtime's base class of generated mains. */
    static final String TRAIN_COMMAND = """
            package io.alchemi.training.run;

            public abstract class TrainCommand<C> {
                private final String words;

                protected TrainCommand(String words, io.alchemi.config.Loader<C> loader) {
                    this.words = words + loader.schema().root().type();
                }

                protected abstract Trainer<C> trainer();

                public java.util.List<io.alchemi.config.schema.MetricSchema> metrics() {
                    return java.util.List.of();
                }

                public final int run(String... args) {
                    return words.length() + args.length;
                }
            }
            """;

    /** A trainer that finds its configuration through a superclass. */
    static final String PRETRAINER = """
            package lab;

            import io.alchemi.schema.Metric;
            import io.alchemi.schema.TrainerCommand;
            import io.alchemi.training.run.Trainer;

            @TrainerCommand("lab pretrain")
            @Metric(name = "hits", stage = Metric.Stage.STEP, doc = "what was \\"hit\\"")
            @Metric(name = "angle", goal = Metric.Goal.MINIMIZE, unit = "rad", doc = "mean angle – to the target")
            public final class Pretrainer extends TrainerBase<Experiment> {
                static {
                    System.setProperty("lab.Pretrainer", "touched");
                }

                @Override
                public void train(Experiment config) {}
            }

            abstract class TrainerBase<X> implements Trainer<X> {}
            """;

    /** The interface of commands that do not train. */
    static final String COMMAND_ACTION = """
            package io.alchemi.command;

            public interface CommandAction<C> {
                int run(C options, CommandContext context) throws java.io.IOException;
            }
            """;

    /** What such a command receives beside its options. */
    static final String COMMAND_CONTEXT = """
            package io.alchemi.command;

            public record CommandContext(java.io.PrintStream out, java.io.PrintStream err) {}
            """;

    /** The base class of their generated mains. */
    static final String ACTION_COMMAND = """
            package io.alchemi.command;

            public abstract class ActionCommand<C> {
                private final String name;

                protected ActionCommand(String name, io.alchemi.config.generated.RecordBinder<C> binder) {
                    this.name = name + binder.schema().root().type();
                }

                protected abstract CommandAction<C> action();

                public final int run(String... args) {
                    return name.length() + args.length;
                }
            }
            """;

    /** The base class of generated mains of commands with a configuration. */
    static final String CONFIGURED_COMMAND = """
            package io.alchemi.command;

            public abstract class ConfiguredCommand<C> {
                private final String name;

                protected ConfiguredCommand(String name, io.alchemi.config.Loader<C> loader) {
                    this.name = name + loader.schema().root().type();
                }

                protected abstract CommandAction<C> action();

                public final int run(String... args) {
                    return name.length() + args.length;
                }
            }
            """;

    /** A command that has a configuration and does not train. */
    static final String COST = """
            package lab;

            import io.alchemi.command.*;
            import io.alchemi.schema.*;

            @Command("lab cost")
            public final class Cost implements CommandAction<Experiment> {
                @Override
                public int run(Experiment config, CommandContext context) {
                    return 0;
                }
            }
            """;

    /** A command with options only. */
    static final String EMBED = """
            package lab;

            import io.alchemi.command.*;
            import io.alchemi.schema.*;
            import java.nio.file.Path;

            @Command("lab embed")
            public final class Embed implements CommandAction<Embed.Options> {
                /**
                 * Embed spectra.
                 *
                 * @param spectra the spectra
                 * @param top how many
                 */
                @ConfigRecord
                public record Options(@Operand Path spectra, @Flag @Default("5") int top) {}

                @Override
                public int run(Options options, CommandContext context) {
                    return options.top();
                }
            }
            """;

    private Samples() {}
}
