package io.alchemi.command;

/** The exit codes of all commands; numbers from 64 on are those of BSD's sysexits. */
public final class ExitCode {
    /** All went well. */
    public static final int FINE = 0;
    /** Training failed. */
    public static final int FAILED = 1;
    /** The command line cannot be understood. */
    public static final int USAGE = 2;
    /** The configuration is bad. */
    public static final int CONFIGURATION = 65;
    /** A file is not there. */
    public static final int NO_FILE = 66;
    /** A fault of Alchemi's own. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
