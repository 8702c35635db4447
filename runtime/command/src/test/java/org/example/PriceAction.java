package org.example;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Range;
import java.util.Map;

/** A command of another program that has a configuration. */
@Command("price list")
public final class PriceAction implements CommandAction<PriceAction.Config> {
    /**
     * Print the prices of a shop.
     *
     * @param currency the currency
     * @param tax the tax that is added
     * @param discount the discount
     * @param goods the price of each, in the currency
     */
    @ConfigSchema(id = "prices", files = "*.prices.yaml")
    public record Config(
            @Default("EUR") String currency,
            @Flag @Default("0.19") @Range(min = 0) double tax,
            Discount discount,
            @Default("{tea: 2}") Map<String, Integer> goods) {}

    /**
     * A discount.
     *
     * @param percent off the price
     */
    public record Discount(
            @Default("0") @Range(min = 0, max = 100) int percent) {}

    @Override
    public int run(Config config, CommandContext context) {
        if (config.goods().isEmpty()) {
            throw new CommandException("there is nothing to sell");
        }
        context.out().println(config);
        return 0;
    }
}
