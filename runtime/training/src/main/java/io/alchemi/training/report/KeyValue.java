package io.alchemi.training.report;

/**
 * A value of a configuration or an environment.
 *
 * @param value the value as it is written in the file
 * @param origin where it was stated, or empty
 */
record KeyValue(String value, String origin) {}
