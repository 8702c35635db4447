package io.alchemi.benchmarks.processing;

import io.alchemi.benchmarks.processing.Contestant.Kind;
import io.alchemi.benchmarks.processing.WarmJavac.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Measures what annotation processing adds to a compilation: medians over turns in which all processors run.
 *
 * <p>Arguments are {@code NAME=PATH}, each a version of our processor with its dependencies, or {@code avaje=PATH}, the processor of
 * avaje-jsonb, which generates an adapter for each record.
 */
public final class ProcessingCostMain {
    private static final int PLAIN_CLASSES = 4_000;
    private static final int FEW = 50;
    private static final int SOME = 200;
    private static final int MANY = 1_000;
    private static final String AVAJE = "avaje";

    private ProcessingCostMain() {}

    /** Prints all tables. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Contestant> ours = new ArrayList<>();
        List<Contestant> records = new ArrayList<>();
        List<Contestant> inProcesses = new ArrayList<>();
        List<Contestant> kept = new ArrayList<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            String name = arg.substring(0, equals);
            String path = arg.substring(equals + 1);
            if (name.equals(AVAJE)) {
                for (RecordSources sources : List.of(RecordSources.AVAJE, RecordSources.AVAJE_ANNOTATED)) {
                    String title = name + (sources == RecordSources.AVAJE ? "" : ", with our annotations");
                    records.add(Contestant.of(title, path, sources, false));
                    kept.add(Contestant.of(title, path, sources, true));
                }
            } else {
                ours.add(Contestant.of(name, path, RecordSources.NESTED, true));
                for (RecordSources sources : List.of(RecordSources.NESTED, RecordSources.ROOT)) {
                    String title = name + (sources == RecordSources.ROOT ? ", root" : ", nested");
                    Contestant fresh = Contestant.of(title, path, sources, false);
                    records.add(fresh);
                    inProcesses.add(fresh.withKnownFiles());
                    kept.add(Contestant.of(title, path, sources, true));
                }
                kept.add(kept.get(kept.size() - 1).withKnownFiles());
            }
        }
        System.out.println("Java " + Runtime.version());
        plain(ours);
        inProcesses.addAll(records);
        cold(inProcesses);
        records.addAll(kept);
        warm(records);
    }

    /**
     * Measures classes that no schema uses, up to the end of annotation processing. One type has one of our annotations, because otherwise
     * javac calls no processor, but nothing is generated for it: javac enters all classes again after a processor has generated one.
     */
    private static void plain(List<Contestant> ours) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(MemoryFiles.source("plain.Shape", """
                package plain;

                @io.alchemi.schema.Discriminator("type")
                sealed interface Shape permits Flat {}
                """));
        sources.add(MemoryFiles.source("plain.Flat", "package plain; record Flat(int x) implements Shape {}"));
        for (int i = 0; i < PLAIN_CLASSES; i++) {
            sources.add(MemoryFiles.source("plain.Plain" + i, """
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
        List<Contestant> contestants = new ArrayList<>(List.of(ours.get(0).without(Kind.NO_OP)));
        contestants.addAll(ours);
        List<Result> results = WarmJavac.measure(contestants, any -> sources, 6, 15, "--should-stop=ifNoError=PROCESS");
        double noOp = results.get(0).cpu();
        System.out.printf("%n| %d classes that no schema uses | ms | ratio to no-op |%n|---|---|---|%n", PLAIN_CLASSES);
        for (int i = 0; i < contestants.size(); i++) {
            double millis = results.get(i).cpu();
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f | %.2f |%n", contestants.get(i).name(), millis, millis / noOp);
        }
    }

    /**
     * Measures what processing adds in a warm javac: for one record, and for each further one. The last columns show whether that stays
     * linear.
     */
    private static void warm(List<Contestant> compared) throws IOException {
        List<Contestant> all = withBaselines(compared, Kind.NONE);
        List<Result> one = WarmJavac.measure(all, each -> each.sources().files(1), 8, 11);
        List<Result> few = WarmJavac.measure(all, each -> each.sources().files(FEW), 1, 5);
        List<Result> some = WarmJavac.measure(all, each -> each.sources().files(SOME), 1, 5);
        List<Contestant> loadedAnew =
                all.stream().filter(each -> each.kept() == null).toList();
        List<Result> many = WarmJavac.measure(loadedAnew, each -> each.sources().files(MANY), 0, 3);
        System.out.printf(
                "%n| warm javac, difference to no processor | ms at 1 | to avaje | ms a record, %1$d to %2$d | to avaje | wall | to avaje |"
                        + " class bytes | to avaje | ms a record, %2$d to %3$d | to avaje |%n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|%n",
                FEW, SOME, MANY);
        List<double[]> rows = new ArrayList<>();
        for (Contestant each : compared) {
            int i = all.indexOf(each);
            int none = baseline(all, each);
            int inMany = loadedAnew.indexOf(each);
            Result last = some.get(i).over(some.get(none));
            Result more = last.over(few.get(i).over(few.get(none)));
            double atMany = inMany < 0
                    ? Double.NaN
                    : many.get(inMany)
                            .over(many.get(baseline(loadedAnew, each)))
                            .over(last)
                            .cpu();
            rows.add(new double[] {
                one.get(i).over(one.get(none)).cpu(),
                more.cpu() / (SOME - FEW),
                more.wall() / (SOME - FEW),
                (double) more.bytes() / (SOME - FEW),
                atMany / (MANY - SOME)
            });
        }
        print(compared, rows);
    }

    /** Measures javac processes, compared with a processor that does nothing. */
    private static void cold(List<Contestant> compared) throws IOException, InterruptedException {
        List<Contestant> all = withBaselines(compared, Kind.NO_OP);
        List<Double> one = ColdJavac.measure(all, 1, 5);
        List<Double> few = ColdJavac.measure(all, FEW, 3);
        System.out.printf(
                "%n| javac process, CPU difference to a processor that does nothing | ms at 1 | to avaje | ms at %d | to avaje |%n"
                        + "|---|---|---|---|---|%n",
                FEW);
        List<double[]> rows = new ArrayList<>();
        for (Contestant each : compared) {
            int i = all.indexOf(each);
            int noOp = baseline(all, each);
            rows.add(new double[] {one.get(i) - one.get(noOp), few.get(i) - few.get(noOp)});
        }
        print(compared, rows);
    }

    /** Adds the baselines: the same sources without the processors that are compared. */
    private static List<Contestant> withBaselines(List<Contestant> compared, Kind kind) {
        List<Contestant> all = new ArrayList<>(compared);
        for (Contestant each : compared) {
            if (baseline(all, each) < 0) {
                all.add(each.without(kind));
            }
        }
        return all;
    }

    /** Returns the index of the baseline of a contestant. */
    private static int baseline(List<Contestant> all, Contestant contestant) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind().isBaseline() && all.get(i).sources() == contestant.sources()) {
                return i;
            }
        }
        return -1;
    }

    /** Prints each value with its ratio to avaje with the same class loading. */
    private static void print(List<Contestant> compared, List<double[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            StringBuilder line = new StringBuilder("| " + compared.get(i).name() + " |");
            double @Nullable [] avaje = null;
            for (int j = 0; j < rows.size(); j++) {
                boolean sameLoader =
                        (compared.get(j).kept() == null) == (compared.get(i).kept() == null);
                avaje = compared.get(j).sources() == RecordSources.AVAJE && sameLoader ? rows.get(j) : avaje;
            }
            for (int column = 0; column < row.length; column++) {
                boolean known = !Double.isNaN(row[column]);
                line.append(known ? String.format(Locale.ROOT, " %.2f |", row[column]) : " |");
                line.append(
                        known && avaje != null
                                ? String.format(Locale.ROOT, " %.2f |", row[column] / avaje[column])
                                : " |");
            }
            System.out.println(line);
        }
    }
}
