package io.alchemi.config.tree;

/** The types of plain scalars in the YAML 1.2 core schema. */
public enum CoreType {
    /** {@code null}, {@code ~} or nothing. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An integer: decimal, {@code 0o17} or {@code 0x1F}. */
    INTEGER,
    /** A decimal number, {@code .inf} or {@code .nan}. */
    FLOAT,
    /** Everything else. */
    STRING
}
