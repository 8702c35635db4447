package org.example;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Example;

/** A command whose configuration has a required key in a section. */
@Command("stock")
public final class StockAction implements CommandAction<StockAction.Config> {
    /**
     * Count what is in stock.
     *
     * @param store the store
     */
    @ConfigSchema(id = "stock")
    public record Config(Store store) {}

    /**
     * A store.
     *
     * @param name its name
     */
    public record Store(@Example("north") String name) {}

    /** Fails where a test asks for it. */
    public StockAction() {
        if (Boolean.getBoolean("org.example.closed")) {
            throw new CommandException("the store is closed");
        }
    }

    @Override
    public int run(Config config, CommandContext context) {
        context.out().println(config);
        return 3;
    }
}
