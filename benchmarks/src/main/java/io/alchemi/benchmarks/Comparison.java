package io.alchemi.benchmarks;

import io.alchemi.benchmarks.Peer.Took;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Times our way of a training against others, step by step in one run: ours, A, B, B, A, ours, ours, A, ..
 *
 * <p>Not by JMH: it runs one way to its end before it begins the other, and where other programs come and go, as on any shared
 * machine, the ratio is then that of two different minutes. Steps of one round see nearly the same machine, in each round one or the
 * other goes first, and the median of the rounds' ratios does not mind the rounds that were disturbed.
 *
 * @param oursMillis median of a step of ours
 * @param ratios     to each of the other ways
 */
record Comparison(double oursMillis, List<Ratio> ratios) {
    /** Ways whose losses differ by more, relatively, do not do the same computation. */
    private static final double ROUNDING = 1e-5;

    /**
     * Our way over another.
     *
     * @param name   of the other way
     * @param millis median of a step of the other way
     * @param ratio  median of the rounds' ratios of time
     * @param cpu    median of the rounds' ratios of processor time
     */
    record Ratio(String name, double millis, double ratio, double cpu) {}

    /** Makes the other ways, each of which starts with the parameters of the plain one. */
    interface Peers {
        List<Peer> of(PlainTraining plain) throws IOException;
    }

    /**
     * Does steps in all ways.
     *
     * @param workload ours and the plain way
     * @param peers    the ways to compare with
     * @param sameLoss true if their first losses must be equal: nothing is dropped
     * @param warmUp   rounds that do not count, until the compiler has seen everything
     * @param rounds   rounds that count
     */
    static Comparison of(Workload<?> workload, Peers peers, boolean sameLoss, int warmUp, int rounds)
            throws IOException {
        List<Took> ours = new ArrayList<>();
        List<Peer> others = new ArrayList<>();
        List<List<Took>> theirs = new ArrayList<>();
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
        List<Took> ourRounds = ours.subList(warmUp, warmUp + rounds);
        for (int i = 0; i < others.size(); i++) {
            List<Took> rivals = theirs.get(i).subList(warmUp, warmUp + rounds);
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

    /** A test shows that the plain way has the losses of ours. */
    private static void requireSameLoss(List<Peer> others, List<List<Took>> theirs) {
        double expected = theirs.get(0).get(0).loss();
        for (int i = 1; i < others.size(); i++) {
            double loss = theirs.get(i).get(0).loss();
            if (!(Math.abs(loss - expected) <= ROUNDING * Math.abs(expected))) {
                throw new IllegalStateException("the first loss of "
                        + others.get(i).name() + " is " + loss + ", but " + expected + " in the plain way");
            }
        }
    }

    private static double median(List<Took> ours, List<Took> theirs, ToDoubleBiFunction<Took, Took> value) {
        double[] sorted = new double[ours.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = value.applyAsDouble(ours.get(i), theirs.get(i));
        }
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
