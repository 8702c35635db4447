package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.OperandTable;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * The command of a {@link CommandAction} with options only. Generated classes extend it. The action is loaded once the command line is valid.
 *
 * @param <C> the record of its options
 */
public abstract class ActionCommand<C> extends ActingCommand<C> {
    private final RecordBinder<C> binder;

    /**
     * Called by generated classes.
     *
     * @param name the name of the command
     * @param binder the schema of its options
     */
    protected ActionCommand(String name, RecordBinder<C> binder) {
        super(name);
        this.binder = binder;
    }

    @Override
    protected final Schema schema() {
        return binder.schema();
    }

    @Override
    public final Syntax syntax(List<String> arguments) {
        FlagTable flags = new FlagTable(schema());
        int before = Arguments.skim(arguments, flags).operands().size();
        KeySchema operand = new OperandTable(schema()).after(before);
        return operand == null
                ? new Syntax(List.of(flags), null, Syntax.Operands.NONE, "", this)
                : new Syntax(List.of(flags), null, Syntax.Operands.FILES, operand.name(), this);
    }

    @Override
    public final int run(List<String> arguments, Console console) {
        FlagTable flags = new FlagTable(schema());
        OperandTable operands = new OperandTable(schema());
        String usage = operands.usage() + (flags.flags().isEmpty() ? "" : " [options]");
        Arguments parsed = Arguments.parse(arguments, flags);
        if (parsed.help()) {
            print(help(usage, console).operands("Arguments", operands).flags("Options", flags), console);
            return ExitCode.FINE;
        }
        String call = console.program().call(name());
        List<Setting> settings = new ArrayList<>(operands.settings(call, usage, parsed.operands()));
        settings.addAll(parsed.settings(flags));
        C options = Options.read(binder, settings);
        return act(options, new Mask(), console); // Options have no secrets, see ALC152.
    }
}
