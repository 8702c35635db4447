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

/** The Git repository that a configuration is in, asked by the {@code git} command. */
final class Repository {
    /** Uncommitted changes beyond this size are not kept: they are data, not code. */
    private static final int LARGEST_PATCH = 1 << 20;

    /** Name of the fact that is the top folder. */
    static final String FOLDER = "folder";

    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the facts of a repository, and writes its uncommitted changes.
     *
     * @param folder a folder that may be in a repository
     * @param patch  file for the uncommitted changes, without files that git does not track
     * @param mask   replaces secrets in the uncommitted changes
     * @return top folder, commit, branch (null if none is checked out), whether anything is uncommitted, and the number of files that git
     *     neither tracks nor ignores; null if the folder is in no repository or there is no {@code git}
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

    /** Returns what a command prints, up to a byte more than the largest patch, or null if it fails. */
    private byte @Nullable [] output(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString(), "--no-optional-locks"));
        command.addAll(List.of(arguments));
        return Output.of(command, LARGEST_PATCH);
    }
}
