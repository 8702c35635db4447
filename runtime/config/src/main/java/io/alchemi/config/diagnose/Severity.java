package io.alchemi.config.diagnose;

/** How bad a problem is. */
public enum Severity {
    /** The configuration cannot be used. */
    ERROR("error"),
    /** The configuration can be used; what it says should be changed. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word in messages. */
    public String word() {
        return word;
    }
}
