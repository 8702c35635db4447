package io.alchemi.config.generated;

/** Takes the verdicts of a record's rules. */
public interface RuleResults {
    /**
     * Takes one verdict.
     *
     * @param method the rule's method
     * @param holds whether the rule holds
     */
    void rule(String method, boolean holds);
}
