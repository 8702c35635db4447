package io.alchemi.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times two ways of a training against each other, step by step in one process: ours, plain, plain, ours, ours, ..
 *
 * <p>Not by JMH: it runs one way to its end before it begins the other, and where other programs come and go, as on any shared
 * machine, the ratio is then that of two different minutes. Two neighbouring steps see nearly the same machine, in each pair one or
 * the other goes first, and the median of the pairs' ratios does not mind the pairs that were disturbed.
 *
 * @param oursMillis  median of a step of ours
 * @param plainMillis median of a step of the plain way
 * @param ratio       median of the pairs' ratios of time
 * @param cpuRatio    processor time of all steps of ours over that of all steps of the plain way
 */
record Comparison(double oursMillis, double plainMillis, double ratio, double cpuRatio) {
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    /**
     * Does steps in both ways.
     *
     * @param workload both ways
     * @param warmUp   pairs that do not count, until the compiler has seen everything
     * @param pairs    pairs that count
     */
    static Comparison of(Workload workload, int warmUp, int pairs) {
        Clock ours = new Clock(workload.ours(), pairs);
        Clock plain = new Clock(workload.plain(), pairs);
        for (int pair = -warmUp; pair < pairs; pair++) {
            boolean oursFirst = pair % 2 == 0;
            (oursFirst ? ours : plain).step(pair);
            (oursFirst ? plain : ours).step(pair);
        }
        double[] ratios = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            ratios[pair] = ours.millis[pair] / plain.millis[pair];
        }
        return new Comparison(median(ours.millis), median(plain.millis), median(ratios), (double) ours.cpu / plain.cpu);
    }

    /** One way with what its steps took. */
    private static final class Clock {
        final BenchmarkTraining training;
        final double[] millis;
        long cpu;

        Clock(BenchmarkTraining training, int pairs) {
            this.training = training;
            this.millis = new double[pairs];
        }

        void step(int pair) {
            long cpuBefore = PROCESS.getProcessCpuTime();
            long before = System.nanoTime();
            training.step();
            long took = System.nanoTime() - before;
            if (pair >= 0) {
                millis[pair] = took / 1e6;
                cpu += PROCESS.getProcessCpuTime() - cpuBefore;
            }
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
