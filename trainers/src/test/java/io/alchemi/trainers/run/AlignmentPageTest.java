package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the statements of the page on the alignment that can be checked without minutes of training. */
class AlignmentPageTest {
    private static final Path ROOT = Path.of(System.getProperty("alchemi.root"));
    private static final Pattern PARAMETER = Pattern.compile("\\| `([a-z_0-9.]+)` \\| ([0-9 ×]+|one number) \\|.*");
    private static final Pattern CURVE = Pattern.compile("<polyline id=\"seed-(\\d+)\" points=\"([^\"]*)\"");

    @Test
    void thePageListsTheParametersThatARunLeaves(@TempDir Path runs) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : page()) {
            Matcher row = PARAMETER.matcher(line);
            if (row.matches()) {
                listed.put(row.group(1), row.group(2));
                listed.put(row.group(1).replaceFirst("^lab\\.", "sensor."), row.group(2));
            }
        }
        CommandLine line = new CommandLine(runs, "align", "train");
        String config = ROOT.resolve("configs/phase2/alignment.learns.yaml").toString();
        Outcome outcome = line.train(config, "-m", "1", "--set", "trainer.eval_pairs=2", "--quiet");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        Map<String, String> left = new TreeMap<>();
        TensorFile.read(line.folder().resolve("checkpoints/final.safetensors"))
                .tensors()
                .forEach((name, tensor) -> left.put(name, inWords(tensor.shape())));

        assertThat(listed).isEqualTo(left);
    }

    private static String inWords(List<Integer> shape) {
        return shape.isEmpty()
                ? "one number"
                : shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    @Test
    void theCurvesAreThoseOfTheTable() throws IOException {
        List<String> table = page().stream()
                .dropWhile(line -> !line.startsWith("| Step | seed"))
                .takeWhile(line -> !line.isBlank())
                .toList();
        List<String> columns = cells(table.get(0));
        Map<String, List<String>> points = new TreeMap<>();
        for (String line : table.subList(2, table.size())) {
            List<String> cells = cells(line);
            for (int i = 1; i < columns.size(); i++) {
                points.computeIfAbsent(columns.get(i).replace("seed ", ""), seed -> new ArrayList<>())
                        .add(point(cells.get(0), cells.get(i)));
            }
        }
        Map<String, List<String>> drawn = new TreeMap<>();
        Matcher curve = CURVE.matcher(Files.readString(ROOT.resolve("docs/images/alignment.svg")));
        while (curve.find()) {
            drawn.put(curve.group(1), List.of(curve.group(2).split(" ")));
        }

        assertThat(points).hasSize(3);
        assertThat(drawn).isEqualTo(points);
    }

    /** Returns the position of a share at a step in the image: step 0 and share 0 are at (60, 310), step 2500 and share 1 at (560, 30). */
    private static String point(String step, String share) {
        return 60
                + Integer.parseInt(step.replace(",", "")) / 5
                + String.format(Locale.ROOT, ",%.1f", 310 - 280 * Double.parseDouble(share));
    }

    private static List<String> cells(String row) {
        return List.of(row.substring(2, row.length() - 2).split(" \\| "));
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/alignment.md"));
    }
}
