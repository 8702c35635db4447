package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.completion.ShellScript;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import java.util.List;

/** {@code alchemi completion SHELL}: prints the script by which a shell completes command lines. */
final class CompletionCommand implements Subcommand {
    static final String NAME = "completion";

    private final String program;

    /**
     * Creates a command.
     *
     * @param program the name of the program in the shell, unless the command line names another one
     */
    CompletionCommand(String program) {
        this.program = program;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Print a script that completes command lines in bash, zsh or fish";
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(arguments.isEmpty() ? Syntax.Operands.SHELLS : Syntax.Operands.NONE);
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Arguments parsed = Arguments.parse(arguments);
        String usage = program.equals(Alchemi.PROGRAM) ? "alchemi completion SHELL [NAME]" : "completion SHELL [NAME]";
        if (parsed.help()) {
            console.out()
                    .print(new Help(summary() + ".", usage)
                            .paragraph(
                                    "SHELL is bash, zsh or fish. The first line of the script says where to save it. NAME is what the"
                                            + " program is called in the shell, by default " + program + "."));
            return ExitCode.FINE;
        }
        List<String> operands = parsed.operands();
        if (operands.isEmpty() || operands.size() > 2) {
            String argument = operands.isEmpty() ? NAME : operands.get(2);
            String message = operands.isEmpty() ? "missing argument SHELL" : "unexpected argument";
            throw new ConfigException(List.of(Arguments.usage(argument, message, "usage: " + usage)));
        }
        String shell = operands.get(0);
        if (!ShellScript.SHELLS.contains(shell)) {
            String nearest = Suggestion.didYouMean(shell, ShellScript.SHELLS);
            throw new ConfigException(List.of(Arguments.usage(
                    shell,
                    "unknown shell '" + shell + "'",
                    nearest.isEmpty() ? "write one of " + String.join(", ", ShellScript.SHELLS) : nearest)));
        }
        String name = operands.size() == 2 ? operands.get(1) : program;
        if (!ShellScript.isProgram(name)) {
            throw new ConfigException(List.of(
                    Arguments.usage(name, "not the name of a program", "write letters, digits, '_', '-' and '.'")));
        }
        console.out().print(ShellScript.of(shell, name));
        return ExitCode.FINE;
    }
}
