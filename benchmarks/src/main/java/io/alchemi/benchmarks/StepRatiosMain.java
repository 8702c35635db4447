package io.alchemi.benchmarks;

import io.alchemi.training.session.TensorEngine;

/** Prints what training steps cost as ratios to the plain way; fails if a gate is missed. */
public final class StepRatiosMain {
    private StepRatiosMain() {}

    public static void main(String[] arguments) {
        TensorEngine.prepare();
        for (String a : arguments) {
            try (Workload w = switch (a) {
                case "a" -> Workload.alignment(0.1);
                case "m" -> Workload.mae(8, 64, 0.1);
                default -> Workload.mae(4, 256, 0.1);
            }) {
                Comparison c = Comparison.of(w, 8, a.equals("l") ? 12 : 60);
                System.out.println(a + " " + c);
            }
        }
    }
}
