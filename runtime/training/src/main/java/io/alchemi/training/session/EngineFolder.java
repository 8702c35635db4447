package io.alchemi.training.session;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which DJL unpacks the libraries of the tensor engine, once per user. DJL loads whatever is there: a truncated
 * library crashes the process, and in place of a missing library the system's is loaded. So the libraries are verified first.
 */
final class EngineFolder {
    /** Environment variable with the folder of all engines, read by DJL. */
    private static final String VARIABLE = "ENGINE_CACHE_DIR";

    private static final String OTHER_FOLDER = "set " + VARIABLE + " to a folder of your own with 450 MB of free space";
    private static final String ENGINE = "pytorch";
    private static final String FOLDER = ".djl.ai";
    private static final String LOCK = "lock";
    private static final String HOME = "user.home";

    private final Path cache;
    private final Path folder;
    private final Map<String, Long> sizes;

    private EngineFolder(Path cache, String version, Map<String, Long> sizes) {
        this.cache = cache;
        this.folder = cache.resolve(version);
        this.sizes = sizes;
    }

    /**
     * Returns the folder on this machine, or null if {@code PYTORCH_LIBRARY_PATH} selects other libraries.
     *
     * @throws ConfigException if the engine does not run on this machine, or the user has no folder for it
     */
    static @Nullable EngineFolder find() {
        requireHome();
        if (Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH") != null) {
            return null;
        }
        Path cache = Utils.getEngineCacheDir(ENGINE);
        try {
            Platform platform = Platform.detectPlatform(ENGINE);
            String flavor = platform.getFlavor();
            String classifier = platform.getClassifier();
            Map<String, Long> sizes = new LinkedHashMap<>();
            for (String library : platform.getLibraries()) {
                sizes.put(library, size(ENGINE + "/" + flavor + "/" + classifier + "/" + library));
            }
            String bridge = System.mapLibraryName("djl_torch");
            sizes.put(
                    Engine.getDjlVersion() + "-" + bridge, size("jnilib/" + classifier + "/" + flavor + "/" + bridge));
            return new EngineFolder(cache, platform.getVersion() + "-" + flavor + "-" + classifier, sizes);
        } catch (IOException | IllegalStateException e) {
            throw refused(cache, "the tensor engine has no libraries for this machine: " + e.getMessage(), "");
        }
    }

    /**
     * Ensures that the user has a home folder that can be written, unless variables name a folder for the engine. Java does not know the
     * home of some users of containers, and libraries would be unpacked into a folder "?". In place of a home that cannot be written, DJL
     * takes the temporary folder. Anyone can write there, so its libraries are not trusted.
     */
    private static void requireHome() {
        Path home = absolute(System.getProperty(HOME));
        Path other = absolute(System.getenv("HOME"));
        if (other != null && (home == null || (!Files.isWritable(home) && Files.isWritable(other)))) {
            home = other;
            System.setProperty(HOME, home.toString());
        }
        if (isStated(VARIABLE) || isStated("DJL_CACHE_DIR")) {
            return;
        }
        String reason = home == null
                ? "you have no home folder"
                : Files.isWritable(home) ? "" : "your home folder cannot be written";
        if (!reason.isEmpty()) {
            throw refused(
                    home == null ? Path.of(FOLDER) : home.resolve(FOLDER),
                    "the tensor engine cannot be unpacked, since " + reason,
                    OTHER_FOLDER);
        }
    }

    private static @Nullable Path absolute(@Nullable String name) {
        return name != null && new File(name).isAbsolute() ? Path.of(name) : null;
    }

    private static boolean isStated(String variable) {
        String value = Utils.getEnvOrSystemProperty(variable);
        return value != null && !value.isEmpty();
    }

    private static long size(String resource) throws IOException {
        URL url = EngineFolder.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException(resource + " is missing on the class path");
        }
        return url.openConnection().getContentLengthLong();
    }

    /** Returns true if all libraries exist and have the right size. */
    boolean isComplete() {
        for (Map.Entry<String, Long> library : sizes.entrySet()) {
            if (folder.resolve(library.getKey()).toFile().length() != library.getValue()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Starts the engine with its own libraries. If some are missing, deletes the others, so that all are unpacked again.
     *
     * @throws ConfigException if the folder belongs to another user, cannot be written, or lacks space, or the engine does not start
     */
    void start() {
        try {
            requireOwner();
            if (isComplete()) {
                load();
            } else {
                unpackAndLoad();
            }
        } catch (IOException e) {
            throw refused(
                    folder, "the tensor engine cannot be unpacked: " + FileProblem.reason(folder, e), OTHER_FOLDER);
        }
    }

    /** Waits for other processes that unpack the engine too. */
    private void unpackAndLoad() throws IOException {
        Files.createDirectories(cache);
        try (FileChannel channel =
                FileChannel.open(cache.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            boolean isAlone = isLocked(channel);
            if (!isComplete()) {
                delete(folder);
                if (isAlone) {
                    deleteRemains();
                }
                requireSpace();
            }
            load();
        }
    }

    /** Returns false if the file system has no locks. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.lock().isValid();
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes what interrupted attempts left. DJL unpacks into a folder such as tmp1234, and renames it when it is complete. */
    private void deleteRemains() throws IOException {
        try (var folders = Files.newDirectoryStream(cache, EngineFolder::isTemporary)) {
            for (Path remains : folders) {
                try {
                    delete(remains);
                } catch (IOException e) {
                    // It belongs to another user, and only takes space.
                }
            }
        }
    }

    private static boolean isTemporary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.matches("tmp\\d+") && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void load() {
        try {
            Engine.getInstance();
        } catch (EngineException | IllegalStateException | UnsatisfiedLinkError e) {
            throw failed(e);
        }
    }

    /**
     * Compares the owner with the name of the user, and otherwise with the owner of a new file: on Windows, the owner's name starts with a
     * domain, and a user of a container may have no name.
     */
    private void requireOwner() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        UserPrincipal owner = Files.getOwner(folder);
        // On Windows, what an administrator makes belongs to the group of the administrators.
        if (owner instanceof GroupPrincipal
                || List.of("root", System.getProperty("user.name")).contains(owner.getName())) {
            return;
        }
        Path own = Files.createTempFile("alchemi", null);
        boolean isOwner = owner.equals(Files.getOwner(own));
        Files.delete(own);
        if (!isOwner) {
            throw refused(
                    folder, "the unpacked tensor engine belongs to another user, " + owner.getName(), OTHER_FOLDER);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void requireSpace() throws IOException {
        long needed = sizes.values().stream().mapToLong(Long::longValue).sum();
        long usable = Files.getFileStore(cache).getUsableSpace();
        if (usable < needed) {
            throw refused(
                    folder,
                    String.format(
                            Locale.ROOT,
                            "the tensor engine needs %,d MB to be unpacked, but the disk has %,d MB left",
                            needed / 1_000_000,
                            usable / 1_000_000),
                    OTHER_FOLDER);
        }
    }

    /** Returns the problem of an engine that does not start. */
    private ConfigException failed(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return refused(folder, "the tensor engine does not start: " + cause.getMessage(), remedy(cause));
    }

    private String remedy(Throwable cause) {
        String version = Utils.getEnvOrSystemProperty("PYTORCH_VERSION");
        if (version != null && !String.valueOf(folder.getFileName()).startsWith(version)) {
            return "unset the environment variable PYTORCH_VERSION, which selects version " + version
                    + " of the engine";
        } else if (cause instanceof UnsatisfiedLinkError) {
            return "programs must be allowed to run from this folder, and memory must be free; delete the folder if its files are damaged; else "
                    + OTHER_FOLDER;
        }
        return OTHER_FOLDER;
    }

    private static ConfigException refused(Path folder, String message, String label) {
        SourceLocation place = new SourceLocation(new Document(Document.Kind.FILE, folder.toString(), ""), Span.START);
        return new ConfigException(List.of(new Diagnostic(DiagnosticId.ENGINE, place, message, label)));
    }
}
