package io.alchemi.training.sweep;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.PlacedValue;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.training.random.RandomStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes the combinations of values that a sampler selects. */
final class Combinations {
    private static final int MOST = 100_000;
    private static final long MOST_DRAWS = 1000;

    private final List<SweepAxis> axes;
    private final List<List<PlacedValue>> values = new ArrayList<>();

    private Combinations(List<SweepAxis> axes) {
        this.axes = axes;
        axes.forEach(axis -> values.add(axis.values()));
    }

    /**
     * Returns the combinations, each with one value per axis.
     *
     * @throws ConfigException if there are too many, or fewer than requested
     */
    static List<List<PlacedValue>> of(SweepFile sweep) {
        Combinations all = new Combinations(sweep.axes());
        return sweep.config().sampler() instanceof SweepConfig.Random random
                ? all.drawn(random, sweep.sampler())
                : all.grid();
    }

    /** Returns the number of combinations, or infinity if any real number of a range can be drawn. */
    private double count() {
        double count = 1;
        for (SweepAxis axis : axes) {
            count *= axis.size();
        }
        return count;
    }

    private List<List<PlacedValue>> grid() {
        if (count() > MOST) {
            throw refused(
                    DiagnosticId.LIMIT,
                    axes.get(0).entry().key(),
                    "the grid has " + whole(count()) + " combinations, but a sweep has at most " + MOST + " trials",
                    "leave out values, or choose the sampler random");
        }
        List<List<PlacedValue>> combinations = List.of(List.of());
        for (List<PlacedValue> axis : values) {
            List<List<PlacedValue>> longer = new ArrayList<>();
            for (List<PlacedValue> combination : combinations) {
                for (PlacedValue value : axis) {
                    List<PlacedValue> more = new ArrayList<>(combination);
                    more.add(value);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private List<List<PlacedValue>> drawn(SweepConfig.Random random, SourceLocation sampler) {
        if (count() < random.trials()) {
            throw tooFew(random, sampler, count());
        }
        List<RandomStream> streams = axes.stream()
                .map(axis -> new RandomStream(random.seed(), "sweep/" + axis.key(), 0))
                .toList();
        Map<String, List<PlacedValue>> drawn = new LinkedHashMap<>();
        for (long draw = 0; drawn.size() < random.trials(); draw++) {
            if (draw > MOST_DRAWS * random.trials()) { // Some integers of a log range are hardly ever drawn.
                throw tooFew(random, sampler, drawn.size());
            }
            List<PlacedValue> combination = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < axes.size(); i++) {
                double part = streams.get(i).uniform(draw);
                PlacedValue value = axes.get(i).isContinuous()
                        ? axes.get(i).at(part, random.trials())
                        : values.get(i).get((int) (part * values.get(i).size()));
                combination.add(value);
                text.append(axes.get(i).normalized(value.value())).append('\n');
            }
            drawn.putIfAbsent(text.toString(), combination);
        }
        return List.copyOf(drawn.values());
    }

    private static ConfigException tooFew(SweepConfig.Random random, SourceLocation sampler, double count) {
        return refused(
                DiagnosticId.OUT_OF_RANGE,
                sampler,
                "'sampler.trials' is " + random.trials() + ", but there are only " + whole(count) + " combinations",
                "write a smaller number, or choose the sampler grid");
    }

    private static String whole(double number) {
        return new BigDecimal(number).toBigInteger().toString();
    }

    private static ConfigException refused(DiagnosticId id, SourceLocation place, String message, String label) {
        return new ConfigException(List.of(new Diagnostic(id, place, message, label)));
    }
}
