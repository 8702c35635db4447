package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Describes why a mapping selects no branch of a union, or several. */
final class UnselectedBranch {
    private final Schema schema;
    private final UnionType union;
    private final Mapping mapping;
    private final KeyPath path;

    UnselectedBranch(Schema schema, UnionType union, Mapping mapping, KeyPath path) {
        this.schema = schema;
        this.union = union;
        this.mapping = mapping;
        this.path = path;
    }

    /**
     * Returns the problem.
     *
     * @param written the location of the mapping, or of the nearest enclosing section that is written in a source
     */
    Diagnostic problem(SourceLocation written) {
        return union.isByKind() ? byKeys(written) : byTag(written);
    }

    private Diagnostic byTag(SourceLocation written) {
        List<String> tags = new ArrayList<>();
        for (Branch branch : union.branches()) {
            tags.add(branch.tag());
        }
        Node given = mapping.get(union.discriminator());
        if (given == null) {
            return new Diagnostic(
                    DiagnosticId.MISSING_TAG,
                    written,
                    "'" + path + "." + union.discriminator() + "' is missing",
                    "add '" + union.discriminator() + ": " + String.join(" | ", tags) + "'");
        }
        return new Diagnostic(
                DiagnosticId.UNKNOWN_CONSTANT,
                given.place(),
                "'" + path + "." + union.discriminator() + "' must be one of " + String.join(" | ", tags),
                Suggestion.didYouMean(given instanceof Scalar tag ? tag.text() : "", tags));
    }

    private Diagnostic byKeys(SourceLocation written) {
        Entry first = null;
        Branch selected = null;
        for (Entry entry : mapping.entries()) {
            Branch branch = UnionBranches.ofKey(schema, union, entry.name());
            if (first != null && selected != null && branch != null && !branch.is(selected)) {
                return new Diagnostic(
                        DiagnosticId.CONFLICTING_KEYS,
                        entry.key(),
                        "'" + path + "' cannot have both '" + first.name() + "' and '" + entry.name() + "'",
                        "delete one of them");
            }
            first = selected == null ? entry : first;
            selected = selected == null ? branch : selected;
        }
        return noKey(written);
    }

    private Diagnostic noKey(SourceLocation written) {
        List<String> names = new ArrayList<>();
        StringBuilder lines = new StringBuilder("add ");
        for (Branch branch : union.branches()) {
            List<KeySchema> keys = UnionBranches.decidingKeys(schema, union, branch);
            for (KeySchema key : keys) {
                names.add(key.name());
            }
            if (!keys.isEmpty()) {
                lines.append(lines.length() == 4 ? "'" : " or '")
                        .append(keys.get(0).line())
                        .append('\'');
            }
        }
        String message = "'" + path + "' must have one of the keys '" + String.join("', '", names) + "'";
        for (Entry entry : mapping.entries()) {
            String nearest = Suggestion.didYouMean(entry.name(), names);
            if (!nearest.isEmpty()) {
                return new Diagnostic(DiagnosticId.NO_DECIDING_KEY, entry.key(), message, nearest);
            }
        }
        return new Diagnostic(DiagnosticId.NO_DECIDING_KEY, written, message, lines.toString());
    }
}
