package ${package};

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.schema.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** Prints the summary of a column. The class SummarizeMain, its command line, is generated. */
@Command("summarize")
public final class Summarize implements CommandAction<SummaryConfig> {
    @Override
    public int run(SummaryConfig config, CommandContext context) throws IOException {
        List<String> lines = Files.readAllLines(config.input());
        if (lines.size() < 2) {
            throw new CommandException(config.input() + " has no numbers");
        }
        List<String> columns = List.of(lines.get(0).split(","));
        int column = columns.indexOf(config.column());
        if (column < 0) {
            throw new CommandException(config.input() + " has no column '" + config.column() + "', but " + columns);
        }
        double[] sorted = new double[lines.size() - 1];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = number(lines.get(i + 1), column, config.input() + ":" + (i + 2));
        }
        Arrays.sort(sorted);
        String format = "%-5s %." + config.digits() + "f%n";
        context.out().printf(format, "mean", Arrays.stream(sorted).average().orElseThrow());
        for (double quantile : config.quantiles()) {
            context.out().printf(format, "q" + Math.round(100 * quantile), quantile(sorted, quantile));
        }
        return 0;
    }

    private static double number(String line, int column, String place) {
        String[] cells = line.split(",");
        try {
            return Double.parseDouble(cells[column]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new CommandException(place + ": no number in column " + (column + 1));
        }
    }

    /** Returns a quantile, interpolated linearly between its two neighbours. */
    static double quantile(double[] sorted, double quantile) {
        double at = quantile * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
