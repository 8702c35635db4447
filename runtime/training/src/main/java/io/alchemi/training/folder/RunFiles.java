package io.alchemi.training.folder;

import io.alchemi.training.checkpoint.Safetensors;

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

    /** Software and machine when the run started. */
    public static final String ENVIRONMENT = "environment.json";

    /** Parameters and optimizer state. */
    public static final String CHECKPOINTS = "checkpoints";

    /** Parameters that a run with {@code --init-from} began with, in {@link #INPUTS}. */
    public static final String INITIAL = INPUTS + "/initial" + Safetensors.EXTENSION;

    /** The parameters of the best evaluation, in {@link #CHECKPOINTS}. */
    public static final String BEST = CHECKPOINTS + "/best" + Safetensors.EXTENSION;

    /** The parameters after the last step, in {@link #CHECKPOINTS}. */
    public static final String FINAL = CHECKPOINTS + "/final" + Safetensors.EXTENSION;

    /** Curves and configuration as a page. */
    public static final String REPORT = "report.html";

    /** Locked while a process writes the run. */
    public static final String LOCK = ".lock";

    private RunFiles() {}
}
