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
    /** A file, folder or run does not exist. */
    public static final int NO_FILE = 66;
    /** A bug in Alchemi, in a trainer or in another command. */
    public static final int FAULT = 70;
    /** The run was saved before its end and can be resumed: its time was over, or SIGUSR1 asked for it. */
    public static final int SAVED = 75;
    /** The run was saved after SIGHUP. */
    public static final int HUNG_UP = 129;
    /** The run was saved after SIGINT, Ctrl-C. */
    public static final int INTERRUPTED = 130;
    /** The run was saved after SIGTERM. */
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
