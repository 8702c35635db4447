package org.example;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Example;
import io.alchemi.schema.Secret;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command whose configuration has a required key in a section. */
@Command("stock")
public final class StockAction implements CommandAction<StockAction.Config> {
    /**
     * Count what is in stock.
     *
     * @param store the store
     * @param password opens the store
     */
    @ConfigSchema(id = "stock")
    public record Config(Store store, @Secret @Nullable String password) {}

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
    public int run(Config config, CommandContext context) throws IOException {
        String door = "https://" + config.password() + "@" + config.store().name();
        if (config.store().name().equals("locked")) {
            throw new IOException("401 for " + door);
        } else if (config.store().name().equals("missing")) {
            throw new NoSuchFileException(door);
        } else if (config.store().name().equals("refused")) {
            throw new ConfigException(List.of(Arguments.usage("stock", door + " is unknown", "")));
        } else if (config.store().name().equals("circular")) {
            IllegalStateException first = new IllegalStateException("first");
            first.initCause(new IllegalArgumentException(door, first));
            throw first;
        } else if (config.store().name().equals("mute")) {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException(door);
                }
            };
        } else if (config.store().name().equals("closed")) {
            throw new CommandException(door + " is closed");
        } else if (config.store().name().equals("burning")) {
            throw new IllegalStateException("it burns", new IllegalArgumentException(door));
        }
        context.out().println(config);
        return 3;
    }
}
