package io.alchemi.benchmarks.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;

/** The sources for all processors: records of twelve components with docs, and the annotations of one processor. */
enum RecordSources {
    /** Our records, below a root. */
    NESTED("import io.alchemi.schema.*;", "@ConfigRecord"),
    /** Our records with all artifacts. */
    ROOT("import io.alchemi.schema.*;", "@ConfigSchema(id = \"lab.settings%d\")"),
    /** Records for avaje-jsonb, which supports neither defaults nor ranges. */
    AVAJE("import io.avaje.jsonb.Json;", "@Json"),
    /**
     * The same with our annotations, which avaje ignores. javac reads all annotations again after any processor has generated a class, so
     * this shows what the annotations cost.
     */
    AVAJE_ANNOTATED("import io.alchemi.schema.*;\nimport io.avaje.jsonb.Json;", "@Json @ConfigRecord");

    private static final String TEXT = """
            package lab;

            %i
            import java.nio.file.Path;
            import java.util.List;

            /**
             * Settings of a training loop.
             *
             * @param batchSize samples per optimizer step
             * @param lr learning rate of the optimizer
             * @param maxSteps optimizer steps; 0 only writes the initial parameters
             * @param logEvery steps between log lines
             * @param maskPath where the masks of the first step are written
             * @param embedDim width of a token, and also the number of tokens of a sample
             * @param nHeads attention heads
             * @param ratio share of the tokens to mask
             * @param noPosenc add no learned positions to the tokens
             * @param name name of the run
             * @param betas exponential decay rates of the moment estimates
             * @param mode what is trained
             */
            %a
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
            """;

    private final String text;

    RecordSources(String imports, String annotation) {
        String annotated = TEXT.replace("%i", imports).replace("%a", annotation);
        this.text = annotation.equals("@Json") ? annotated.replaceAll("@(Default|Range)\\(.*?\\) ", "") : annotated;
    }

    /** Returns the simple name of a record. */
    static String name(int number) {
        return "Settings" + number;
    }

    /** Returns the source of a record. */
    String text(int number) {
        return text.replace("%d", Integer.toString(number));
    }

    /** Returns what a file of the first record, or its name, is for another record. */
    static String renumbered(String textOfFirst, String name) {
        return textOfFirst
                .replace(name(0), name)
                .replace(name(0).toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Returns sources in memory. */
    List<JavaFileObject> files(int count) {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(MemoryFiles.source("lab." + name(i), text(i)));
        }
        return sources;
    }
}
