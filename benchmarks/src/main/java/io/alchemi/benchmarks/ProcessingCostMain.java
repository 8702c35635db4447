package io.alchemi.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Measures what annotation processing adds to a compilation: processor time of the compiling thread, in a warm javac, where
 * all processors take turns.
 *
 * <p>Arguments are {@code NAME=PATH}, each a version of our processor with what it needs. They are compared with no processor and
 * with one that does nothing.
 */
public final class ProcessingCostMain {
    private static final int PLAIN_CLASSES = 4_000;
    private static final int[] RECORDS = {1, 50, 200};
    private static final ClassLoader NOT_OURS = ClassLoader.getPlatformClassLoader();
    private static final int WARM_UP = 6;
    private static final int REPETITIONS = 15;

    private ProcessingCostMain() {}

    /** Prints both tables. */
    public static void main(String[] args) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            contestants.add(Contestant.of(arg.substring(0, equals), arg.substring(equals + 1)));
        }
        String path = contestants.get(0).path();
        contestants.add(0, new Contestant("none", path, NOT_OURS));
        contestants.add(1, new Contestant("no-op", path, NOT_OURS));
        plain(contestants);
        records(contestants);
    }

    /**
     * Classes that no schema uses, up to the end of annotation processing. One type has an annotation of ours, since javac calls
     * no processor otherwise, but nothing is generated for it: javac enters all classes again after a processor wrote one.
     */
    private static void plain(List<Contestant> contestants) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(source("plain.Shape", """
                package plain;

                @io.alchemi.schema.Discriminator("type")
                sealed interface Shape permits Flat {}
                """));
        sources.add(source("plain.Flat", "package plain; record Flat(int x) implements Shape {}"));
        for (int i = 0; i < PLAIN_CLASSES; i++) {
            sources.add(source("plain.Plain" + i, """
                    package plain;

                    final class Plain%d {
                        private final int value;

                        Plain%d(int value) {
                            this.value = value;
                        }

                        int value() {
                            return value;
                        }
                    }
                    """.replace("%d", Integer.toString(i))));
        }
        List<Result> results = measure(contestants, sources, "--should-stop=ifNoError=PROCESS");
        double noOp = results.get(1).millis();
        System.out.printf(Locale.ROOT, "%d classes that no schema uses, Java %s%n%n", PLAIN_CLASSES, Runtime.version());
        System.out.println("| processor | ms | to no-op |");
        System.out.println("|---|---|---|");
        for (int i = 0; i < contestants.size(); i++) {
            double millis = results.get(i).millis();
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f | %.2f |%n", contestants.get(i).name(), millis, millis / noOp);
        }
    }

    /** Records of twelve components, compiled to class files. */
    private static void records(List<Contestant> contestants) throws IOException {
        List<List<Result>> byCount = new ArrayList<>();
        for (int count : RECORDS) {
            byCount.add(measure(contestants, records(count)));
        }
        int last = RECORDS.length - 1;
        double more = RECORDS[last] - RECORDS[last - 1];
        System.out.printf(
                "%n| processor | ms at %d, %d, %d records | ms a record more | bytes of class files a record |%n",
                RECORDS[0], RECORDS[1], RECORDS[2]);
        System.out.println("|---|---|---|---|");
        for (int i = 0; i < contestants.size(); i++) {
            Result most = byCount.get(last).get(i);
            Result fewer = byCount.get(last - 1).get(i);
            Result own = byCount.get(last).get(0);
            Result ownOfFewer = byCount.get(last - 1).get(0);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f, %.1f, %.1f | %.2f | %.0f |%n",
                    contestants.get(i).name(),
                    byCount.get(0).get(i).millis(),
                    fewer.millis(),
                    most.millis(),
                    (most.millis() - fewer.millis() - own.millis() + ownOfFewer.millis()) / more,
                    (most.bytes() - fewer.bytes() - own.bytes() + ownOfFewer.bytes()) / more);
        }
    }

    private static List<JavaFileObject> records(int count) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(source("lab.Settings" + i, """
                    package lab;

                    import io.alchemi.schema.*;
                    import java.nio.file.Path;
                    import java.util.List;

                    /**
                     * Settings of a training loop.
                     *
                     * @param batchSize samples per optimizer step
                     * @param lr learning rate of the optimizer
                     * @param maxSteps optimizer steps; 0 only writes the initial parameters
                     * @param logEvery steps between two lines of the log
                     * @param maskPath where the masks of the first step are written
                     * @param embedDim width of a token, and also the number of tokens of a sample
                     * @param nHeads attention heads
                     * @param ratio share of the tokens that is hidden
                     * @param noPosenc add no learned positions to the tokens
                     * @param name name of the run
                     * @param betas exponential decay rates of the moment estimates
                     * @param mode what is trained
                     */
                    @ConfigRecord
                    public record Settings%d(
                            @Default("64") @Range(min = 1) int batchSize,
                            @Default("3e-4") @Range(min = 0) double lr,
                            @Default("10000") @Range(min = 0) int maxSteps,
                            @Default("100") @Range(min = 1) int logEvery,
                            @Default("checkpoints/mask.json") Path maskPath,
                            @Default("256") @Range(min = 3) int embedDim,
                            @Default("8") @Range(min = 1) int nHeads,
                            @Default("0.75") @Range(min = 0, max = 1) double ratio,
                            @Default("false") boolean noPosenc,
                            @Default("run") String name,
                            @Default("[0.9, 0.999]") List<Double> betas,
                            @Default("mae") Mode mode) {
                        /** What is trained. */
                        public enum Mode {
                            /** an autoencoder on random tokens */
                            MAE,
                            /** an autoencoder on all tokens */
                            PLAIN
                        }
                    }
                    """.replace("%d", Integer.toString(i))));
        }
        return sources;
    }

    private static List<Result> measure(List<Contestant> contestants, List<JavaFileObject> sources, String... options)
            throws IOException {
        double[][] times = new double[contestants.size()][REPETITIONS];
        long[] bytes = new long[contestants.size()];
        for (int turn = -WARM_UP; turn < REPETITIONS; turn++) {
            for (int i = 0; i < contestants.size(); i++) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                bytes[i] = compile(contestants.get(i), sources, options);
                long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (turn >= 0) {
                    times[i][turn] = (after - before) / 1e6;
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            Arrays.sort(times[i]);
            results.add(new Result(times[i][REPETITIONS / 2], bytes[i]));
        }
        return results;
    }

    /** Compiles in memory; returns the bytes of all class files. */
    private static long compile(Contestant contestant, List<JavaFileObject> sources, String... more)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-cp", contestant.path()));
        List<Processor> processors = contestant.processors();
        if (processors.isEmpty()) {
            options.add("-proc:none");
        }
        try (MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(problems, null, null))) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, problems, options, null, sources);
            task.setProcessors(processors);
            if (!task.call()) {
                throw new IllegalStateException(problems.getDiagnostics().toString());
            }
            return files.classBytes();
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new MemoryFile(name, JavaFileObject.Kind.SOURCE, text);
    }

    /**
     * A median over all repetitions.
     *
     * @param millis processor time
     * @param bytes of all class files
     */
    private record Result(double millis, long bytes) {}

    /**
     * What is compared.
     *
     * @param name as it is printed
     * @param path of the processor and of the sources
     * @param loader of the processor's classes, kept between compilations
     */
    private record Contestant(String name, String path, ClassLoader loader) {

        static Contestant of(String name, String path) throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String entry : path.split(File.pathSeparator, -1)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return new Contestant(name, path, new URLClassLoader(urls.toArray(URL[]::new), NOT_OURS));
        }

        List<Processor> processors() {
            if (loader == NOT_OURS) {
                return name.equals("none") ? List.of() : List.of(new NoOp());
            }
            List<Processor> processors = new ArrayList<>();
            ServiceLoader.load(Processor.class, loader).forEach(processors::add);
            return processors;
        }
    }

    /** A processor that does nothing. */
    private static final class NoOp extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }

    /** Keeps what a compilation writes. */
    private static final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, MemoryFile> written = new LinkedHashMap<>();

        MemoryFiles(StandardJavaFileManager above) {
            super(above);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(kind + name, unwritten -> new MemoryFile(name, kind, ""));
        }

        @Override
        public FileObject getFileForOutput(Location location, String home, String name, FileObject sibling) {
            return written.computeIfAbsent(
                    home + name, unwritten -> new MemoryFile(home + "." + name, JavaFileObject.Kind.OTHER, ""));
        }

        long classBytes() {
            long bytes = 0;
            for (MemoryFile file : written.values()) {
                bytes += file.getKind() == JavaFileObject.Kind.CLASS ? file.content.size() : 0;
            }
            return bytes;
        }
    }

    /** A file that is nowhere else. */
    private static final class MemoryFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        MemoryFile(String name, Kind kind, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
            content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public OutputStream openOutputStream() {
            content.reset();
            return content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }
}
