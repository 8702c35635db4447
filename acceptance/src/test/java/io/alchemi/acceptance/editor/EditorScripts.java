package io.alchemi.acceptance.editor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The scripts that run editor components, and Node. */
public final class EditorScripts {
    /** Folder of the scripts and their packages. */
    public static final Path FOLDER =
            Path.of(System.getProperty("alchemi.root"), "acceptance", "src", "test", "editor");

    private EditorScripts() {}

    /**
     * Returns the Node in the environment variable {@code NODE}, else one on the path. Skips the test if there is none, or if the packages
     * are not installed. If {@code NODE} is set, both are required.
     */
    public static String node() {
        boolean isInstalled = Files.isDirectory(FOLDER.resolve("node_modules"));
        String named = System.getenv("NODE");
        if (named != null && !named.isEmpty()) {
            if (!isInstalled) {
                throw new AssertionError("NODE is set, but the packages are missing: run npm ci in " + FOLDER);
            }
            return named;
        }
        boolean isOnPath = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        assumeTrue(isOnPath, "Node is not on the path and NODE is not set: editors are not tested");
        assumeTrue(
                isInstalled, "the Node packages are not installed (npm ci in " + FOLDER + "): editors are not tested");
        return "node";
    }
}
