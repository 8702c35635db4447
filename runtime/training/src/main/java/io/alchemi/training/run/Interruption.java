package io.alchemi.training.run;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a training between two steps when the process is told to stop. The tensor engine crashes if the process ends while it
 * computes, so the end of the process waits for the step.
 */
final class Interruption implements AutoCloseable {
    private static final long LONGEST_STEP_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean wanted;

    /** Begins to listen for signals. */
    Interruption(PrintStream err) {
        this.hook = new Thread(() -> waitForTheStep(err), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitForTheStep(PrintStream err) {
        stop(err);
        try {
            if (!ended.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
                err.println("the step takes too long; stopping now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(PrintStream err) {
        wanted = true;
        err.println("stopping after the current step");
    }

    /** Returns true once the process was told to stop. */
    boolean isWanted() {
        return wanted;
    }

    /** The training has ended: the process may end too. */
    @Override
    public void close() {
        ended.countDown();
        if (!wanted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
