package io.alchemi.training.session;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.alchemi.training.random.RandomStream;

/** Starts the tensor engine, offline, and controls its threads and random numbers. */
public final class TensorEngine {
    private TensorEngine() {}

    private static boolean runs;

    /**
     * Starts the engine if it is not running.
     *
     * @throws io.alchemi.config.ConfigException if the engine cannot be unpacked or loaded
     */
    public static synchronized void prepare() {
        if (runs) {
            return;
        }
        // Must be set before the first call; otherwise DJL queries the cloud's metadata address and may download
        // missing files.
        System.setProperty("ai.djl.offline", "true");
        EngineFolder folder = EngineFolder.find();
        if (folder == null) {
            Engine.getInstance();
        } else {
            folder.start();
        }
        runs = true;
    }

    /** Seeds the engine's random numbers from seed and step, so that DJL's own dropout and draws are repeatable. */
    public static void seed(long seed, long step) {
        JniUtils.setSeed(new RandomStream(seed, "engine", step).bits(0));
    }

    /**
     * Starts the engine if it is not running, and sets the number of threads.
     *
     * @param threads at least 1; with 1 all CPU kernels are repeatable
     */
    public static void useThreads(int threads) {
        prepare();
        JniUtils.setNumThreads(threads);
    }

    /** Returns the number of threads per operation. Results for different numbers of threads differ in the last digits. */
    public static int threads() {
        return JniUtils.getNumThreads();
    }

    /**
     * Returns true if the engine is not yet, or not completely, unpacked on this machine. Unpacking writes 450 MB below the user's home.
     */
    public static boolean isToBeUnpacked() {
        EngineFolder folder = EngineFolder.find();
        return folder != null && !folder.isComplete();
    }
}
