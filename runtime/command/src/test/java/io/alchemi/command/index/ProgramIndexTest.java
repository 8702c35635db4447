package io.alchemi.command.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.config.schema.JarIndex;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes of several jars on one class path. */
class ProgramIndexTest {
    @TempDir
    private Path temp;

    @Test
    void aNameInTwoJarsIsAnErrorThatNamesBoth() throws Exception {
        Path first = index("first", "org.first");
        Path second = index("second jar", "org.second");
        String expected =
                second + ": error: the schema id 'fit' of org.second.FitLoader is already used by org.first.FitLoader"
                        + " [ALC127]\n";

        String listed = alchemi(List.of(first, second), "schema", "list");
        String help = alchemi(List.of(first, second), "--help");

        assertThat(listed)
                .contains(expected, "which is in " + first, "command 'fit run'")
                .endsWith("exit 65\n");
        assertThat(help).contains(expected).endsWith("exit 65\n");
    }

    @Test
    void aProgramMayBeOnTheClassPathTwice() throws Exception {
        String listed = alchemi(List.of(index("classes", "org.first"), index("jar", "org.first")), "schema", "list");

        assertThat(listed).containsOnlyOnce("fit.yaml").endsWith("exit 0\n");
    }

    private Path index(String folder, String owner) throws IOException {
        Path jar = temp.resolve(folder);
        Files.createDirectories(jar.resolve("META-INF/alchemi"));
        JarIndex index = new JarIndex(
                List.of(new SchemaEntry("fit", owner + ".FitLoader", List.of("fit.yaml"))),
                List.of(new CommandEntry("fit run", owner + ".FitMain", "fit")));
        Files.writeString(jar.resolve(JarIndex.RESOURCE), index.write());
        return jar;
    }

    private static String alchemi(List<Path> folders, String... arguments) throws Exception {
        List<String> path = new ArrayList<>();
        folders.forEach(folder -> path.add(folder.toString()));
        path.add(System.getProperty("jdk.module.path")); // Surefire starts the tests of a module on it.
        path.add(System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(File.pathSeparator, path),
                Alchemi.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + process.waitFor() + "\n";
    }
}
