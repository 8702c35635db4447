package io.alchemi.benchmarks.processing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles in memory, in this JVM, alternating between contestants. */
final class WarmJavac {
    private WarmJavac() {}

    /**
     * Medians over all turns.
     *
     * @param cpu milliseconds of processor time of the compiling thread
     * @param wall milliseconds
     * @param bytes total size of the class files
     */
    record Result(double cpu, double wall, long bytes) {
        /** Returns the additional cost compared with a baseline. */
        Result over(Result other) {
            return new Result(cpu - other.cpu, wall - other.wall, bytes - other.bytes);
        }
    }

    /** Returns a result for each contestant. */
    static List<Result> measure(
            List<Contestant> contestants,
            Function<Contestant, List<JavaFileObject>> sources,
            int warmUp,
            int turns,
            String... options)
            throws IOException {
        double[][] cpu = new double[contestants.size()][turns];
        double[][] wall = new double[contestants.size()][turns];
        long[] bytes = new long[contestants.size()];
        for (int turn = -warmUp; turn < turns; turn++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get(i);
                List<JavaFileObject> files = sources.apply(contestant);
                long start = System.nanoTime();
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                bytes[i] = compile(contestant, files, options).classBytes();
                if (turn >= 0) {
                    cpu[i][turn] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
                    wall[i][turn] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            results.add(new Result(median(cpu[i]), median(wall[i]), bytes[i]));
        }
        return results;
    }

    /** Returns the median; sorts the values. */
    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Compiles, and returns the files that were written. */
    static MemoryFiles compile(Contestant contestant, List<JavaFileObject> sources, String... more) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-cp", contestant.path()));
        options.addAll(contestant.options());
        try (MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(problems, null, null))) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, problems, options, null, sources);
            task.setProcessors(contestant.processors());
            if (!task.call()) {
                throw new IllegalStateException(problems.getDiagnostics().toString());
            }
            return files;
        }
    }
}
