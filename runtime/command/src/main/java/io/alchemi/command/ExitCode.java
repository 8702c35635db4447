package io.alchemi.command;

/** The exit codes of all commands. Codes from 64 on follow BSD sysexits. */
public final class ExitCode {
    /** Success. */
    public static final int FINE = 0;
    /** Training or another command failed. */
    public static final int FAILED = 1;
    /** The command line is invalid. */
    public static final int USAGE = 2;
    /** The configuration is invalid. */
    public static final int CONFIGURATION = 65;
    /** A file does not exist. */
    public static final int NO_FILE = 66;
    /** A bug in Alchemi, in a trainer or in another command. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
