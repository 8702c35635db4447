package io.alchemi.config.generated;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import org.jspecify.annotations.Nullable;

/** Notes of a diagnostic that show values on one line, each with its origin. */
final class ValueNotes {
    private static final int MAX_LENGTH = 60;

    private final Diagnostics problems;

    ValueNotes(Diagnostics problems) {
        this.problems = problems;
    }

    /** Returns the note about a key. Sections are abbreviated. */
    String of(@Nullable KeySchema key, Entry entry) {
        return key != null && key.type().isSection()
                ? note(entry.name(), "…", entry.value())
                : of(entry.name(), entry.value());
    }

    /** Returns the note about a value in full, as far as a line holds it. */
    String of(String path, Node value) {
        StringBuilder shown = new StringBuilder();
        show(value, shown);
        if (shown.length() > MAX_LENGTH) {
            shown.setLength(MAX_LENGTH - 1);
            shown.append('…');
        }
        return note(path, shown.toString(), value);
    }

    private String note(String path, String shown, Node value) {
        return path + ": " + shown + " ("
                + Origin.of(latest(value.place(), value)).describe() + ")";
    }

    /**
     * Returns the location of what the source of the highest precedence set in a value.
     *
     * @param place the location of the value, which is returned unless another source set a part of it
     */
    SourceLocation latest(SourceLocation place, Node value) {
        SourceLocation latest = place;
        if (value instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                SourceLocation inner = latest(entry.value().place(), entry.value());
                latest = problems.rank(inner.document()) > problems.rank(latest.document()) ? inner : latest;
            }
        }
        return latest;
    }

    /** Writes a value, stopping when it is longer than a note can be. */
    private static void show(Node value, StringBuilder out) {
        if (value instanceof Scalar scalar) {
            out.append(scalar.shown());
        } else if (value instanceof Sequence sequence) {
            out.append('[');
            for (int i = 0; i < sequence.items().size() && out.length() <= MAX_LENGTH; i++) {
                out.append(i == 0 ? "" : ", ");
                show(sequence.items().get(i), out);
            }
            out.append(']');
        } else if (value instanceof Mapping mapping) {
            out.append('{');
            for (int i = 0; i < mapping.entries().size() && out.length() <= MAX_LENGTH; i++) {
                out.append(i == 0 ? "" : ", ")
                        .append(mapping.entries().get(i).name())
                        .append(": ");
                show(mapping.entries().get(i).value(), out);
            }
            out.append('}');
        }
    }
}
