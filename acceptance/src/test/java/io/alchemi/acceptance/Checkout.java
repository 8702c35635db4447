package io.alchemi.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A small checkout with spaces in its path: the repository's own launcher, configurations and distribution, and one source file. Maven
 * is a script written by a test, because a launcher must not build in the repository that runs the tests.
 */
final class Checkout {
    static final Path REPOSITORY = Path.of(System.getProperty("alchemi.root"));
    private static final Path DISTRIBUTION = REPOSITORY.resolve("trainers/target/dist");
    private static final List<String> FOLDERS =
            List.of("bom", "schema-annotations", "processor", "runtime", "trainers");

    private final Path home;
    private final Path bin;
    private final Path elsewhere;

    private Checkout(Path home, Path bin, Path elsewhere) {
        this.home = home;
        this.bin = bin;
        this.elsewhere = elsewhere;
    }

    /** Creates a checkout that was built after the last change of its sources. Calling Maven fails with a message. */
    static Checkout built(Path folder) throws IOException {
        Checkout checkout = new Checkout(
                Files.createDirectory(folder.resolve("my checkout")),
                Files.createDirectory(folder.resolve("bin")),
                Files.createDirectory(folder.resolve("elsewhere")));
        copy(REPOSITORY.resolve("alchemi"), checkout.launcher());
        copy(REPOSITORY.resolve("pom.xml"), checkout.home.resolve("pom.xml"));
        copyFolder(REPOSITORY.resolve("configs"), checkout.home.resolve("configs"));
        for (String name : FOLDERS) {
            Path source = checkout.source(name);
            Files.createDirectories(source.getParent());
            Files.writeString(source, "class A {}\n");
        }
        Files.createDirectories(checkout.page().getParent());
        Files.writeString(checkout.page(), "# A page\n");
        checkout.age();
        Files.createDirectories(checkout.buildBegan().getParent());
        Files.createFile(checkout.buildBegan());
        Files.setLastModifiedTime(
                checkout.buildBegan(), FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        Files.createDirectories(checkout.jar().getParent());
        Files.copy(DISTRIBUTION.resolve("alchemi.jar"), checkout.jar());
        Files.createDirectory(checkout.lib());
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Files.createLink(checkout.lib().resolve(jar.getFileName().toString()), jar);
            }
        }
        checkout.withoutArchive();
        checkout.maven("echo 'maven was called' >&2; echo '[ERROR] A.java:1: not a statement'; exit 1");
        return checkout;
    }

    /** Prevents a start from making the archive of classes, as if this java could not make it. */
    private void withoutArchive() throws IOException {
        Files.createDirectories(archive().getParent());
        Files.write(madeForFile(), madeFor());
        Files.setLastModifiedTime(madeForFile(), Files.getLastModifiedTime(jar()));
    }

    /** Returns the file with the facts about the jar and the java that the archive is for. It has the time of the jar. */
    Path madeForFile() {
        return archive().resolveSibling("made-for.txt");
    }

    private List<String> madeFor() {
        Path java = Path.of(System.getProperty("java.home"));
        String version = "JAVA_RUNTIME_VERSION=\"" + System.getProperty("java.runtime.version") + "\"";
        return List.of(
                jar().toString(),
                java.resolve("bin/java").toString(),
                java.resolve("release").toString(),
                version);
    }

    /** Returns the archive of the classes that short commands load. */
    Path archive() {
        return Path.of(jar().resolveSibling("start") + System.getProperty("java.home"), "bin/java/classes.jsa");
    }

    /** Returns the copy of the index of schemas and commands in the jar. */
    Path index() {
        return archive().resolveSibling("index");
    }

    /** Creates a checkout that was never built. */
    static Checkout unbuilt(Path folder) throws IOException {
        Checkout checkout = built(folder);
        Files.delete(checkout.jar());
        checkout.deleteLib();
        deleteAll(checkout.home.resolve("trainers/target/dist"));
        return checkout;
    }

    private void age() throws IOException {
        FileTime earlier = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        Files.setLastModifiedTime(home.resolve("pom.xml"), earlier);
        Files.setLastModifiedTime(page(), earlier);
        for (String name : FOLDERS) {
            Files.setLastModifiedTime(source(name), earlier);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    /** Defines what Maven does from now on, as shell lines. */
    void maven(String lines) throws IOException {
        program(bin.resolve("mvn"), "echo called >>'" + calls() + "'\n" + lines);
    }

    /** Installs a Maven that copies the jar built by the repository's Maven. */
    void workingMaven() throws IOException {
        workingMaven("");
    }

    /** Installs a Maven that takes a second to copy that jar. */
    void slowMaven() throws IOException {
        workingMaven("sleep 1; ");
    }

    private void workingMaven(String first) throws IOException {
        Path saved = home.resolveSibling("saved.jar");
        Files.copy(DISTRIBUTION.resolve("alchemi.jar"), saved, StandardCopyOption.REPLACE_EXISTING);
        Path madeFor = home.resolveSibling("made-for.txt");
        Files.write(madeFor, madeFor());
        Path start = Objects.requireNonNull(archive().getParent());
        maven(first + "mkdir -p '" + jar().resolveSibling("lib") + "' '" + start + "'; cp '" + saved + "' '" + jar()
                + "'; cp '" + madeFor + "' '" + start + "'; exec touch -r '" + jar() + "' '" + madeForFile() + "'");
    }

    /** Writes a shell script. */
    static void program(Path file, String lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Returns how often Maven was called. */
    int mavenCalls() throws IOException {
        return hasCalledMaven() ? Files.readAllLines(calls()).size() : 0;
    }

    boolean hasCalledMaven() {
        return Files.exists(calls());
    }

    private Path calls() {
        return home.resolveSibling("calls.txt");
    }

    /** Starts a command in a folder outside the checkout. */
    StartedProcess start(Map<String, String> variables, String... command) {
        Map<String, String> all = new HashMap<>();
        all.put("PATH", bin + ":" + System.getenv("PATH"));
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.putAll(variables);
        return StartedProcess.start(elsewhere, all, List.of(command));
    }

    /** Starts the launcher with arguments. */
    StartedProcess alchemi(String... arguments) {
        return alchemi(Map.of(), arguments);
    }

    /** Starts the launcher with arguments and environment variables. */
    StartedProcess alchemi(Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(arguments));
        return start(variables, command.toArray(new String[0]));
    }

    Path launcher() {
        return home.resolve("alchemi");
    }

    Path jar() {
        return home.resolve("trainers/target/dist/alchemi.jar");
    }

    /** Returns the file whose time is that at which Maven began to build, before the jar was made. */
    Path buildBegan() {
        return home.resolve("target/build-began");
    }

    private Path lib() {
        return jar().resolveSibling("lib");
    }

    /** Deletes the jars that only training needs. */
    void deleteLib() throws IOException {
        try (Stream<Path> jars = Files.list(lib())) {
            for (Path jar : jars.toList()) {
                Files.delete(jar);
            }
        }
        Files.delete(lib());
    }

    /** Returns the lock of a build. */
    Path lock() {
        return home.resolve("trainers/target/building");
    }

    Path configuration() {
        return home.resolve("configs/train.mae.small.yaml");
    }

    /** Returns a source of a module. */
    Path source(String module) {
        return home.resolve(module + "/src/main/java/A.java");
    }

    /** Returns a page that is part of the distribution. */
    Path page() {
        return home.resolve("docs/diagnostics/ALC201.md");
    }

    /** Returns the folder in which commands are started. */
    Path elsewhere() {
        return elsewhere;
    }
}
