package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of the command line are those that its classes state, and free where there is no command line. */
class ReservedNamesTest {
    private static final String OWN_COMMANDS = """
            package io.alchemi.command;

            final class OwnCommands {
                static final String COMMANDS = "help\\nlook at";
                static final String OPTIONS = "every command=--help\\n'alchemi look at'=io.alchemi.command.LookOptions";
            }
            """;
    private static final String OPTIONS = """
            package io.alchemi.command;

            final class LookOptions {
                static final String TEXT = "alchemi 1\\nrecord io.alchemi.command.LookOptions\\n";
                static final String TEXT2 = "key closely closely boolean default false alias near flag closely short q\\n";
            }
            """;
    private static final String LAB = """
            package lab;

            import io.alchemi.schema.*;
            import io.alchemi.training.run.Trainer;

            class Lab {
                @GlobalBlock
                record Run(@Default("42") int seed) {}

                @ConfigSchema(id = "lab")
                record Config(
                        Run global,
                        @Default("false") @Flag boolean closely,
                        @Default("1") @Flag("near") int a,
                        @Default("1") @Flag(shortName = "q") int b,
                        @Default("1") @Flag("help") int c,
                        @Default("1") @Flag("no-closely-b") int d,
                        @Default("1") @Flag int look) {}

                @TrainerCommand("look twice")
                static class A implements Trainer<Config> {
                    @Override public void train(Config config) {}
                }

                @TrainerCommand("lookout")
                static class B implements Trainer<Config> {
                    @Override public void train(Config config) {}
                }
            }
            """;

    @Test
    void theNamesOfTheCommandLineAreTaken() {
        assertThat(errors(OWN_COMMANDS, OPTIONS))
                .containsExactlyInAnyOrder(
                        "Lab.java:13 closely: The flag --closely of 'closely' is also an option of 'alchemi look at'."
                                + " Choose another name: @Flag(\"…\"). [ALC116]",
                        "Lab.java:14 a: The flag --near of 'a' is also an option of 'alchemi look at'. Choose another"
                                + " name: @Flag(\"…\"). [ALC116]",
                        "Lab.java:15 b: The flag -q of 'b' is also an option of 'alchemi look at'. Choose another name:"
                                + " @Flag(\"…\"). [ALC116]",
                        "Lab.java:16 c: The flag --help of 'c' is also an option of every command. Choose another name:"
                                + " @Flag(\"…\"). [ALC116]",
                        "Lab.java:21 class: The command name 'look twice' of Lab.A starts with 'look', which is"
                                + " a built-in command. Prefix it: \"train look twice\". [ALC124]");
    }

    @Test
    void withoutACommandLineAllNamesAreFree() {
        assertThat(errors()).isEmpty();
    }

    @Test
    void theOptionsOfACommandMayUseTheNamesOfOthers() {
        assertThat(Compile.errors(OWN_COMMANDS, OPTIONS, """
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigRecord
                        record ListOptions(@Default("false") @Flag boolean closely) {}
                        """)).isEmpty();
    }

    @Test
    void theOptionsOfACommandCannotHideThoseOfAllCommands() {
        assertThat(Compile.errors(OWN_COMMANDS, OPTIONS, """
                        package lab;

                        import io.alchemi.schema.*;

                        @ConfigRecord
                        record ListOptions(@Default("false") @Flag("help") boolean shown) {}
                        """))
                .containsExactly("ListOptions.java:6 shown: The flag --help of 'shown' is also an option of every"
                        + " command. Choose another name: @Flag(\"…\"). [ALC116]");
    }

    private static List<String> errors(String... commandLine) {
        List<String> sources = new ArrayList<>(List.of(LAB, Samples.TRAINER, Samples.TRAIN_COMMAND));
        sources.addAll(List.of(commandLine));
        return Compile.errors(sources.toArray(String[]::new));
    }
}
