package io.alchemi.benchmarks;

import ai.djl.engine.Engine;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Prints what training steps cost as ratios to the plain way, and whether the gates hold. */
public final class StepRatiosMain {
    private static final double DROPOUT = 0.1;
    private static final int WARM_UP = 8;
    private static final int GATE_MISSED = 1;
    private static final int USAGE = 64;

    private StepRatiosMain() {}

    /**
     * What is measured.
     *
     * @param name     what to print
     * @param workload makes both ways for a dropout
     * @param pairs    steps of each way
     * @param gate     largest ratio that passes; infinity where the ratio is for information
     * @param aim      the ratio that is wanted
     */
    private record Measurement(String name, DoubleFunction<Workload<?>> workload, int pairs, double gate, double aim) {}

    private static final Measurement[] MEASUREMENTS = {
        new Measurement("alignment B8 T256+10 D64 depth 2 heads 4", Workload::alignment, 80, 0.55, 0.42),
        new Measurement("MAE B8 D64 depth 6 heads 8", dropout -> Workload.mae(8, 64, dropout), 80, 0.65, 0.5),
        new Measurement(
                "MAE B4 D256 depth 6 heads 8",
                dropout -> Workload.mae(4, 256, dropout),
                12,
                Double.POSITIVE_INFINITY,
                Double.NaN),
    };

    /**
     * Measures.
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
        say("steps with dropout %s, in the plain way DJL's own; ratio: median over pairs of steps", DROPOUT);
        say("%-42s %9s %9s %6s %6s %5s %5s", "", "ours ms", "plain ms", "ratio", "cpu", "gate", "aim");
        boolean allHold = true;
        for (Measurement measurement : MEASUREMENTS) {
            allHold &= holds(measurement);
        }
        return allHold;
    }

    private static boolean holds(Measurement measurement) throws IOException {
        Comparison found = Comparison.of(measurement.workload.apply(DROPOUT), WARM_UP, measurement.pairs);
        boolean holds = found.ratio() <= measurement.gate;
        boolean gated = Double.isFinite(measurement.gate);
        String limits = gated ? " %5.2f %5.2f %s" : "     -     -";
        say(
                "%-42s %9.1f %9.1f %6.3f %6.3f" + limits,
                measurement.name,
                found.oursMillis(),
                found.plainMillis(),
                found.ratio(),
                found.cpuRatio(),
                measurement.gate,
                measurement.aim,
                holds ? "holds" : "MISSED");
        return holds;
    }

    private static String java() {
        return System.getProperty("java.version");
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
