package io.alchemi.config.generated;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.Origin;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constructs the records of a checked tree, and reports failed rules and constructors that throw. This is the second pass.
 */
public final class Construction {
    private static final int MAX_FACT_LENGTH = 60;

    private final Diagnostics problems;

    private Construction(Diagnostics problems) {
        this.problems = problems;
    }

    /** Returns the record of a tree, or null if a rule failed or a constructor threw, after reporting the problems. */
    public static <T> @Nullable T of(RecordBinder<T> binding, Mapping tree, Diagnostics problems) {
        T constructed = new Construction(problems).record(binding, tree, tree.place(), KeyPath.ROOT);
        return problems.hasErrors() ? null : constructed;
    }

    /**
     * Returns the record of a section, or null if its constructor or that of a nested record threw.
     *
     * @param written the location of the section
     */
    <T> @Nullable T record(RecordBinder<T> binding, Mapping section, SourceLocation written, KeyPath path) {
        TreeFields fields = new TreeFields(binding.record(), section, path, this);
        T constructed;
        try {
            constructed = binding.bind(fields);
        } catch (IllegalArgumentException | NullPointerException e) {
            if (!fields.failed()) {
                reportRejection(binding.record(), section, written, path, e);
            }
            return null;
        }
        if (fields.failed()) {
            return null;
        }
        checkRules(binding, constructed, new SectionRuleResults(binding.record(), section, written, path));
        return constructed;
    }

    /** Evaluates the rules. Wraps exceptions of rules, so that the enclosing record does not report them as its own. */
    private static <T> void checkRules(RecordBinder<T> binding, T constructed, RuleResults results) {
        try {
            binding.rules(constructed, results);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "a rule of " + binding.record().type() + " threw an exception; it must return true or false", e);
        }
    }

    private void reportRejection(
            RecordSchema record, Mapping section, SourceLocation written, KeyPath path, RuntimeException cause) {
        List<String> given = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            Entry entry = section.entry(key.name());
            if (entry != null && entry.value().document().kind() != Document.Kind.DEFAULT) {
                given.add(fact(record, entry));
            }
        }
        String reason = cause.getMessage() == null ? "a value is missing" : cause.getMessage();
        String subject = path.isRoot() ? "the configuration" : "'" + path + "'";
        problems.add(new Diagnostic(DiagnosticId.REJECTED, written, subject + " is invalid: " + reason, "", given));
    }

    /** Returns a key with its value and origin on one line. Sections are abbreviated. */
    private static String fact(RecordSchema record, Entry entry) {
        Node value = entry.value();
        KeySchema key = record.key(entry.name());
        StringBuilder shown = new StringBuilder();
        if (key != null && key.type().isSection()) {
            shown.append('…');
        } else {
            show(value, shown);
        }
        if (shown.length() > MAX_FACT_LENGTH) {
            shown.setLength(MAX_FACT_LENGTH - 1);
            shown.append('…');
        }
        return entry.name() + ": " + shown + " (" + Origin.of(value).describe() + ")";
    }

    /** Writes a value on one line, stopping when it is longer than a fact can be. */
    private static void show(Node value, StringBuilder out) {
        if (value instanceof Scalar scalar) {
            out.append(scalar.text());
        } else if (value instanceof Sequence sequence) {
            out.append('[');
            for (int i = 0; i < sequence.items().size() && out.length() <= MAX_FACT_LENGTH; i++) {
                out.append(i == 0 ? "" : ", ");
                show(sequence.items().get(i), out);
            }
            out.append(']');
        } else if (value instanceof Mapping mapping) {
            out.append('{');
            for (int i = 0; i < mapping.entries().size() && out.length() <= MAX_FACT_LENGTH; i++) {
                out.append(i == 0 ? "" : ", ")
                        .append(mapping.entries().get(i).name())
                        .append(": ");
                show(mapping.entries().get(i).value(), out);
            }
            out.append('}');
        }
    }

    private final class SectionRuleResults implements RuleResults {
        private final RecordSchema record;
        private final Mapping section;
        private final SourceLocation written;
        private final KeyPath path;

        SectionRuleResults(RecordSchema record, Mapping section, SourceLocation written, KeyPath path) {
            this.record = record;
            this.section = section;
            this.written = written;
            this.path = path;
        }

        @Override
        public void rule(String method, boolean holds) {
            if (holds) {
                return;
            }
            RuleSchema rule = record.rule(method);
            SourceLocation location = null;
            List<String> facts = new ArrayList<>();
            for (String name : rule.keys()) {
                Entry entry = section.entry(name);
                if (entry != null) {
                    boolean isWritten = entry.value().document().kind() != Document.Kind.DEFAULT;
                    location = location == null && isWritten ? entry.value().place() : location;
                    facts.add(fact(record, entry));
                }
            }
            String where = path.isRoot() ? "" : "'" + path + "': ";
            problems.add(new Diagnostic(
                    DiagnosticId.RULE, location == null ? written : location, where + rule.sentence(), "", facts));
        }
    }
}
