package io.alchemi.benchmarks;

import com.sun.management.ThreadMXBean;
import io.alchemi.config.layer.Source;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Measures the cost of loading a configuration in a warm JVM, compared with SnakeYAML alone: its events, its node tree, and its maps.
 * All alternate. Prints the medians of the ratios of each round, and the allocated memory.
 */
final class LoadCostMain {
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 400;
    private static final int REPEATED = 5;

    private LoadCostMain() {}

    /** A piece of work to measure. */
    private interface Work {
        Object run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path named = Path.of(arguments[1]);
        String text = Files.readString(file);
        AlignmentExperimentLoader loader = new AlignmentExperimentLoader();
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("events of SnakeYAML", () -> events(text));
        works.put("nodes of SnakeYAML", () -> yaml().compose(new StringReader(text)));
        works.put("maps of SnakeYAML", () -> yaml().<Object>load(text));
        works.put("a record, from a string", () -> loader.load(Source.text("alignment.yaml", text)));
        works.put(
                "events, of both files",
                () -> List.of(events(Files.readString(file)), events(Files.readString(named))));
        works.put("a record, of both files", () -> loader.load(file));
        print(works);
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private static Object events(String text) {
        int count = 0;
        for (Object event : yaml().parse(new StringReader(text))) {
            count += event == null ? 0 : 1;
        }
        return count;
    }

    private static void print(Map<String, Work> works) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double[][] micros = new double[works.size()][ROUNDS];
        long[] bytes = new long[works.size()];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int i = 0;
            for (Work work : works.values()) {
                long allocated = threads.getThreadAllocatedBytes(thread);
                long before = System.nanoTime();
                for (int repeated = 0; repeated < REPEATED; repeated++) {
                    work.run();
                }
                if (round >= 0) {
                    micros[i][round] = (System.nanoTime() - before) / 1e3 / REPEATED;
                    bytes[i] = (threads.getThreadAllocatedBytes(thread) - allocated) / REPEATED;
                }
                i++;
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(Locale.ROOT, "%-26s %8s %6s %10s %6s%n", "", "µs", "ratio", "allocated", "ratio");
        int i = 0;
        for (String name : works.keySet()) {
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = micros[i][round] / micros[0][round];
            }
            out.printf(
                    Locale.ROOT,
                    "%-26s %8.0f %6.2f %7d KB %6.2f%n",
                    name,
                    median(micros[i]),
                    median(ratios),
                    bytes[i] / 1000,
                    (double) bytes[i] / bytes[0]);
            i++;
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
