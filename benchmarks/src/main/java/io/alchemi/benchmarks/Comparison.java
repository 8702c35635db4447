package io.alchemi.benchmarks;

import io.alchemi.benchmarks.Peer.StepCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Compares our training with other implementations, step by step in one process: ours, A, B, B, A, ours, ours, A, …
 *
 * <p>JMH is not suitable: it runs one implementation to its end before the other. On a shared machine the ratio would then compare two
 * different minutes. Here the steps of one round run under nearly the same conditions, the order changes from round to round, and the
 * median of the ratios is robust against disturbed rounds.
 *
 * @param oursMillis median of a step of ours
 * @param ratios     our ratios to each of the other implementations
 */
record Comparison(double oursMillis, List<Ratio> ratios) {
    /** Implementations whose losses differ by more, relatively, do not perform the same computation. */
    private static final double ROUNDING = 1e-5;

    /**
     * The comparison with another implementation.
     *
     * @param name   name of the other implementation
     * @param millis median time of its steps
     * @param ratio  median ratio of time
     * @param cpu    median ratio of processor time
     */
    record Ratio(String name, double millis, double ratio, double cpu) {}

    /** Creates the other implementations, each starting with the parameters of the plain one. */
    interface Peers {
        List<Peer> of(PlainTraining plain) throws IOException;
    }

    /**
     * Runs and compares steps of all implementations.
     *
     * @param workload our training and the plain one
     * @param peers    the implementations to compare with
     * @param sameLoss true if their first losses must be equal because there is no dropout
     * @param warmUp   unmeasured rounds, until the compiler has compiled everything
     * @param rounds   measured rounds
     */
    static Comparison of(Workload<?> workload, Peers peers, boolean sameLoss, int warmUp, int rounds)
            throws IOException {
        List<StepCost> ours = new ArrayList<>();
        List<Peer> others = new ArrayList<>();
        List<List<StepCost>> theirs = new ArrayList<>();
        Stopwatch[] watch = {new Stopwatch()};
        try {
            workload.train(warmUp + rounds, plain -> {
                ours.add(watch[0].took(Double.NaN));
                if (others.isEmpty()) {
                    others.addAll(made(peers, plain));
                    others.forEach(peer -> theirs.add(new ArrayList<>()));
                }
                if (ours.size() % 2 == 1) {
                    for (int i = 0; i < others.size(); i++) {
                        theirs.get(i).add(others.get(i).step());
                    }
                    for (int i = others.size() - 1; i >= 0; i--) {
                        theirs.get(i).add(others.get(i).step());
                    }
                }
                watch[0] = new Stopwatch();
            });
        } finally {
            others.forEach(Peer::close);
        }
        if (sameLoss) {
            requireSameLoss(others, theirs);
        }
        List<Ratio> ratios = new ArrayList<>();
        List<StepCost> ourRounds = ours.subList(warmUp, warmUp + rounds);
        for (int i = 0; i < others.size(); i++) {
            List<StepCost> rivals = theirs.get(i).subList(warmUp, warmUp + rounds);
            ratios.add(new Ratio(
                    others.get(i).name(),
                    median(rivals, rivals, (took, same) -> took.millis()),
                    median(ourRounds, rivals, (our, their) -> our.millis() / their.millis()),
                    median(ourRounds, rivals, (our, their) -> our.cpuMillis() / their.cpuMillis())));
        }
        return new Comparison(median(ourRounds, ourRounds, (took, same) -> took.millis()), ratios);
    }

    private static List<Peer> made(Peers peers, PlainTraining plain) {
        try {
            return peers.of(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requires equal losses. A test shows that the plain training has the losses of ours. */
    private static void requireSameLoss(List<Peer> others, List<List<StepCost>> theirs) {
        double expected = theirs.get(0).get(0).loss();
        for (int i = 1; i < others.size(); i++) {
            double loss = theirs.get(i).get(0).loss();
            if (others.get(i).hasLoss() && !(Math.abs(loss - expected) <= ROUNDING * Math.abs(expected))) {
                throw new IllegalStateException("the first loss of "
                        + others.get(i).name() + " is " + loss + ", but " + expected + " in the plain training");
            }
        }
    }

    private static double median(
            List<StepCost> ours, List<StepCost> theirs, ToDoubleBiFunction<StepCost, StepCost> value) {
        double[] sorted = new double[ours.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = value.applyAsDouble(ours.get(i), theirs.get(i));
        }
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
