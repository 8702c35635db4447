package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about commands. */
class CommandRulesTest {
    private static final String CONFIGS = """
            package lab;

            import io.alchemi.schema.*;

            class Configs {
                @GlobalBlock
                record Run(@Default("42") int seed) {}

                @ConfigSchema(id = "fine")
                record Fine(Run global) {}

                @ConfigSchema(id = "renamed")
                record Renamed(Run run) {}

                @ConfigSchema(id = "without")
                record Without(@Default("1") int x) {}

                record Plain(Run global) {}
            }
            """;

    @Test
    void aBadDefaultIsTheOnlyErrorOfATrainerThatIsRight() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import io.alchemi.training.run.Trainer;

                        class Good {
                            @ConfigSchema(id = "good")
                            record Config(Configs.Run global, @Default("many") int steps) {}

                            @TrainerCommand("good")
                            static class Trains implements Trainer<Config> {
                                @Override public void train(Config config) {}

                                Config load() {
                                    return new Good_ConfigLoader().defaults().value();
                                }
                            }
                        }
                        """))
                .containsExactly(
                        "Good.java:8 steps: The default 'many' of Good.Config.steps is invalid: 'steps' must be"
                                + " an integer, but is the string 'many'; write an integer. [ALC102]");
    }

    @Test
    void aCommandTrainsFromASchemaWithAGlobalBlock() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import io.alchemi.training.run.Trainer;

                        class Bad {
                            @TrainerCommand("a")
                            static class A implements Trainer<Configs.Plain> {
                                @Override public void train(Configs.Plain config) {}
                            }

                            @TrainerCommand("b")
                            static class B implements Trainer<Configs.Renamed> {
                                @Override public void train(Configs.Renamed config) {}
                            }

                            @TrainerCommand("c")
                            static class C implements Trainer<Configs.Without> {
                                @Override public void train(Configs.Without config) {}
                            }

                            @TrainerCommand("d")
                            static class D {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:8 class: Bad.A trains from Configs.Plain, which is not a schema. Annotate"
                                + " that record with @ConfigSchema(id = \"…\"). [ALC114]",
                        "Bad.java:13 class: Bad.B trains from Configs.Renamed, whose global block is called"
                                + " 'run'. Declare exactly one component of a @GlobalBlock record, named 'global':"
                                + " RuntimeConfig global. [ALC115]",
                        "Bad.java:18 class: Bad.C trains from Configs.Without, which has no global block."
                                + " Declare exactly one component of a @GlobalBlock record, named 'global': RuntimeConfig"
                                + " global. [ALC115]",
                        "Bad.java:23 class: Bad.D has @TrainerCommand, but is not a trainer. Implement"
                                + " io.alchemi.training.run.Trainer<R>, where R is its configuration record. [ALC114]");
    }

    @Test
    void aTrainerCanBeConstructed() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import io.alchemi.training.run.Trainer;

                        class Bad {
                            abstract static class Base implements Trainer<Configs.Fine> {
                                @Override public void train(Configs.Fine config) {}
                            }

                            @TrainerCommand("a")
                            abstract static class A extends Base {}

                            @TrainerCommand("b")
                            private static class B extends Base {}

                            @TrainerCommand("c")
                            class C extends Base {}

                            @TrainerCommand("d")
                            static class D extends Base {
                                D(int x) {}
                            }

                            @TrainerCommand("E e")
                            static class E extends Base {}
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:12 class: The generated main class cannot instantiate Bad.A: it is abstract"
                                + " or not a class. Annotate a concrete class. [ALC123]",
                        "Bad.java:15 class: The generated main class cannot instantiate Bad.B: it is private or"
                                + " nested in a private class. Remove 'private'. [ALC123]",
                        "Bad.java:18 class: The generated main class cannot instantiate Bad.C: it is an inner"
                                + " class. Add 'static'. [ALC123]",
                        "Bad.java:21 class: The generated main class cannot instantiate Bad.D: it has no"
                                + " non-private constructor without parameters and without 'throws'. Add one. [ALC123]",
                        "Bad.java:26 class: The command name 'E e' of Bad.E is invalid. Use names of lowercase"
                                + " letters, digits and dashes, separated by single spaces: \"pretrain-mae\", \"align"
                                + " train\". [ALC124]");
    }

    @Test
    void twoCommandsOfOneNameAreOneTooMany() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import io.alchemi.training.run.Trainer;

                        class Bad {
                            @TrainerCommand("same")
                            static class A implements Trainer<Configs.Fine> {
                                @Override public void train(Configs.Fine config) {}
                            }

                            @TrainerCommand("same")
                            static class B implements Trainer<Configs.Fine> {
                                @Override public void train(Configs.Fine config) {}
                            }
                        }
                        """))
                .containsExactly("Bad.java:13 class: The command 'same' is already used by Bad.A. Choose another."
                        + " [ALC127]");
    }

    @Test
    void metricsAreDeclaredByTrainers() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import io.alchemi.training.run.Trainer;

                        class Bad {
                            @Metric(name = "x", doc = "one")
                            @Metric(name = "y", doc = "two")
                            static class A {}

                            @Metric(name = "x", doc = "one")
                            record B() {}

                            @TrainerCommand("c")
                            @Metric(name = "1st", doc = "one")
                            @Metric(name = "x_", doc = "two\\nlines")
                            @Metric(name = "x", unit = "\\u001b", doc = "three")
                            @Metric(name = "tokens", doc = "four")
                            @Metric(name = "", doc = "five")
                            static class C implements Trainer<Configs.Fine> {
                                @Override public void train(Configs.Fine config) {}
                            }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:9 class: @Metric does not apply to Bad.A, only to a trainer, beside @TrainerCommand."
                                + " Remove it. [ALC121]",
                        "Bad.java:12 record: @Metric does not apply to Bad.B, only to a trainer, beside @TrainerCommand."
                                + " Remove it. [ALC121]",
                        "Bad.java:20 class: The metric '1st' of Bad.C is not a valid name. Use letters, digits and"
                                + " underscores, a letter first: \"top_1\". [ALC143]",
                        "Bad.java:20 class: The metric 'x_' of Bad.C has a description or unit with a line break or"
                                + " another control character. Write a single line. [ALC143]",
                        "Bad.java:20 class: The metric 'x' of Bad.C has a description or unit with a line break or"
                                + " another control character. Write a single line. [ALC143]",
                        "Bad.java:20 class: The metric 'tokens' of Bad.C is recorded by the runtime. Choose another name."
                                + " [ALC143]",
                        "Bad.java:20 class: The metric '' of Bad.C is not a valid name. Use letters, digits and"
                                + " underscores, a letter first: \"top_1\". [ALC143]");
    }

    @Test
    void aConfigurationHasNoOperands() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.command.*;
                        import io.alchemi.schema.*;

                        @Command("odd")
                        class Odd implements CommandAction<Odd.Config> {
                            @Override public int run(Config config, CommandContext context) { return 0; }
                            @ConfigSchema(id = "odd") record Config(@Operand @Default("1") int count) {}
                        }
                        """))
                .containsExactly(
                        "Odd.java:9 count: Odd.Config.count is an operand, but the only argument of a command with a"
                                + " configuration is its file. Remove @Operand, or use @Flag. [ALC142]");
    }

    @Test
    void anActionReceivesARecordOfOptions() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.command.*;
                        import io.alchemi.schema.*;

                        class Bad {
                            abstract static class Base<C> implements CommandAction<C> {
                                @Override public int run(C options, CommandContext context) {
                                    return 0;
                                }
                            }

                            @Command("a")
                            static class A extends Base<Configs.Plain> {}

                            @Command("b")
                            static class B extends Base<String> {}

                            @Command("c")
                            static class C extends Base {}

                            @Command("d")
                            static class D {}

                            @Command("e")
                            static class E extends Base<Letter> {}

                            @ConfigRecord
                            enum Letter { X }

                            @Command("fine")
                            @TrainerCommand("fine")
                            static class Both implements io.alchemi.training.run.Trainer<Configs.Fine> {
                                @Override public void train(Configs.Fine config) {}
                            }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:14 class: Bad.A receives Configs.Plain, which is not a record with @ConfigRecord or"
                                + " @ConfigSchema. Declare a record with @ConfigRecord for options, or one with"
                                + " @ConfigSchema(id = \"…\") for a configuration. [ALC114]",
                        "Bad.java:17 class: Bad.B receives String, which is not a record with @ConfigRecord or"
                                + " @ConfigSchema. Declare a record with @ConfigRecord for options, or one with"
                                + " @ConfigSchema(id = \"…\") for a configuration. [ALC114]",
                        "Bad.java:20 class: Bad.C has @Command, but is not a command action. Implement"
                                + " io.alchemi.command.CommandAction<R>, where R is the record of its options"
                                + " or of its configuration. [ALC114]",
                        "Bad.java:23 class: Bad.D has @Command, but is not a command action. Implement"
                                + " io.alchemi.command.CommandAction<R>, where R is the record of its options"
                                + " or of its configuration. [ALC114]",
                        "Bad.java:26 class: Bad.E receives Bad.Letter, which is not a record with @ConfigRecord or"
                                + " @ConfigSchema. Declare a record with @ConfigRecord for options, or one with"
                                + " @ConfigSchema(id = \"…\") for a configuration. [ALC114]",
                        "Bad.java:33 class: @Command does not apply to Bad.Both, only to classes without"
                                + " @TrainerCommand. Remove it. [ALC121]");
    }

    @Test
    void theCommandLineSetsAllComponentsOfTheOptions() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.command.*;
                        import io.alchemi.schema.*;
                        import java.util.*;
                        import org.jspecify.annotations.Nullable;

                        class Bad {
                            @ConfigRecord
                            record Options(
                                    @Operand String first,
                                    @Operand @Nullable String second,
                                    @Operand String third,
                                    @Operand @Default("x") String fourth,
                                    @Operand Optional<String> fifth,
                                    @Operand @Flag @Default("1") int sixth,
                                    @Operand List<List<String>> seventh,
                                    @Flag @Example("1") int eighth,
                                    @Flag @Default("1") int ninth,
                                    @Default("1") int tenth,
                                    Part part) {}

                            record Part(@Default("1") @Flag int x) {}

                            @Command("bad")
                            static class A implements CommandAction<Options> {
                                @Override public int run(Options options, CommandContext context) {
                                    return 0;
                                }
                            }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:13 third: Bad.Options.third is a required operand after the optional"
                                + " Bad.Options.second. Declare it before second, or add @Default or @Nullable. [ALC142]",
                        "Bad.java:16 sixth: Bad.Options.sixth has both @Operand and @Flag. Remove one of the two."
                                + " [ALC121]",
                        "Bad.java:17 seventh: @Operand does not apply to Bad.Options.seventh of type List<List<String>>,"
                                + " only to single values and lists of them. Remove it. [ALC121]",
                        "Bad.java:17 seventh: Bad.Options.seventh is a required operand after the optional"
                                + " Bad.Options.sixth. Declare it before sixth, or add @Default or @Nullable. [ALC142]",
                        "Bad.java:18 eighth: Bad.Options.eighth is an option that must be given. Add @Default or"
                                + " @Nullable, or replace @Flag with @Operand. [ALC142]",
                        "Bad.java:20 tenth: Bad.Options.tenth cannot be set on the command line. Add @Flag or"
                                + " @Operand, or remove it. [ALC142]",
                        "Bad.java:21 part: Bad.Options.part cannot be set on the command line. Add @Flag or"
                                + " @Operand, or remove it. [ALC142]");
    }

    @Test
    void aListOfOperandsIsTheLastOne() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.command.*;
                        import io.alchemi.schema.*;
                        import java.util.*;

                        class Bad {
                            @ConfigRecord
                            record Options(
                                    @Operand String first,
                                    @Operand List<String> second,
                                    @Operand String third) {}

                            @Command("bad")
                            static class A implements CommandAction<Options> {
                                @Override public int run(Options options, CommandContext context) {
                                    return 0;
                                }
                            }
                        }
                        """))
                .containsExactly("Bad.java:12 third: Bad.Options.third is an operand after the list Bad.Options.second,"
                        + " which takes all remaining arguments. Declare it before second. [ALC142]");
    }

    @Test
    void aTrainerAndAnActionCannotHaveTheSameName() {
        assertThat(errors("""
                        package lab;

                        import io.alchemi.command.*;
                        import io.alchemi.schema.*;
                        import io.alchemi.training.run.Trainer;

                        class Bad {
                            @Command("same")
                            static class A implements CommandAction<A.Options> {
                                @ConfigRecord
                                record Options() {}

                                @Override public int run(Options options, CommandContext context) {
                                    return 0;
                                }
                            }

                            @TrainerCommand("same")
                            static class B implements Trainer<Configs.Fine> {
                                @Override public void train(Configs.Fine config) {}
                            }
                        }
                        """))
                .containsExactly(
                        "Bad.java:9 class: The command 'same' is already used by Bad.B. Choose another." + " [ALC127]");
    }

    private static List<String> errors(String source) {
        List<String> sources = new ArrayList<>(List.of(
                source,
                CONFIGS,
                Samples.TRAINER,
                Samples.TRAIN_COMMAND,
                Samples.COMMAND_ACTION,
                Samples.COMMAND_CONTEXT,
                Samples.ACTION_COMMAND,
                Samples.CONFIGURED_COMMAND));
        return Compile.errors(sources.toArray(String[]::new));
    }
}
