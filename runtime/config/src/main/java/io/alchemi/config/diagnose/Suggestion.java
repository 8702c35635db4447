package io.alchemi.config.diagnose;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Suggests a known name for a misspelled one. */
public final class Suggestion {
    /** The length of a name that may be a misspelled one. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /** Returns the candidate closest to a misspelled name, or null if none is close. */
    public static @Nullable String nearest(String name, List<String> candidates) {
        if (name.length() > LONGEST) {
            return null;
        }
        String wanted = normalized(name);
        int best = wanted.length() <= 3 ? 1 : wanted.length() <= 7 ? 2 : 3;
        String nearest = null;
        for (String candidate : candidates) {
            String other = normalized(candidate);
            if (Math.abs(wanted.length() - other.length()) > best) {
                continue; // The distance is too large, and comparing long names is slow.
            }
            int distance = distance(wanted, other);
            if (distance < best || (distance == best && nearest == null)) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Returns {@code "did you mean 'x'?"}, or an empty string if no candidate is close. */
    public static String didYouMean(String name, List<String> candidates) {
        String nearest = nearest(name, candidates);
        return nearest == null ? "" : "did you mean '" + nearest + "'?";
    }

    private static String normalized(String name) {
        StringBuilder out = new StringBuilder(name.length());
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != '_' && c != '-') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns the Damerau-Levenshtein distance (optimal string alignment) of two strings. */
    private static int distance(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
