package io.alchemi.training.session;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import io.alchemi.training.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Starts the tensor engine, offline, and controls its threads and random numbers. */
public final class TensorEngine {
    private TensorEngine() {}

    /** Starts the engine unless it runs. */
    public static void prepare() {
        // Before the first call: otherwise it asks the cloud's metadata address and may download what is missing.
        System.setProperty("ai.djl.offline", "true");
        Engine.getInstance();
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

    /** Returns true if the engine has not been unpacked on this machine yet, which writes 430 MB below the user's home. */
    public static boolean isToBeUnpacked() {
        Path cache = Utils.getEngineCacheDir("pytorch");
        if (!Files.isDirectory(cache)) {
            return true;
        }
        try (Stream<Path> versions = Files.list(cache)) {
            List<Path> folders = versions.filter(Files::isDirectory).toList();
            return folders.isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}
