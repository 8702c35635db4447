package ${package};

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Input;
import io.alchemi.schema.Length;
import io.alchemi.schema.Range;
import java.nio.file.Path;
import java.util.List;

/**
 * Summary of the numbers in a column of a CSV file.
 *
 * @param input CSV file; the first line has the column names
 * @param column name of the column
 * @param quantiles quantiles to print, from 0 to 1
 * @param digits digits after the decimal point
 */
@ConfigSchema(id = "summary", files = "*summary.yaml", example = "summary.yaml")
public record SummaryConfig(
        @Input @Example("data/temperatures.csv") Path input,
        @Flag @Example("celsius") String column,
        @Default("[0.5]") @Range(min = 0, max = 1) @Length(min = 1) List<Double> quantiles,
        @Flag @Default("2") @Range(min = 0, max = 9) int digits) {}
