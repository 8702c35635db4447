package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Resolution;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import org.jspecify.annotations.Nullable;

/** Defaults and examples are what the loader accepts in a file; the loader's own code judges them. */
public final class ValueCheck {
    private final Problems problems;

    /** Reports to a place. */
    public ValueCheck(Problems problems) {
        this.problems = problems;
    }

    /** Judges the values of a record inside a sound schema. */
    public void check(ExtractedRecord record, Schema schema) {
        for (Component component : record.components()) {
            KeySchema key = component.key();
            check(record, component, schema, "default", key.defaultText());
            check(record, component, schema, "example", key.exampleText());
        }
    }

    private void check(ExtractedRecord record, Component component, Schema schema, String what, @Nullable String text) {
        if (text == null) {
            return;
        }
        KeySchema key =
                component.key().withDefault(null); // A message about a default must not advise to fall back on it.
        for (Diagnostic problem : Resolution.check(schema, record.schema(), key, text)) {
            if (problem.isError()) {
                problems.report(component.place(), Wording.badValue(record, component, what, text, problem));
            }
        }
    }
}
