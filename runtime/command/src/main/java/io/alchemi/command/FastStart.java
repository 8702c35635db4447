package io.alchemi.command;

import io.alchemi.command.index.ProgramIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Called by the launcher to prepare a fast start with a java and a jar. */
final class FastStart {
    private static final String VERSION = "JAVA_RUNTIME_VERSION=";

    private FastStart() {}

    /**
     * Writes the facts about the jar and the java, and a copy of the jar's index. Then runs typical short commands, so that Java can list
     * the classes that they load.
     *
     * @param arguments the jar, the java and the folder to write to
     * @throws IOException if the facts cannot be read or written; without a copy, commands read the index in the jar
     */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path folder = Path.of(arguments[2]);
        Path madeFor = folder.resolve("made-for.txt");
        Files.write(madeFor, facts(arguments[0], arguments[1]));
        Files.setLastModifiedTime(madeFor, Files.getLastModifiedTime(jar));
        Path index = folder.resolve("index");
        try {
            ProgramIndex.writeCopy(jar, index);
            System.setProperty(ProgramIndex.COPY, index.toString());
        } catch (IOException e) {
            Files.deleteIfExists(index);
        }
        String configurations = System.getProperty("alchemi.home") + "/configs/";
        String alignment = configurations + "phase2/alignment.yaml";
        String autoencoder = configurations + "train.mae.yaml";
        for (List<String> command : List.of(
                List.of("validate", alignment),
                List.of("validate", autoencoder),
                List.of("config", "show", alignment),
                List.of("schema", "list"),
                List.of("align", "train", "--help"),
                List.of("__complete", "config", "show", autoencoder, "--set", "train."),
                List.of("--help"))) {
            Alchemi.run(command, Console.ofProcess());
        }
    }

    /** Returns the path of the jar, the path of the java, the path of the file with its version, and the line with the version. */
    private static List<String> facts(String jar, String java) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path release = home.resolve("release");
        // If java is a link, it may point to another java tomorrow. If it is a script of a version manager, it has no
        // better name.
        Path real = home.resolve("bin/java");
        String version = "unknown";
        if (Files.isReadable(release)) {
            for (String line : Files.readAllLines(release, StandardCharsets.ISO_8859_1)) {
                version = line.startsWith(VERSION) ? line : version;
            }
        }
        boolean isReal = Files.exists(real) && Files.isSameFile(real, Path.of(java));
        return List.of(jar, isReal ? real.toString() : java, release.toString(), version);
    }
}
