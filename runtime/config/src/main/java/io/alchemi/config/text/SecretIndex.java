package io.alchemi.config.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds secrets in texts, in n log n time for n characters of both.
 *
 * <p>Looks for pieces of the secrets, since secrets of any length could begin alike and be compared again at each character.
 */
final class SecretIndex {
    private static final int LONGEST_PIECE = 64;

    /** The pieces in alphabetical order. */
    private final String[] pieces;
    /** For each piece the index of the longest other piece that it starts with, or -1. */
    private final int[] prefixes;

    /** Part of a text, from an index to another, exclusive. */
    record Region(int from, int to) {}

    SecretIndex(Collection<String> secrets) {
        TreeSet<String> sorted = new TreeSet<>();
        for (String secret : secrets) {
            int start = 0;
            for (; start + LONGEST_PIECE < secret.length(); start += LONGEST_PIECE) {
                sorted.add(secret.substring(start, start + LONGEST_PIECE));
            }
            // The last piece overlaps the one before it, since a short piece occurs elsewhere too.
            sorted.add(secret.substring(start == 0 ? 0 : secret.length() - LONGEST_PIECE));
        }
        pieces = sorted.toArray(new String[0]);
        prefixes = new int[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            int prefix = i - 1;
            while (prefix >= 0 && !pieces[i].startsWith(pieces[prefix])) {
                prefix = prefixes[prefix];
            }
            prefixes[i] = prefix;
        }
    }

    /** Returns a text with a replacement for each region of secrets. */
    String replace(String text, String replacement) {
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        for (Region region : regions(text)) {
            replaced.append(text, end, region.from()).append(replacement);
            end = region.to();
        }
        return end == 0 ? text : replaced.append(text, end, text.length()).toString();
    }

    /** Returns the parts of a text that secrets cover, in order, with a gap between them. */
    List<Region> regions(String text) {
        List<Region> regions = new ArrayList<>();
        int from = 0;
        int to = -1;
        for (int i = 0; i < text.length() && pieces.length > 0; i++) {
            int length = lengthAt(text, i);
            if (length > 0 && i > to) {
                if (to > 0) {
                    regions.add(new Region(from, to));
                }
                from = i;
            }
            to = length == 0 ? to : Math.max(to, i + length);
        }
        if (to > 0) {
            regions.add(new Region(from, to));
        }
        return regions;
    }

    /** Returns the length of the longest piece that starts at a character, or 0. */
    private int lengthAt(String text, int at) {
        int low = 0;
        int high = pieces.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(pieces[middle], text, at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // The pieces between a prefix of the text and the text itself start with that prefix.
        int found = low - 1;
        while (found >= 0 && !text.startsWith(pieces[found], at)) {
            found = prefixes[found];
        }
        return found < 0 ? 0 : pieces[found].length();
    }

    /** Returns true if a piece is alphabetically before the rest of a text, or at its start. */
    private static boolean isBefore(String piece, String text, int at) {
        int length = Math.min(piece.length(), text.length() - at);
        for (int i = 0; i < length; i++) {
            int difference = piece.charAt(i) - text.charAt(at + i);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return piece.length() == length;
    }
}
