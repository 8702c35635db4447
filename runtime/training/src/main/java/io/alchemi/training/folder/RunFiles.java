package io.alchemi.training.folder;

/** Names of the files and folders in the folder of a run. */
public final class RunFiles {
    /** The resolved configuration. */
    public static final String CONFIG = "config.yaml";

    /** What the run was given: the configuration, its input files, the schema. */
    public static final String INPUTS = "inputs";

    /** The command lines that started and resumed the run, in {@link #INPUTS}. */
    public static final String COMMAND = INPUTS + "/command.txt";

    /** A line of metrics for each step. */
    public static final String METRICS = "metrics.jsonl";

    /** A line of metrics for each evaluation. */
    public static final String EVALUATIONS = "evaluations.jsonl";

    /** What was shown. */
    public static final String LOG = "log.txt";

    /** State of the run, with a heartbeat. */
    public static final String STATUS = "status.json";

    /** Software and machine. */
    public static final String ENVIRONMENT = "environment.json";

    /** Uncommitted changes of the configuration's repository. */
    public static final String PATCH = "uncommitted.patch";

    /** Parameters and optimizer state. */
    public static final String CHECKPOINTS = "checkpoints";

    /** Curves and configuration as a page. */
    public static final String REPORT = "report.html";

    /** Locked while a process writes the run. */
    public static final String LOCK = ".lock";

    private RunFiles() {}
}
