package io.alchemi.config.tree;

/** The kinds of scalars of the YAML 1.2 core schema. */
public enum ScalarKind {
    /** {@code null}, {@code ~} or nothing. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A whole number, decimal, {@code 0o17} or {@code 0x1F}. */
    INTEGER,
    /** A decimal number, {@code .inf} or {@code .nan}. */
    REAL,
    /** Anything else. */
    TEXT
}
