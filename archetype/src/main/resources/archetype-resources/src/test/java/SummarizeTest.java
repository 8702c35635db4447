package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.config.ConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SummarizeTest {
    private final SummaryConfigLoader loader = new SummaryConfigLoader();

    @Test
    void summarizesTheColumnOfTheConfiguration() throws IOException {
        Locale.setDefault(Locale.ROOT);
        SummaryConfig config = loader.load(Path.of("summary.yaml")).value();

        assertEquals(List.of("mean  -1.65", "q10   -6.25", "q50   -0.75", "q90   2.10"), print(config));
    }

    @Test
    void aMistakeIsReportedWithItsLocation() {
        ConfigException mistake = assertThrows(
                ConfigException.class,
                () -> loader.load("input: data/temperatures.csv\ncolumn: rain\nquantile: [0.5]\n"));

        assertTrue(mistake.getMessage().contains("text:3:1: error: unknown key 'quantile'"), mistake.getMessage());
        assertTrue(mistake.getMessage().contains("did you mean 'quantiles'?"), mistake.getMessage());
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        SummaryConfig config =
                new SummaryConfig(Path.of("data/temperatures.csv"), "wind", List.of(0.5), 2);

        assertEquals(
                "data/temperatures.csv has no column 'wind', but [day, celsius, rain]",
                assertThrows(CommandException.class, () -> print(config)).getMessage());
    }

    private static List<String> print(SummaryConfig config) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, new Summarize().run(config, new CommandContext(stream, stream)));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
