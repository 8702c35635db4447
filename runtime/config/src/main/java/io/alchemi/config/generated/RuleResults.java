package io.alchemi.config.generated;

/** Collects the results of a record's rules. */
public interface RuleResults {
    /**
     * Returns true if a rule is to be evaluated, and false if it was before another one threw.
     *
     * @param method the rule's method
     */
    default boolean begins(String method) {
        return true;
    }

    /**
     * Records the result of a rule.
     *
     * @param method the rule's method
     * @param holds true if the rule holds
     */
    void rule(String method, boolean holds);
}
