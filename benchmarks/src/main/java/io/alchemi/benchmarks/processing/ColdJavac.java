package io.alchemi.benchmarks.processing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Compiles files in separate javac processes, alternating between contestants. */
final class ColdJavac {
    private static final String JAVAC =
            Path.of(System.getProperty("java.home"), "bin", "javac").toString();

    private ColdJavac() {}

    /** Returns the median processor time of a process for each contestant, in milliseconds. */
    static List<Double> measure(List<Contestant> contestants, int count, int turns)
            throws IOException, InterruptedException {
        double[][] times = new double[contestants.size()][turns];
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < contestants.size(); i++) {
                times[i][turn] = compile(contestants.get(i), count);
            }
        }
        List<Double> medians = new ArrayList<>();
        for (double[] each : times) {
            medians.add(WarmJavac.median(each));
        }
        return medians;
    }

    private static double compile(Contestant contestant, int count) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("processing");
        try {
            // The shell reports the processor time of a process that has ended.
            List<String> command =
                    new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$0\" \"$@\"", JAVAC));
            command.addAll(List.of("-d", folder.toString(), "-cp", contestant.path()));
            command.addAll(contestant.optionsWithPath());
            Path sources = Files.createDirectories(folder.resolve("lab"));
            for (int i = 0; i < count; i++) {
                Path source = sources.resolve(RecordSources.name(i) + ".java");
                command.add(
                        Files.writeString(source, contestant.sources().text(i)).toString());
            }
            Process javac =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (javac.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            String[] seconds = output.substring(output.lastIndexOf('\n') + 1).split(" ", -1);
            return (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1])) * 1e3;
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
