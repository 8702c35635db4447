package org.example;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
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

    @Override
    public int run(Config config, CommandContext context) {
        context.out().println(config);
        return 3;
    }
}
