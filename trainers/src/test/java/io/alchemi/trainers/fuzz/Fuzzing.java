package io.alchemi.trainers.fuzz;

import java.util.Locale;

/** The class called by Jazzer. {@code -Dalchemi.fuzz} selects the target. */
public final class Fuzzing {
    private static final FuzzTarget TARGET =
            FuzzTarget.valueOf(System.getProperty("alchemi.fuzz", "document").toUpperCase(Locale.ROOT));

    private Fuzzing() {}

    /** Runs an input. Any exception is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        TARGET.run(data);
    }
}
