package io.alchemi.config.generated;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constructs the records of a checked tree, and reports failed rules and constructors that throw. This is the second pass.
 */
public final class Construction {
    private final Schema schema;
    private final Diagnostics problems;

    private Construction(Schema schema, Diagnostics problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /**
     * Returns the record of a tree, or null if a rule failed, or a constructor or a rule threw, after reporting the problems.
     */
    public static <T> @Nullable T of(RecordBinder<T> binding, Mapping tree, Diagnostics problems) {
        T constructed = new Construction(binding.schema(), problems).record(binding, tree, tree.place(), KeyPath.ROOT);
        return problems.hasErrors() ? null : constructed;
    }

    /** Returns the schema of the tree. */
    Schema schema() {
        return schema;
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

    /** Reports an item of a set that became equal to another one. */
    void reportDuplicate(Node item, KeyPath path) {
        String message = "'" + path + "' is equal to an item before it";
        problems.add(
                new Diagnostic(DiagnosticId.CONFLICTING_NAMES, item.place(), message, "delete one of them", List.of()));
    }

    /** Reports a key of a map from which the program's factory made the same key as from another. */
    void reportSameKey(Entry entry, KeyPath map) {
        String message = "'" + entry.name() + "' is the same key of '" + map + "' as one before it";
        problems.add(
                new Diagnostic(DiagnosticId.CONFLICTING_NAMES, entry.key(), message, "delete one of them", List.of()));
    }

    private void reportRejection(
            RecordSchema record, Mapping section, SourceLocation written, KeyPath path, Throwable cause) {
        List<String> given = new ArrayList<>();
        ValueNotes values = new ValueNotes(problems);
        for (KeySchema key : record.keys()) {
            Entry entry = section.entry(key.name());
            if (entry != null && entry.value().document().kind() != Document.Kind.DEFAULT) {
                given.add(values.of(key, entry));
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
            if (!holds) {
                RuleSchema rule = record.rule(method);
                String where = path.isRoot() ? "" : "'" + path + "': ";
                BrokenRule broken = broken(rule);
                problems.add(new Diagnostic(
                        DiagnosticId.RULE, broken.location(), where + rule.sentence(), "", broken.notes()));
            }
        }

        /** Reports the exception of the rule after the last one with a result. The rules after it are not evaluated. */
        void reportException(Throwable cause) {
            RuleSchema rule = record.rules().get(done);
            BrokenRule broken = broken(rule);
            String subject = path.isRoot() ? "the configuration" : "'" + path + "'";
            String code = "the rule " + record.simpleName() + "." + rule.method();
            Construction.this.reportException(code, subject, broken.location(), broken.notes(), cause);
        }

        private BrokenRule broken(RuleSchema rule) {
            return BrokenRule.of(rule, record, section, written, problems);
        }
    }
}
