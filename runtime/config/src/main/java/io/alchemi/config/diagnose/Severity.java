package io.alchemi.config.diagnose;

/** Severity of a diagnostic. */
public enum Severity {
    /** The configuration cannot be used. */
    ERROR("error"),
    /** The configuration can be used, but should be changed. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** Returns the word for messages. */
    public String word() {
        return word;
    }
}
