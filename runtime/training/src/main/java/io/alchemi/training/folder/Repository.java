package io.alchemi.training.folder;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Git repository that a configuration is in, asked by the {@code git} command. */
final class Repository {
    /** Uncommitted changes beyond this size are not kept: they are data, not code. */
    private static final int LARGEST_PATCH = 1 << 20;

    private static final int SECONDS = 20;

    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the facts of the repository, and the uncommitted changes as {@code uncommitted.patch}.
     *
     * @param file a file that may be in a repository
     * @param run  where the patch is written
     * @return commit, branch (null if none is checked out) and dirty; null if the file is in no repository or there is no {@code git}
     */
    static @Nullable JsonObject describe(Path file, Path run) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        Repository repository = new Repository(folder);
        String commit = repository.line("rev-parse", "HEAD");
        if (commit == null) {
            return null;
        }
        JsonObject facts = new JsonObject();
        facts.addProperty("commit", commit);
        facts.addProperty("branch", repository.line("symbolic-ref", "--short", "-q", "HEAD"));
        byte[] changes = repository.output("status", "--porcelain");
        facts.addProperty("dirty", changes != null && changes.length > 0);
        byte[] patch = repository.output("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--binary", "HEAD");
        if (patch != null && patch.length > 0 && patch.length <= LARGEST_PATCH) {
            Files.write(run.resolve(RunFiles.PATCH), patch);
        }
        return facts;
    }

    private @Nullable String line(String... arguments) {
        byte[] output = output(arguments);
        String text = output == null ? "" : new String(output, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? null : text;
    }

    /** Returns what a command prints, up to a byte more than the largest patch, or null if it fails. */
    private byte @Nullable [] output(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString(), "--no-optional-locks"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            byte[] output;
            try (InputStream printed = process.getInputStream()) {
                output = printed.readNBytes(LARGEST_PATCH + 1);
            }
            if (output.length > LARGEST_PATCH) {
                process.destroy();
                return output;
            }
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
