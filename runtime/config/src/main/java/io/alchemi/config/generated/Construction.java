package io.alchemi.config.generated;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Mask;
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
    private static final String DELETE_ONE = "delete one of them";

    private final Schema schema;
    private final Mask mask;
    private final Diagnostics problems;

    private Construction(Schema schema, Mask mask, Diagnostics problems) {
        this.schema = schema;
        this.mask = mask;
        this.problems = problems;
    }

    /**
     * Returns the record of a tree, or null if a rule failed, or a constructor or a rule threw, after reporting the problems.
     *
     * @param mask replaces secrets in what constructors, factories and rules throw
     */
    public static <T> @Nullable T of(RecordBinder<T> binding, Mapping tree, Mask mask, Diagnostics problems) {
        T constructed =
                new Construction(binding.schema(), mask, problems).record(binding, tree, tree.place(), KeyPath.ROOT);
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
        TreeFields fields = new TreeFields(binding.record(), section, written, path, this);
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
        while (!evaluated(binding, constructed, results)) {
            results.restart();
        }
        return constructed;
    }

    /** Evaluates the rules. Returns false if one threw, so that those after it are still to be evaluated. */
    private static <T> boolean evaluated(RecordBinder<T> binding, T constructed, SectionRuleResults results) {
        try {
            binding.rules(constructed, results);
            return true;
        } catch (Throwable e) {
            return !results.reportException(e);
        }
    }

    /** Reports a value from which the program's own factory made nothing. */
    void reportValue(Node node, KeyPath path, Throwable cause) {
        String reason = cause.getMessage();
        if (cause instanceof Exception && reason != null && !(cause instanceof NullPointerException)) {
            String message = "'" + path + "' is invalid: " + mask.apply(reason);
            problems.add(new Diagnostic(
                    DiagnosticId.INVALID_VALUE,
                    node.place(),
                    path.toString(),
                    message,
                    "",
                    List.of(),
                    mask.apply(cause)));
        } else {
            reportException("its factory", path, node.place(), List.of(), cause);
        }
    }

    /** Reports a value of which the program's own factory made null. */
    void reportNoValue(Node node, KeyPath path) {
        String message = subject(path) + " cannot be validated: its factory returned null";
        problems.add(new Diagnostic(
                        DiagnosticId.USER_CODE, node.place(), message, "report this to the authors of the program")
                .at(path.toString()));
    }

    /** Reports an item of a set that became equal to another one. */
    void reportDuplicate(Node item, KeyPath path) {
        String message = "'" + path + "' is equal to an item before it";
        Diagnostic problem = new Diagnostic(DiagnosticId.CONFLICTING_NAMES, item.place(), message, DELETE_ONE);
        problems.add(problem.at(path.toString()));
    }

    /** Reports a key of a map from which the program's factory made the same key as from another. */
    void reportSameKey(Entry entry, KeyPath map) {
        String message = "'" + entry.name() + "' is the same key of '" + map + "' as one before it";
        Diagnostic problem = new Diagnostic(DiagnosticId.CONFLICTING_NAMES, entry.key(), message, DELETE_ONE);
        problems.add(problem.at(map.key(entry.name()).toString()));
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
        if (cause instanceof ChangedRecordException || cause instanceof AbstractMethodError) {
            reportChange(record, path, written, cause);
        } else if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            String message = subject(path) + " is invalid: " + mask.apply(reasonOf(cause, record));
            problems.add(new Diagnostic(
                    DiagnosticId.REJECTED, written, path.toString(), message, "", given, mask.apply(cause)));
        } else {
            reportException("the constructor of " + record.javaName(), path, written, given, cause);
        }
    }

    private static String reasonOf(Throwable rejection, RecordSchema record) {
        String message = rejection.getMessage();
        if (message != null) {
            return message;
        }
        return rejection instanceof NullPointerException
                ? "a value is missing"
                : "the constructor of " + record.javaName() + " rejects it, but does not say why";
    }

    /** Reports a record whose class does not fit the schema: that of the root, or its own as an application of a generic record. */
    private void reportChange(RecordSchema record, KeyPath path, SourceLocation written, Throwable cause) {
        String root = schema.root().javaName();
        problems.add(new Diagnostic(
                DiagnosticId.USER_CODE,
                written,
                path.toString(),
                subject(path) + " cannot be validated: " + record.javaName() + " has changed since " + root
                        + " was compiled",
                "compile " + root + " again, and the other records that contain or flatten " + record.javaName(),
                List.of(String.valueOf(cause.getMessage())),
                cause));
    }

    /** Reports an exception by which the program's own code says nothing about a value. */
    private void reportException(String code, KeyPath path, SourceLocation place, List<String> facts, Throwable cause) {
        List<String> notes = new ArrayList<>(facts);
        StackTraceElement[] trace = cause.getStackTrace();
        if (trace.length > 0) {
            notes.add("thrown at " + trace[0]);
        }
        problems.add(new Diagnostic(
                DiagnosticId.USER_CODE,
                place,
                path.toString(),
                subject(path) + " cannot be validated: " + code + " threw " + mask.apply(cause.toString()),
                "report this to the authors of the program",
                notes,
                mask.apply(cause)));
    }

    private static String subject(KeyPath path) {
        return path.isRoot() ? "the configuration" : "'" + path + "'";
    }

    private final class SectionRuleResults implements RuleResults {
        private final RecordSchema record;
        private final Mapping section;
        private final SourceLocation written;
        private final KeyPath path;
        private @Nullable String current;
        private int position;
        private int begun;
        private int done;

        SectionRuleResults(RecordSchema record, Mapping section, SourceLocation written, KeyPath path) {
            this.record = record;
            this.section = section;
            this.written = written;
            this.path = path;
        }

        @Override
        public boolean begins(String method) {
            position++;
            if (position <= begun) {
                return false;
            }
            begun = position;
            current = method;
            return true;
        }

        /** Begins again with the first rule. */
        void restart() {
            position = 0;
            current = null;
        }

        @Override
        public void rule(String method, boolean holds) {
            done++;
            if (!holds) {
                RuleSchema rule = record.rule(method);
                String where = path.isRoot() ? "" : "'" + path + "': ";
                BrokenRule broken = broken(rule);
                Diagnostic problem = new Diagnostic(
                        DiagnosticId.RULE, broken.location(), where + rule.sentence(), "", broken.notes());
                problems.add(problem.at(path.toString()));
            }
        }

        /**
         * Reports the exception of the current rule. Returns false if the code was generated before {@link #begins}, so that the
         * rules after it cannot be evaluated: then it is that after the last one with a result.
         */
        boolean reportException(Throwable cause) {
            RuleSchema rule = current == null ? record.rules().get(done) : record.rule(current);
            BrokenRule broken = broken(rule);
            String code = "the rule " + record.javaName() + "." + rule.method();
            Construction.this.reportException(code, path, broken.location(), broken.notes(), cause);
            return current != null;
        }

        private BrokenRule broken(RuleSchema rule) {
            return BrokenRule.of(rule, record, section, written, problems);
        }
    }
}
