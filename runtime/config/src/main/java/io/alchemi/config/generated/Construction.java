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

    /**
     * Returns the record of a tree, or null if a rule failed, or a constructor or a rule threw, after reporting the problems.
     */
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
        } catch (Throwable e) { // A constructor may throw anything, such as an error of a recursion that does not end.
            if (!fields.failed()) {
                reportRejection(binding.record(), section, written, path, e);
            }
            return null;
        }
        if (fields.failed()) {
            return null;
        }
        SectionRuleResults results = new SectionRuleResults(binding.record(), section, written, path);
        try {
            binding.rules(constructed, results);
        } catch (Throwable e) {
            results.reportException(e);
        }
        return constructed;
    }

    /** Reports a value from which the program's own factory made nothing. */
    void reportValue(Node node, KeyPath path, Throwable cause) {
        String reason = cause.getMessage();
        if (cause instanceof Exception && reason != null && !(cause instanceof NullPointerException)) {
            String message = "'" + path + "' is invalid: " + reason;
            problems.add(new Diagnostic(DiagnosticId.INVALID_VALUE, node.place(), message, "", List.of(), cause));
        } else {
            reportException("its factory", "'" + path + "'", node.place(), List.of(), cause);
        }
    }

    private void reportRejection(
            RecordSchema record, Mapping section, SourceLocation written, KeyPath path, Throwable cause) {
        List<String> given = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            Entry entry = section.entry(key.name());
            if (entry != null && entry.value().document().kind() != Document.Kind.DEFAULT) {
                given.add(fact(record, entry));
            }
        }
        String subject = path.isRoot() ? "the configuration" : "'" + path + "'";
        if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            String reason = cause.getMessage() == null ? "a value is missing" : cause.getMessage();
            String message = subject + " is invalid: " + reason;
            problems.add(new Diagnostic(DiagnosticId.REJECTED, written, message, "", given, cause));
        } else {
            reportException("the constructor of " + record.simpleName(), subject, written, given, cause);
        }
    }

    /** Reports an exception by which the program's own code says nothing about a value. */
    private void reportException(
            String code, String subject, SourceLocation place, List<String> facts, Throwable cause) {
        List<String> notes = new ArrayList<>(facts);
        StackTraceElement[] trace = cause.getStackTrace();
        if (trace.length > 0) {
            notes.add("thrown at " + trace[0]);
        }
        problems.add(new Diagnostic(
                DiagnosticId.USER_CODE,
                place,
                subject + " cannot be validated: " + code + " threw " + cause,
                "report this to the authors of the program",
                notes,
                cause));
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
        private int done;

        SectionRuleResults(RecordSchema record, Mapping section, SourceLocation written, KeyPath path) {
            this.record = record;
            this.section = section;
            this.written = written;
            this.path = path;
        }

        @Override
        public void rule(String method, boolean holds) {
            done++;
            if (holds) {
                return;
            }
            RuleSchema rule = record.rule(method);
            String where = path.isRoot() ? "" : "'" + path + "': ";
            problems.add(new Diagnostic(DiagnosticId.RULE, place(rule), where + rule.sentence(), "", facts(rule)));
        }

        /** Reports the exception of the rule after the last one with a result. The rules after it are not evaluated. */
        void reportException(Throwable cause) {
            RuleSchema rule = record.rules().get(done);
            String subject = path.isRoot() ? "the configuration" : "'" + path + "'";
            String code = "the rule " + record.simpleName() + "." + rule.method();
            Construction.this.reportException(code, subject, place(rule), facts(rule), cause);
        }

        /** Returns the location of the first value of a rule that is written in a source, or that of the section. */
        private SourceLocation place(RuleSchema rule) {
            for (String name : rule.keys()) {
                Entry entry = section.entry(name);
                if (entry != null && entry.value().document().kind() != Document.Kind.DEFAULT) {
                    return entry.value().place();
                }
            }
            return written;
        }

        private List<String> facts(RuleSchema rule) {
            List<String> facts = new ArrayList<>();
            for (String name : rule.keys()) {
                Entry entry = section.entry(name);
                if (entry != null) {
                    facts.add(fact(record, entry));
                }
            }
            return facts;
        }
    }
}
