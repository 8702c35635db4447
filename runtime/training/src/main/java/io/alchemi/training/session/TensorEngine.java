package io.alchemi.training.session;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import io.alchemi.training.random.RandomStream;

/** Starts the tensor engine, offline, and controls its threads and random numbers. */
public final class TensorEngine {
    private TensorEngine() {}

    private static boolean runs;

    /**
     * Starts the engine unless it runs.
     *
     * @throws io.alchemi.config.ConfigException if it cannot be unpacked or loaded
     */
    public static synchronized void prepare() {
        if (runs) {
            return;
        }
        // Before the first call: otherwise it asks the cloud's metadata address and may download what is missing.
        System.setProperty("ai.djl.offline", "true");
        EngineFolder folder = EngineFolder.find();
        if (folder != null) {
            folder.prepare();
        }
        try {
            Engine.getInstance();
        } catch (EngineException | IllegalStateException | UnsatisfiedLinkError e) {
            if (folder == null) {
                throw e;
            }
            throw folder.failed(e);
        }
        runs = true;
    }

    /** Makes the engine's own random numbers a function of seed and step, so that DJL's dropout and draws can be repeated. */
    public static void seed(long seed, long step) {
        JniUtils.setSeed(new RandomStream(seed, "engine", step).bits(0));
    }

    /**
     * Starts the engine unless it runs, and computes with a number of threads from now on.
     *
     * @param threads at least 1; with 1 all kernels of the CPU give the same bits again
     */
    public static void useThreads(int threads) {
        prepare();
        JniUtils.setNumThreads(threads);
    }

    /** Returns the number of threads that compute an operation. Results of different numbers differ in their last digits. */
    public static int threads() {
        return JniUtils.getNumThreads();
    }

    /** Returns true if the engine has not been unpacked on this machine yet, or not as a whole, which writes 450 MB below the user's home. */
    public static boolean isToBeUnpacked() {
        EngineFolder folder = EngineFolder.find();
        return folder != null && !folder.isComplete();
    }
}
