package io.alchemi.training.run;

/**
 * The reason for stopping a training early.
 *
 * @param reason   a noun, such as the name of a signal
 * @param exitCode the exit code of the command
 */
record Stop(String reason, int exitCode) {}
