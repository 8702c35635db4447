package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.DefaultValue;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import java.util.List;

/** Checks the defaults and examples that annotations contain as YAML. */
public final class Defaults {
    private Defaults() {}

    /** Fills in the defaults of the records inside a value. */
    public interface DefaultFilling {
        /** Returns the value with defaults filled in. */
        Node fill(KeySchema key, Node value);
    }

    /**
     * Checks a default or an example in the same way as a value in a file, and returns the problems.
     *
     * @param text YAML text
     * @param filling fills in defaults as for a file
     */
    public static List<Diagnostic> check(
            Schema schema, RecordSchema record, KeySchema key, String text, DefaultFilling filling) {
        Diagnostics problems = new Diagnostics();
        Node node = DefaultValue.read(key, text, problems);
        if (node != null) {
            check(schema, record, key, node, filling, problems);
        }
        return problems.sorted();
    }

    private static void check(
            Schema schema,
            RecordSchema record,
            KeySchema key,
            Node node,
            DefaultFilling filling,
            Diagnostics problems) {
        RecordSchema section = schema.section(key);
        if (node instanceof Mapping partial && section != null) {
            checkPartial(schema, section, partial, filling, problems);
        } else {
            Checker.checkValue(schema, record, key, filling.fill(key, node), problems);
        }
    }

    /** Checks the default of a section, which may omit even required keys because it is merged into the section's defaults. */
    private static void checkPartial(
            Schema schema, RecordSchema record, Mapping partial, DefaultFilling filling, Diagnostics problems) {
        for (Entry entry : partial.entries()) {
            KeySchema key = record.key(entry.name());
            if (key == null) {
                Checker.checkUnknown(schema, record, partial, entry, problems);
            } else {
                check(schema, record, key, entry.value(), filling, problems);
            }
        }
    }
}
