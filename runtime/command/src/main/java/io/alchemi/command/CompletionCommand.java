package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.completion.ShellScript;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.Setting;
import java.util.List;

/** {@code alchemi completion SHELL}: prints the script by which a shell completes command lines. */
final class CompletionCommand extends BuiltInCommand {
    static final String NAME = "completion";

    CompletionCommand() {
        super(NAME, " SHELL [NAME]", "Print a script that completes command lines in bash, zsh or fish");
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(arguments.isEmpty() ? Syntax.Operands.SHELLS : Syntax.Operands.NONE);
    }

    @Override
    Help help(Console console) {
        return super.help(console)
                .paragraph(
                        "SHELL is bash, zsh or fish. The first line of the script says where to save it. NAME is what the"
                                + " program is called in the shell, by default "
                                + console.program().name() + ".");
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        if (operands.isEmpty()) {
            throw misused("missing argument SHELL", console);
        } else if (operands.size() > 2) {
            throw misused(operands.get(2), "unexpected argument", console);
        }
        String shell = operands.get(0);
        if (!ShellScript.SHELLS.contains(shell)) {
            String nearest = Suggestion.didYouMean(shell, ShellScript.SHELLS);
            throw new ConfigException(List.of(Arguments.usage(
                    shell,
                    "unknown shell '" + shell + "'",
                    nearest.isEmpty() ? "write one of " + String.join(", ", ShellScript.SHELLS) : nearest)));
        }
        String name = operands.size() == 2 ? operands.get(1) : console.program().name();
        if (!ShellScript.isProgram(name)) {
            throw new ConfigException(List.of(
                    Arguments.usage(name, "not the name of a program", "write letters, digits, '_', '-' and '.'")));
        }
        console.out().print(ShellScript.of(shell, name));
        return ExitCode.FINE;
    }
}
