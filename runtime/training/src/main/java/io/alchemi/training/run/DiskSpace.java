package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requires enough disk space for a run before its first step. How much that is depends on the model, so the run is already open. */
final class DiskSpace {
    /** Disk space for metrics, log and report, in bytes. */
    private static final long OTHER_FILES = 10_000_000;

    private static final long MB = 1_000_000;

    private DiskSpace() {}

    /**
     * Requires space for the checkpoints and the other files of a run.
     *
     * @param run   the folder of the run
     * @param bytes size of the checkpoints, bytes
     * @param loop  the loop of the run
     * @param keys  the keys of loops in the configuration
     * @throws ConfigException if there is less space
     */
    static void require(Path run, long bytes, LoopSettings loop, LoopKeys keys) throws IOException {
        long usable = Files.getFileStore(run).getUsableSpace();
        if (usable < bytes + OTHER_FILES) {
            String message = String.format(
                    Locale.ROOT,
                    "the run needs up to %,d MB for its checkpoints, and %,d MB are kept free for its other files, but the disk of %s"
                            + " has %,d MB left",
                    -Math.floorDiv(-bytes, MB),
                    OTHER_FILES / MB,
                    run.getParent(),
                    usable / MB);
            throw new ConfigException(List.of(
                    new Diagnostic(DiagnosticId.MACHINE, place(run, keys), message, advice(loop, keys, usable))));
        }
    }

    /** Returns the location of the key that sets how often the run saves, or the folder if the configuration has no such key. */
    private static SourceLocation place(Path run, LoopKeys keys) {
        Map<String, Node> values = keys.values(LoopKeys.SAVE_EVERY);
        return values.isEmpty()
                ? new SourceLocation(new Document(Document.Kind.FILE, String.valueOf(run.getParent()), ""), Span.START)
                : values.values().iterator().next().place();
    }

    private static String advice(LoopSettings loop, LoopKeys keys, long usable) {
        boolean saves = loop.saveEvery() > 0;
        boolean isKey = !keys.values(LoopKeys.SAVE_EVERY).isEmpty();
        return "free some space"
                + (saves && !keys.values(LoopKeys.KEEP_LAST).isEmpty() ? ", lower " + LoopKeys.KEEP_LAST : "")
                + (saves && isKey && usable >= OTHER_FILES
                        ? ", or write 0, which saves only at the end"
                        : ", or start the run in a folder on another disk");
    }
}
