package org.example.greet;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;

/** Greets. */
@Command("greet")
public final class Greet implements CommandAction<Greet.Config> {
    /**
     * Greet somebody.
     *
     * @param name who is greeted
     */
    @ConfigSchema(id = "greeting", files = "greeting*.yaml")
    public record Config(@Default("world") String name) {}

    @Override
    public int run(Config config, CommandContext context) {
        context.out().println("Hello, " + config.name());
        return 0;
    }
}
