package io.alchemi.benchmarks;

import org.junit.jupiter.api.Test;

/** What is compared is the same computation. */
class SameNumbersTest {
    private static final int STEPS = 5;

    @Test
    void alignment() {
        compare(Workload.alignment(0));
    }

    @Test
    void mae() {
        compare(Workload.mae(8, 64, 0));
    }

    private static void compare(Workload workload) {
        try (workload) {
            for (int step = 1; step <= STEPS; step++) {
                double ours = workload.ours().step();
                double plain = workload.plain().step();
                System.out.println(ours + " " + plain + " " + (ours / plain - 1));
            }
        }
    }
}
