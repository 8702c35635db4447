package io.alchemi.config.testing;

import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.NumberConstraint.Divisor;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueBounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Samples of each constraint. A constraint without samples fails the tests that are made from these. */
public final class ConstraintSamples {
    private static final Map<Class<? extends Constraint>, List<? extends Constraint>> SAMPLES = Map.of(
            Bounds.class,
                    List.of(
                            new Bounds(0, true, Double.POSITIVE_INFINITY, false),
                            new Bounds(-1, false, 8, false),
                            new Bounds(Double.NEGATIVE_INFINITY, false, 2.5, true)),
            Divisor.class, List.of(new Divisor(1), new Divisor(8)),
            LengthBounds.class, List.of(new LengthBounds(2, 2), new LengthBounds(1, Integer.MAX_VALUE)),
            ValueBounds.class,
                    List.of(
                            new ValueBounds(ScalarKind.DURATION, "1m", "PT1H30M"),
                            new ValueBounds(ScalarKind.DURATION, "", "2h"),
                            new ValueBounds(ScalarKind.DATE, "2000-02-29", "2026-01-31"),
                            new ValueBounds(ScalarKind.TIME, "12:30:00", ""),
                            new ValueBounds(ScalarKind.DATE_TIME, "2026-01-31T12:30", ""),
                            new ValueBounds(ScalarKind.INSTANT, "", "2026-01-31T12:30:00+01:00"),
                            new ValueBounds(ScalarKind.OFFSET_DATE_TIME, "2026-01-31T11:00:00Z", ""),
                            new ValueBounds(ScalarKind.MEMORY_SIZE, "1KiB", "1GiB")),
            StringPattern.class,
                    List.of(
                            new StringPattern("[a-z]+(-[0-9])?", "a word such as run-1", List.of()),
                            new StringPattern("auto|cpu|cuda(:[0-9]+)?", "a device", List.of("auto", "cuda"))));

    private ConstraintSamples() {}

    /** The samples of all constraints. */
    public static List<Constraint> all() {
        List<Constraint> all = new ArrayList<>();
        for (Class<?> constraint : classes()) {
            List<? extends Constraint> samples = SAMPLES.get(constraint);
            if (samples == null) {
                throw new AssertionError("ConstraintSamples has no samples of " + constraint.getSimpleName());
            }
            all.addAll(samples);
        }
        return all;
    }

    /** The classes of all constraints. */
    public static List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>();
        add(Constraint.class, classes);
        return classes;
    }

    private static void add(Class<?> constraint, List<Class<?>> classes) {
        if (constraint.isSealed()) {
            Arrays.stream(constraint.getPermittedSubclasses()).forEach(permitted -> add(permitted, classes));
        } else {
            classes.add(constraint);
        }
    }
}
