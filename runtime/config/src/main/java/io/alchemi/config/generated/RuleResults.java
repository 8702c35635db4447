package io.alchemi.config.generated;

/** Collects the results of a record's rules. */
public interface RuleResults {
    /**
     * Records the result of a rule.
     *
     * @param method the rule's method
     * @param holds true if the rule holds
     */
    void rule(String method, boolean holds);
}
