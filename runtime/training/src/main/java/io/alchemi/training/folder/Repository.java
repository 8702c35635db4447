package io.alchemi.training.folder;

import com.google.gson.JsonObject;
import io.alchemi.config.text.Mask;
import io.alchemi.training.process.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the Git repository of a configuration by running {@code git}. */
final class Repository {
    /** Limit for uncommitted changes in bytes. Larger ones are data, not code, and are not saved. */
    private static final int LARGEST_PATCH = 1 << 20;

    /** Name of the fact with the top folder. */
    static final String FOLDER = "folder";

    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the facts of a repository, and saves its uncommitted changes.
     *
     * @param folder a folder, in a repository or not
     * @param patch  file for the uncommitted changes, without untracked files
     * @param mask   replaces secrets in the uncommitted changes
     * @return top folder, commit, branch (null if none is checked out), whether there are uncommitted changes, and the number of untracked
     *     files; null if the folder is not in a repository or {@code git} is not installed
     */
    static @Nullable JsonObject describe(Path folder, Path patch, Mask mask) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        Repository repository = new Repository(folder);
        String commit = repository.line("rev-parse", "HEAD");
        if (commit == null) {
            return null;
        }
        JsonObject facts = new JsonObject();
        facts.addProperty(FOLDER, repository.line("rev-parse", "--show-toplevel"));
        facts.addProperty("commit", commit);
        facts.addProperty("branch", repository.line("symbolic-ref", "--short", "-q", "HEAD"));
        String changes = repository.text("status", "--porcelain");
        facts.addProperty("dirty", !changes.isEmpty());
        facts.addProperty(
                "untracked",
                changes.lines().filter(line -> line.startsWith("??")).count());
        byte[] diff = repository.output("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--binary", "HEAD");
        if (diff != null && diff.length > 0 && diff.length <= LARGEST_PATCH) {
            Files.write(patch, mask.apply(diff));
        }
        return facts;
    }

    private @Nullable String line(String... arguments) {
        String text = text(arguments);
        return text.isEmpty() ? null : text;
    }

    private String text(String... arguments) {
        byte[] output = output(arguments);
        return output == null ? "" : new String(output, StandardCharsets.UTF_8).strip();
    }

    /** Returns the output of a command, cut one byte above the size limit, or null if it fails. */
    private byte @Nullable [] output(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString(), "--no-optional-locks"));
        command.addAll(List.of(arguments));
        return Output.of(command, LARGEST_PATCH);
    }
}
