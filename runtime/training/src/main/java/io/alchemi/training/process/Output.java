package io.alchemi.training.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Captures the output of other programs. */
public final class Output {
    /** Time limit, because programs hang if a file system hangs. */
    private static final int LONGEST_SECONDS = 20;

    private Output() {}

    /**
     * Returns the output of a program, or null if the program does not exist, fails or hangs.
     *
     * @param most maximum output in bytes; longer output is cut to one byte more, and the program is stopped
     */
    public static byte @Nullable [] of(List<String> command, int most) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            byte[] output;
            try (InputStream printed = process.getInputStream()) {
                output = printed.readNBytes(most + 1);
            }
            if (output.length > most) {
                process.destroy();
                return output;
            }
            return process.waitFor() == 0 ? output : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
