package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Loader;
import io.alchemi.config.testing.Page;
import io.alchemi.schema.ConfigSchema;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                write("classes/" + block.name(), text);
                return "";
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
    private String output(String name) throws IOException, URISyntaxException, InterruptedException {
        Path classes = folder.resolve("classes");
        String classPath = location(Loader.class) + File.pathSeparator + location(LoaderOptions.class);
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-cp",
                location(ConfigSchema.class) + File.pathSeparator + classPath,
                "-processorpath",
                System.getProperty("java.class.path"),
                "-Aalchemi.root=" + folder));
        try (Stream<Path> files = Files.walk(folder.resolve("org"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + classPath,
                        name.replace(".java", "").replace('/', '.'))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static String location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
