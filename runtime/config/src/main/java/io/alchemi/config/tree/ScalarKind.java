package io.alchemi.config.tree;

/** Kinds of scalars in the YAML 1.2 core schema. */
public enum ScalarKind {
    /** {@code null}, {@code ~} or empty. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An integer: decimal, octal such as {@code 0o17}, or hexadecimal such as {@code 0x1F}. */
    INTEGER,
    /** A decimal number, {@code .inf} or {@code .nan}. */
    REAL,
    /** A string: anything else. */
    TEXT
}
