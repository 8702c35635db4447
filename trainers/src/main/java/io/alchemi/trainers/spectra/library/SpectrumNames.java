package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.SourceLocation;
import java.util.HashMap;
import java.util.Map;

/** Reports names of spectra that are missing or that appear twice. */
final class SpectrumNames {
    private final Map<String, SourceLocation> seen = new HashMap<>();
    private final DataProblems problems;

    SpectrumNames(DataProblems problems) {
        this.problems = problems;
    }

    /** Reports an empty name. */
    static void reportMissing(SourceLocation place, DataProblems problems) {
        problems.add(place, "the name of the spectrum is missing", "write a name, or delete the line");
    }

    /** Adds a name. Returns false if it reported a problem. */
    boolean add(String name, SourceLocation place) {
        if (name.isEmpty()) {
            reportMissing(place, problems);
            return false;
        }
        SourceLocation first = seen.putIfAbsent(name, place);
        if (first != null) {
            problems.add(
                    place,
                    "duplicate spectrum '" + name + "'",
                    "rename or delete one of them; the first is at " + first.describe());
        }
        return first == null;
    }
}
