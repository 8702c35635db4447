package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Suggestion;
import java.util.List;

/** Suggests the nearest name, as a separate sentence. */
final class DidYouMean {
    private DidYouMean() {}

    /** Returns a question with a space before it, or an empty string if no candidate is near. */
    static String in(String name, List<String> candidates) {
        String nearest = Suggestion.nearest(name, candidates);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }
}
