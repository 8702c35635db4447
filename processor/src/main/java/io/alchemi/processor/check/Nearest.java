package io.alchemi.processor.check;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate that differs from a text in few letters, or null. */
    static @Nullable String of(String text, Collection<String> candidates) {
        String best = null;
        int least = Math.max(1, text.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(text, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** A question about the nearest candidate, or nothing. */
    static String didYouMean(String text, Collection<String> candidates) {
        String nearest = of(text, candidates);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
