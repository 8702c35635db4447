package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;

/**
 * One file of golden numbers: its cases, its arrays (literal, generated or summarised), and comparison within its own tolerance.
 *
 * <p>The worst deviation of every file is written to {@code target/vectors.txt}: file, cases, deviation, tolerance.
 */
public final class VectorFile {
    private static final Path REPORT = Path.of("target", "vectors.txt");
    private static final Map<String, VectorFile> FILES = new TreeMap<>();
    private static final double SMALLEST_SCALE = 1e-3;

    private final JsonObject root;
    private final String label;
    private final double tolerance;
    private int cases;
    private double worst;

    private VectorFile(JsonObject root, String label, double tolerance) {
        this.root = root;
        this.label = label;
        this.tolerance = tolerance;
    }

    /** Reads a file of float64 numbers. Without a tolerance, comparison is exact. */
    public static VectorFile of(String name) {
        return FILES.computeIfAbsent(name, key -> {
            JsonObject root = read(name);
            return new VectorFile(root, name, tolerance(root, "float64"));
        });
    }

    /** Returns the same file with another of its tolerances. */
    public VectorFile within(String precision) {
        return FILES.computeIfAbsent(
                label + "/" + precision, key -> new VectorFile(root, key, tolerance(root, precision)));
    }

    private static double tolerance(JsonObject root, String precision) {
        return root.has("tolerance")
                ? root.getAsJsonObject("tolerance").get(precision).getAsDouble()
                : 0;
    }

    private static JsonObject read(String name) {
        try (InputStream in = VectorFile.class.getResourceAsStream("/vectors/" + name + ".json")) {
            assertThat(in).as("vectors/%s.json among the test resources", name).isNotNull();
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonObject root() {
        return root;
    }

    /** Returns the first entry of a table. */
    JsonObject first(String table) {
        return root.getAsJsonArray(table).get(0).getAsJsonObject();
    }

    /** Runs all cases. A file without cases is an error. */
    public void eachCase(Consumer<JsonObject> body) {
        each("cases", body);
    }

    /** Runs all entries of a table. Each counts as a case. */
    public void each(String table, Consumer<JsonObject> body) {
        JsonArray entries = root.getAsJsonArray(table);
        assertThat(entries).as("%s of %s", table, label).isNotEmpty();
        entries.forEach(entry -> {
            body.accept(entry.getAsJsonObject());
            count();
        });
    }

    /** Counts a case and updates the report. */
    public void count() {
        cases++;
        List<String> lines = new ArrayList<>();
        FILES.forEach((name, file) -> {
            if (file.cases > 0) {
                lines.add(name + " " + file.cases + " " + file.worst + " " + file.tolerance);
            }
        });
        try {
            Files.createDirectories(REPORT.getParent());
            Files.write(REPORT, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void compare(String what, double expected, double actual) {
        if (Double.doubleToLongBits(expected) == Double.doubleToLongBits(actual)) {
            return;
        }
        double deviation = Math.abs(expected - actual) / Math.max(SMALLEST_SCALE, Math.abs(expected));
        assertThat(deviation)
                .as("%s: %s: expected %s, got %s", label, what, expected, actual)
                .isLessThanOrEqualTo(tolerance);
        worst = Math.max(worst, deviation);
    }

    /** Compares an array with its elements or with a summary of them. */
    public void compare(String what, JsonElement expected, NDArray actual) {
        if (expected.isJsonObject()) {
            compareSummary(what, expected.getAsJsonObject(), actual);
            return;
        }
        assertThat(actual.getShape()).as(what).isEqualTo(shape(expected));
        compareAll(what, flat(expected), values(actual));
    }

    private void compareSummary(String what, JsonObject summary, NDArray actual) {
        double[] values = values(actual);
        assertThat(actual.getShape().getShape()).as(what).isEqualTo(longs(summary.get("shape")));
        compare(what + " sum", number(summary.get("sum")), SplitMix.exactSum(values));
        double[] squares = new double[values.length];
        double[] products = new double[values.length];
        JsonObject dot = summary.getAsJsonObject("dot_splitmix");
        double[] stream = SplitMix.stream(dot.get("seed").getAsLong(), values.length);
        for (int i = 0; i < values.length; i++) {
            squares[i] = values[i] * values[i];
            products[i] = values[i] * stream[i];
        }
        compare(what + " l2", number(summary.get("l2")), Math.sqrt(SplitMix.exactSum(squares)));
        compare(what + " dot", number(dot.get("value")), SplitMix.exactSum(products));
        if (summary.has("full")) {
            compareAll(what, flat(summary.get("full")), values);
        } else {
            double[] first = flat(summary.get("first8"));
            double[] last = flat(summary.get("last8"));
            compareAll(what, first, Arrays.copyOf(values, first.length));
            compareAll(what, last, Arrays.copyOfRange(values, values.length - last.length, values.length));
        }
    }

    public void compareAll(String what, double[] expected, double[] actual) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            compare(what + "[" + i + "]", expected[i], actual[i]);
        }
    }

    /** Compares the gradients of parameters with a table that has the same names. */
    public void compareGradients(String what, JsonObject expected, Map<String, NDArray> parameters) {
        compareGradients(what, expected.asMap(), parameters);
    }

    public void compareGradients(String what, Map<String, JsonElement> expected, Map<String, NDArray> parameters) {
        assertThat(parameters.keySet()).as(what).containsExactlyInAnyOrderElementsOf(expected.keySet());
        parameters.forEach(
                (name, array) -> compare(what + " gradient of " + name, expected.get(name), array.getGradient()));
    }

    public static double number(JsonElement element) {
        // Gson reads "NaN" and "Infinity" from strings like Double.parseDouble does.
        return element.getAsDouble();
    }

    public static long[] longs(JsonElement element) {
        JsonArray list = element.getAsJsonArray();
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).getAsLong();
        }
        return values;
    }

    public static int[] ints(JsonElement element) {
        JsonArray list = element.getAsJsonArray();
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).getAsInt();
        }
        return values;
    }

    public static boolean[] booleans(JsonElement element) {
        JsonArray list = element.getAsJsonArray();
        boolean[] values = new boolean[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).getAsBoolean();
        }
        return values;
    }

    public static boolean[][] booleanRows(JsonElement element) {
        JsonArray list = element.getAsJsonArray();
        boolean[][] rows = new boolean[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = booleans(list.get(i));
        }
        return rows;
    }

    /** Returns all elements, row-major; true is 1 and false is 0. */
    public static double[] flat(JsonElement element) {
        List<Double> values = new ArrayList<>();
        flatten(element, values);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void flatten(JsonElement element, List<Double> into) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(part -> flatten(part, into));
        } else if (element.getAsJsonPrimitive().isBoolean()) {
            into.add(element.getAsBoolean() ? 1.0 : 0.0);
        } else {
            into.add(number(element));
        }
    }

    private static Shape shape(JsonElement element) {
        List<Long> sizes = new ArrayList<>();
        JsonElement part = element;
        while (part.isJsonArray()) {
            sizes.add((long) part.getAsJsonArray().size());
            part = part.getAsJsonArray().get(0);
        }
        return new Shape(sizes);
    }

    /** Creates a float64 array from a literal or generated one. */
    public static NDArray array(NDManager manager, JsonElement element) {
        if (element.isJsonObject()) {
            return generated(manager, element.getAsJsonObject());
        }
        return array(manager, flat(element), shape(element));
    }

    public static NDArray array(NDManager manager, double[] values, Shape shape) {
        return manager.create(values, shape).duplicate();
    }

    private static NDArray generated(NDManager manager, JsonObject description) {
        assertThat(description.get("$gen").getAsString()).isEqualTo("splitmix64");
        Shape shape = new Shape(longs(description.get("shape")));
        double scale = description.get("scale").getAsDouble();
        double offset = description.get("offset").getAsDouble();
        double[] values = SplitMix.stream(description.get("seed").getAsLong(), (int) shape.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = offset + scale * values[i];
        }
        double[] first = flat(description.get("check_first"));
        assertThat(Arrays.copyOf(values, first.length)).as("%s", description).isEqualTo(first);
        assertThat(SplitMix.exactSum(values))
                .as("%s", description)
                .isCloseTo(description.get("check_sum").getAsDouble(), Offset.offset(1e-9));
        return array(manager, values, shape);
    }

    /** Creates named parameters that require gradients. */
    public static Map<String, NDArray> parameters(NDManager manager, JsonElement list) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        list.getAsJsonArray().forEach(entry -> {
            NDArray array = array(manager, entry);
            array.setRequiresGradient(true);
            parameters.put(entry.getAsJsonObject().get("name").getAsString(), array);
        });
        return parameters;
    }

    /** Returns the scalar that the file's gradients belong to: sum(output * stream). */
    public static NDArray upstream(NDArray output, long seed) {
        double[] stream = SplitMix.stream(seed, (int) output.size());
        return output.mul(array(output.getManager(), stream, output.getShape())).sum();
    }

    public static double[] values(NDArray array) {
        if (array.getDataType() == DataType.FLOAT64) {
            return array.toDoubleArray();
        }
        float[] floats = array.toFloatArray();
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }
}
