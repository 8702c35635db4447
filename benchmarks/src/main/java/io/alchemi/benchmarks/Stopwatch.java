package io.alchemi.benchmarks;

import java.lang.management.ManagementFactory;

/** Measures elapsed time, and processor time of this process, since its construction. */
final class Stopwatch {
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    private final long cpuBefore = PROCESS.getProcessCpuTime();
    private final long before = System.nanoTime();

    Peer.StepCost took(double loss) {
        double millis = (System.nanoTime() - before) / 1e6;
        return new Peer.StepCost(loss, millis, (PROCESS.getProcessCpuTime() - cpuBefore) / 1e6);
    }
}
