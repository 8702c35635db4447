package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import io.alchemi.config.Loader;
import io.alchemi.config.testing.Page;
import io.alchemi.schema.ConfigSchema;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Compiles and runs every example of the page for Java developers. {@code java FILE} and {@code yaml FILE} are files of the program;
 * {@code java} holds statements. Only the jars that the page names are on the class path of the programs.
 */
class JavaApiPageTest {
    private static final String HEAD = """
            package org.example.courier;

            import io.alchemi.config.*;
            import io.alchemi.config.diagnose.*;
            import io.alchemi.config.layer.Source;
            import java.io.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;

            class Example {
                public static void main(String[] arguments) throws IOException {
            """;

    @TempDir
    Path folder;

    @Test
    void everyExampleDoesWhatThePageSays() throws Exception {
        new Page(Path.of("../docs/java-api.md")).run((block, text) -> {
            if (block.language().equals("yaml")) {
                write(block.name(), text);
                write("classes/" + block.name(), text);
                return "";
            } else if (block.language().equals("sh")) {
                return shell(text);
            }
            String name = block.name().isEmpty() ? "org/example/courier/Example.java" : block.name();
            write(name, block.name().isEmpty() ? HEAD + text + "}}" : text);
            return text.contains("record Courier(") ? "" : output(name);
        });
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** Compiles all files and returns what one of them prints. */
    private String output(String name) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        String classPath = ClassPath.text(ClassPath.entries(Loader.class, LoaderOptions.class));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-cp",
                ClassPath.text(ClassPath.entries(ConfigSchema.class)) + File.pathSeparator + classPath,
                "-processorpath",
                ClassPath.text(ClassPath.ofProcessors()),
                "-Aalchemi.root=" + folder));
        try (Stream<Path> files = Files.walk(folder.resolve("org"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
        return run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + classPath,
                        name.replace(".java", "").replace('/', '.')));
    }

    private static String run(Path here, List<String> command) throws IOException, InterruptedException {
        Path out = here.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** Returns what commands print in a folder that has the jars and the files of the program. */
    private String shell(String commands) throws IOException, InterruptedException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Map<String, Class<?>> jars = Map.of(
                "alchemi-schema-annotations", ConfigSchema.class,
                "alchemi-config", Loader.class,
                "alchemi-processor", SchemaProcessor.class,
                "snakeyaml", LoaderOptions.class,
                "javapoet", JavaFile.class);
        for (Map.Entry<String, Class<?>> jar : jars.entrySet()) {
            Files.createSymbolicLink(
                    plain.resolve(jar.getKey() + ".jar"), Path.of(ClassPath.text(ClassPath.entries(jar.getValue()))));
        }
        for (String file :
                List.of("org/example/courier/Courier.java", "org/example/courier/Main.java", "classes/courier.yaml")) {
            Path from = folder.resolve(file);
            Files.copy(from, plain.resolve(String.valueOf(from.getFileName())));
        }
        return run(plain, List.of("sh", "-e", "-c", commands));
    }
}
