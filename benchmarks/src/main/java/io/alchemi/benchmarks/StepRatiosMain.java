package io.alchemi.benchmarks;

import ai.djl.engine.Engine;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Prints the cost of training steps as ratios to plain DJL and to PyTorch, and whether they are within their gates. */
public final class StepRatiosMain {
    private static final double DROPOUT = 0.1;
    private static final int WARM_UP = 8;
    private static final int GATE_MISSED = 1;
    private static final int USAGE = 64;

    private StepRatiosMain() {}

    /**
     * A measurement.
     *
     * @param name     name to print
     * @param workload our training and the plain one for a given dropout
     * @param rounds   steps of each implementation
     * @param gate     maximum ratio to plain DJL with dropout; infinity for no gate
     * @param torch    the PyTorch variants: true if the towers process whole batches
     */
    private record Measurement(
            String name, DoubleFunction<Workload<?>> workload, int rounds, double gate, List<Boolean> torch) {}

    private static final List<Measurement> MEASUREMENTS = List.of(
            new Measurement(
                    "alignment B8 T256+10 D64 depth 2 heads 4", Workload::alignment, 80, 0.55, List.of(false, true)),
            new Measurement(
                    "MAE B8 D64 depth 6 heads 8", dropout -> Workload.mae(8, 64, dropout), 40, 0.65, List.of(true)),
            new Measurement(
                    "MAE B4 D256 depth 6 heads 8",
                    dropout -> Workload.mae(4, 256, dropout),
                    12,
                    Double.POSITIVE_INFINITY,
                    List.of(true)));

    /**
     * Runs the benchmark.
     *
     * @param arguments none for the ratios; {@code memory} for the resident memory of an alignment
     */
    public static void main(String[] arguments) throws IOException {
        TensorEngine.prepare();
        if (arguments.length == 0) {
            System.exit(ratios() ? 0 : GATE_MISSED);
        } else if (arguments.length == 1 && arguments[0].equals("memory")) {
            ResidentMemory.print();
        } else {
            System.err.println("usage: benchmarks/steps [memory]");
            System.exit(USAGE);
        }
    }

    private static boolean ratios() throws IOException {
        Engine engine = Engine.getInstance();
        say("%s %s, DJL %s, Java %s", engine.getEngineName(), engine.getVersion(), Engine.getDjlVersion(), java());
        say(
                "engine threads %s, processors %d, GOMP_SPINCOUNT %s, MALLOC_TRIM_THRESHOLD_ %s",
                System.getProperty("ai.djl.pytorch.num_threads", "as many as processors"),
                Runtime.getRuntime().availableProcessors(),
                System.getenv("GOMP_SPINCOUNT"),
                System.getenv("MALLOC_TRIM_THRESHOLD_"));
        say("ratio: median over rounds of one step of each implementation");
        say("%-38s %9s %6s %6s %5s", "", "ms", "ratio", "cpu", "gate");
        boolean allHold = true;
        for (Measurement measurement : MEASUREMENTS) {
            allHold &= holds(measurement, DROPOUT);
            allHold &= holds(measurement, 0);
        }
        return allHold;
    }

    private static boolean holds(Measurement measurement, double dropout) throws IOException {
        double gate = dropout == 0 ? Double.POSITIVE_INFINITY : measurement.gate;
        Comparison found = Comparison.of(
                measurement.workload.apply(dropout),
                plain -> peers(plain, measurement.torch),
                dropout == 0,
                WARM_UP,
                measurement.rounds);
        say("%s, dropout %s", measurement.name, dropout);
        say("  %-36s %9.1f", "ours", found.oursMillis());
        boolean holds = found.ratios().get(0).ratio() <= gate;
        String limit =
                Double.isFinite(gate) ? String.format(Locale.ROOT, "%5.2f %s", gate, holds ? "holds" : "MISSED") : "";
        for (Comparison.Ratio to : found.ratios()) {
            say("  %-36s %9.1f %6.3f %6.3f %s", to.name(), to.millis(), to.ratio(), to.cpu(), limit);
            limit = "";
        }
        if (found.ratios().stream().noneMatch(to -> to.name().startsWith("PyTorch"))) {
            say("  PyTorch is skipped: python3 with torch is not installed");
        }
        return holds;
    }

    private static List<Peer> peers(PlainTraining plain, List<Boolean> torch) throws IOException {
        List<Peer> peers = new ArrayList<>(List.of(plain));
        for (boolean wholeBatch : torch) {
            TorchTraining training = TorchTraining.start(plain, wholeBatch);
            if (training != null) {
                peers.add(training);
            }
        }
        peers.add(new MatrixProducts(plain));
        return peers;
    }

    private static String java() {
        return System.getProperty("java.version");
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
