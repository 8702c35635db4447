package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Suggestion;
import java.util.List;

/** Asks about the nearest name, as a sentence of its own. */
final class DidYouMean {
    private DidYouMean() {}

    /** A question with a blank before it, or nothing. */
    static String in(String name, List<String> candidates) {
        String nearest = Suggestion.nearest(name, candidates);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }
}
