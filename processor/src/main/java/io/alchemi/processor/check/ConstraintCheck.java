package io.alchemi.processor.check;

import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.TypeParts;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Some value must satisfy a constraint. */
final class ConstraintCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            Bounds bounds = component.key().bounds();
            if (!bounds.isNone()
                    && isEmpty(bounds, TypeParts.leaf(component.key().type()))) {
                problems.report(component.place(), Wording.emptyRange(record, component));
            }
            TextPattern pattern = component.key().pattern();
            if (pattern != null) {
                checkPattern(record, component, pattern, problems);
            }
        }
    }

    /** Written so that a bound that is not a number makes the range empty. */
    private static boolean isEmpty(Bounds bounds, ValueType type) {
        if (type instanceof IntegerType integer) {
            double least = Math.ceil(bounds.min()) + (bounds.minExclusive() && isWhole(bounds.min()) ? 1 : 0);
            double greatest = Math.floor(bounds.max()) - (bounds.maxExclusive() && isWhole(bounds.max()) ? 1 : 0);
            boolean unlimited = integer.width().isUnlimited();
            double lowest =
                    unlimited ? Double.NEGATIVE_INFINITY : integer.width().min();
            double highest =
                    unlimited ? Double.POSITIVE_INFINITY : integer.width().max();
            return !(Math.max(least, lowest) <= Math.min(greatest, highest));
        }
        return !(bounds.contains(bounds.min()) || bounds.min() < bounds.max());
    }

    private static boolean isWhole(double bound) {
        return bound == Math.rint(bound);
    }

    private static void checkPattern(
            ExtractedRecord record, Component component, TextPattern pattern, Report problems) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern.regex());
        } catch (PatternSyntaxException refused) {
            boolean open = pattern.regex().endsWith("\\");
            String why = open ? "a backslash at its end escapes nothing" : refused.getDescription();
            problems.report(component.place(), Wording.badPattern(record, component, why));
            return;
        }
        PortablePattern.Foreign foreign = PortablePattern.foreign(pattern.regex());
        if (foreign != null) {
            problems.report(component.place(), Wording.foreignPattern(record, component, foreign));
        }
        for (String suggestion : pattern.suggestions()) {
            if (!compiled.matcher(suggestion).matches()) {
                problems.report(component.place(), Wording.suggestionOutsidePattern(record, component, suggestion));
            }
        }
    }
}
