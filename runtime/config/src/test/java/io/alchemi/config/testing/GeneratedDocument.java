package io.alchemi.config.testing;

import io.alchemi.config.schema.ValueType;
import java.util.List;

/**
 * A document and what was changed in it.
 *
 * @param yaml its text
 * @param changes the mutations; none if it was meant to be valid, or is no configuration at all
 */
public record GeneratedDocument(String yaml, List<Change> changes) {
    /**
     * A mutation of one setting.
     *
     * @param type the type of the setting's value
     * @param mutation what was done
     */
    public record Change(ValueType type, Mutation mutation) {}
}
