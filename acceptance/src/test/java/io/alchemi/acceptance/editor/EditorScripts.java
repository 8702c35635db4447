package io.alchemi.acceptance.editor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The scripts that ask editors, and what runs them. */
public final class EditorScripts {
    /** Where the scripts and their packages are. */
    public static final Path FOLDER =
            Path.of(System.getProperty("alchemi.root"), "acceptance", "src", "test", "editor");

    private EditorScripts() {}

    /**
     * Returns the Node that the variable {@code NODE} names, else one on the path; skips the test if there is none, or if the packages
     * are not installed. A Node that the variable names is required, and the packages too.
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
        assumeTrue(isOnPath, "no Node on the path and no NODE: editors are not tested");
        assumeTrue(isInstalled, "no packages of Node (npm ci in " + FOLDER + "): editors are not tested");
        return "node";
    }
}
