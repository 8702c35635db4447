package org.example;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Operand;
import io.alchemi.schema.Range;
import io.alchemi.schema.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command of another program. */
@Command("lab match")
public final class MatchAction implements CommandAction<MatchAction.Options> {
    /**
     * Match spectra of a laboratory with those of a sensor. Prints one line per spectrum.
     *
     * @param lab spectra of the laboratory
     * @param sensorFile spectra of the sensor
     * @param digits digits after the point
     * @param top matches of each spectrum
     * @param output file for the matches. Without it, they are printed.
     */
    @ConfigRecord
    public record Options(
            @Operand Path lab,
            @Operand Path sensorFile,
            @Operand @Default("3") @Range(min = 0) int digits,
            @Flag @Default("5") @Range(min = 1) int top,
            @Flag(shortName = "o") @Nullable Path output) {

        @Rule("digits must not exceed 9")
        static boolean isPrintable(int digits) {
            return digits <= 9;
        }
    }

    @Override
    public List<String> completions(String key) {
        return key.equals("digits") ? List.of("3", "6") : List.of();
    }

    @Override
    public int run(Options options, CommandContext context) throws IOException {
        switch (options.top()) {
            case 2 -> throw new ConfigException(List.of(Arguments.usage("run", "the run is not finished", "")));
            case 3 -> throw new IOException("the disk is full");
            case 4 -> throw new IllegalStateException("four");
            case 8 -> throw new StackOverflowError();
            case 7 -> {
                while (true) {
                    context.out().println("line");
                }
            }
            default -> context.out().println(options);
        }
        context.err().println(Files.readString(options.lab()));
        return options.top() == 5 ? 0 : 1;
    }
}
