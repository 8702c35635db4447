package io.alchemi.processor.extract;

import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.Length;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Range;
import io.alchemi.schema.Suggest;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The constraints of one component: our own, narrowed by those of Jakarta Validation. */
final class Constraints {
    private Bounds bounds = Bounds.NONE;
    private Length length = Length.NONE;
    private @Nullable TextPattern pattern;
    private final List<String> suggestions = new ArrayList<>();

    /** The constraints that our own annotations state. */
    Constraints(Element component) {
        AnnotationMirror range = Annotations.find(component, Range.class);
        if (range != null) {
            bounds = new Bounds(
                    Annotations.number(range, "min"),
                    Annotations.truth(range, "minExclusive"),
                    Annotations.number(range, "max"),
                    Annotations.truth(range, "maxExclusive"));
        }
        AnnotationMirror wanted = Annotations.find(component, io.alchemi.schema.Length.class);
        if (wanted != null) {
            int exact = Annotations.whole(wanted, "value");
            length = exact >= 0
                    ? new Length(exact, exact)
                    : new Length(Annotations.whole(wanted, "min"), Annotations.whole(wanted, "max"));
        }
        for (AnnotationMirror suggestion : suggestions(component)) {
            suggestions.add(Annotations.text(suggestion, "value"));
        }
        AnnotationMirror matches = Annotations.find(component, Matches.class);
        if (matches != null) {
            match(Annotations.text(matches, "value"), Annotations.text(matches, "describedAs"));
        }
    }

    /** The suggestions of a component, in the order in which they are written. */
    static List<AnnotationMirror> suggestions(Element component) {
        return Annotations.all(component, Suggest.class, Suggest.All.class);
    }

    Bounds bounds() {
        return bounds;
    }

    Length length() {
        return length;
    }

    @Nullable
    TextPattern pattern() {
        return pattern;
    }

    /** Narrows the numbers from below. */
    void atLeast(double min, boolean exclusive) {
        boolean narrower = min > bounds.min() || (min == bounds.min() && exclusive);
        if (narrower) {
            bounds = new Bounds(min, exclusive, bounds.max(), bounds.maxExclusive());
        }
    }

    /** Narrows the numbers from above. */
    void atMost(double max, boolean exclusive) {
        boolean narrower = max < bounds.max() || (max == bounds.max() && exclusive);
        if (narrower) {
            bounds = new Bounds(bounds.min(), bounds.minExclusive(), max, exclusive);
        }
    }

    /** Narrows the lengths. */
    void lengthBetween(int min, int max) {
        int least = Math.max(length.min(), min);
        int most = Math.min(length.max(), max);
        length = new Length(least, most);
    }

    /** Sets the form of texts; false if there is one already. */
    boolean match(String regex, String describedAs) {
        if (pattern != null) {
            return false;
        }
        pattern = new TextPattern(regex, describedAs, suggestions);
        return true;
    }
}
