package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The compiler of some JDK with both processors on its processor path, from files to files.
 *
 * @param home where the JDK is
 */
record Javac(Path home) {
    /** That of the JDK that runs the tests. */
    static final Javac OWN = new Javac(Path.of(System.getProperty("java.home")));

    /** That of the other release that we build on; skips the test as {@link #of} does. */
    static Javac ofOtherRelease() {
        return of(Runtime.version().feature() == 25 ? 17 : 25);
    }

    /** That of a release; skips the test if there is no such JDK beside our own and none is named by JAVA<release>_HOME. */
    static Javac of(int release) {
        if (Runtime.version().feature() == release) {
            return OWN;
        }
        Optional<Path> other = other(release);
        assumeTrue(other.isPresent(), "no JDK " + release + " beside " + OWN.home + " and no JAVA" + release + "_HOME");
        return new Javac(other.orElseThrow());
    }

    private static Optional<Path> other(int release) {
        String named = System.getenv("JAVA" + release + "_HOME");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        try (Stream<Path> beside = Files.list(OWN.home.resolveSibling("."))) {
            return beside.filter(home -> feature(home) == release).sorted().findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The release that a JDK says it is, 0 if a folder is none. */
    private static int feature(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.", -1)[0])
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }

    /**
     * Compiles without a warning.
     *
     * @param out takes classes and resources
     * @param path classes and jars besides our own
     * @param modules whether the path is one of modules
     * @param sources texts by their names
     */
    Path compile(Path out, List<Path> path, boolean modules, Map<String, String> sources) throws Exception {
        JavacResult result = attempt(out, path, modules, sources);
        assertThat(result.status()).as(result.output()).isZero();
        return out;
    }

    /**
     * What a compiler did.
     *
     * @param status 0 if it compiled
     * @param output what it printed
     */
    record JavacResult(int status, String output) {}

    /** Compiles what may have errors. */
    JavacResult attempt(Path out, List<Path> path, boolean modules, Map<String, String> sources) throws Exception {
        return attempt(out, path, modules, sources, "no such jar");
    }

    /**
     * Compiles without a jar.
     *
     * @param without a part of the name of the jar that is not on the path
     * @param options further options
     */
    JavacResult attempt(
            Path out, List<Path> path, boolean modules, Map<String, String> sources, String without, String... options)
            throws Exception {
        Path input = out.resolveSibling(out.getFileName() + "-sources");
        Files.createDirectories(out);
        Files.createDirectories(input.resolve("generated"));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                out.toString(),
                "-s",
                input.resolve("generated").toString(),
                "-Xlint:all,-processing,-deprecation,-requires-automatic,-requires-transitive-automatic",
                "-Werror",
                "--release",
                "17",
                "-processorpath",
                ClassPath.text(ClassPath.ofProcessors()),
                "-processor",
                SchemaProcessor.class.getName() + "," + IndexProcessor.class.getName(),
                modules ? "--module-path" : "-cp",
                Stream.concat(path.stream().map(Path::toString), ClassPath.ofSources().stream())
                        .filter(entry -> !entry.contains(without))
                        .collect(Collectors.joining(File.pathSeparator))));
        arguments.addAll(List.of(options));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = input.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        return run(arguments);
    }

    private JavacResult run(List<String> arguments) throws Exception {
        if (equals(OWN)) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            int status =
                    ToolProvider.getSystemJavaCompiler().run(null, output, output, arguments.toArray(String[]::new));
            return new JavacResult(status, output.toString(StandardCharsets.UTF_8));
        }
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/javac").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new JavacResult(process.waitFor(), output);
    }

    /** Sources by the names of their files. */
    static Map<String, String> sources(String... texts) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String text : texts) {
            String name = Compile.source(text).toUri().getPath();
            sources.put(name.substring(1), text);
        }
        return sources;
    }

    /** All that was generated from sources and is no class, by path. */
    static Map<String, String> generated(Path out) throws IOException {
        Map<String, String> generated = new TreeMap<>();
        for (Path root : List.of(out, out.resolveSibling(out.getFileName() + "-sources/generated"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    if (!file.toString().endsWith(".class")) {
                        generated.put(root.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
        }
        return generated;
    }
}
