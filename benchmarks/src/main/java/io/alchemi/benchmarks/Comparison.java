package io.alchemi.benchmarks;

import java.io.IOException;
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
    static Comparison of(Workload<?> workload, int warmUp, int pairs) throws IOException {
        Clock clock = new Clock(warmUp, pairs);
        workload.train(warmUp + pairs, clock::oursEnded);
        double[] ratios = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            ratios[pair] = clock.ours[pair] / clock.plain[pair];
        }
        return new Comparison(
                median(clock.ours), median(clock.plain), median(ratios), (double) clock.oursCpu / clock.plainCpu);
    }

    /** What the steps of both ways took. */
    private static final class Clock {
        final double[] ours;
        final double[] plain;
        final int warmUp;
        long oursCpu;
        long plainCpu;
        private int oursDone;
        private int plainDone;
        private long cpuBefore = PROCESS.getProcessCpuTime();
        private long before = System.nanoTime();

        Clock(int warmUp, int pairs) {
            this.warmUp = warmUp;
            this.ours = new double[pairs];
            this.plain = new double[pairs];
        }

        /** Ours has done a step: the plain way does none or two, so that in every other pair it is the first. */
        void oursEnded(PlainTraining training) {
            oursCpu += note(ours, oursDone++);
            while (oursDone % 2 == 1 && plainDone <= oursDone) {
                start();
                training.step();
                plainCpu += note(plain, plainDone++);
            }
            start();
        }

        private void start() {
            cpuBefore = PROCESS.getProcessCpuTime();
            before = System.nanoTime();
        }

        /** Notes what a step took and returns its processor time, or 0 while warming up. */
        private long note(double[] millis, int step) {
            double took = (System.nanoTime() - before) / 1e6;
            int pair = step - warmUp;
            if (pair < 0 || pair >= millis.length) {
                return 0;
            }
            millis[pair] = took;
            return PROCESS.getProcessCpuTime() - cpuBefore;
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
