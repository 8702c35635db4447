package io.alchemi.config.generated;

/** Takes the verdicts of a record's rules. */
public interface Verdicts {
    void rule(String method, boolean holds);
}
