package io.alchemi.command;

/** Format of differences. */
enum DiffFormat {
    /** A line for each key. */
    TEXT,
    /** One JSON document. */
    JSON
}
