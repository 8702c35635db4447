package io.alchemi.command.report;

/** Format of a report. */
public enum ReportFormat {
    /** Excerpts of the files, for people. */
    TEXT,
    /** One JSON document, for scripts. */
    JSON,
    /** Workflow commands, which GitHub Actions shows at the lines of a change. */
    GITHUB,
    /** SARIF 2.1.0, for code scanning and editors. */
    SARIF
}
