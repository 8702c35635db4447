package io.alchemi.training.run;

/**
 * Why a training is to stop before its end.
 *
 * @param reason   a noun, such as the name of a signal
 * @param exitCode the exit code of the command
 */
record Stop(String reason, int exitCode) {}
