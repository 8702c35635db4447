package io.alchemi.training.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the two files of an ENVI data set: the header {@code NAME.hdr}, or the data beside it. */
public final class EnviFile {
    private static final String HEADER = ".hdr";

    private EnviFile() {}

    /** Returns true if a file is a header. */
    public static boolean isHeader(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(HEADER);
    }

    /**
     * Returns the names that the other file may have: {@code a.hdr}, {@code a.sli.hdr} or {@code a.HDR} for the data {@code a.sli};
     * {@code a.sli}, {@code a} or {@code a.SLI} for the header {@code a.hdr}.
     */
    public static List<String> namesOfOther(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        return isHeader(file)
                ? List.of(stem + ".sli", stem, stem + ".SLI")
                : List.of(stem + HEADER, name + HEADER, stem + HEADER.toUpperCase(Locale.ROOT));
    }

    /** Returns the other file, or null if there is none. */
    public static @Nullable Path other(Path file) {
        for (String name : namesOfOther(file)) {
            Path other = file.resolveSibling(name);
            if (Files.isRegularFile(other)) {
                return other;
            }
        }
        return null;
    }

    /** Returns a file and the other one, if there is one. */
    public static List<Path> both(Path file) {
        Path other = other(file);
        return other == null ? List.of(file) : List.of(file, other);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
