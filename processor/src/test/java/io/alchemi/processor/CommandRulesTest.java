package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about trainers that are commands. */
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

    private static List<String> errors(String source) {
        List<String> sources = new ArrayList<>(List.of(source, CONFIGS, Samples.TRAINER, Samples.TRAIN_COMMAND));
        return Compile.errors(sources.toArray(String[]::new));
    }
}
