package io.alchemi.processor.emit.reference;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFile;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.emit.BranchForm;
import io.alchemi.processor.emit.Markdown;
import io.alchemi.processor.emit.SchemaPath;
import java.util.List;

/** Writes a description as a Markdown page with a table of keys for the root and for each record below it. */
public final class ReferencePage {
    private final Schema schema;
    private final Headings headings;
    private final StringBuilder out = new StringBuilder();

    private ReferencePage(Schema schema) {
        this.schema = schema;
        this.headings = new Headings(schema);
    }

    /** Returns the page of a root record. */
    public static String of(Schema schema) {
        ReferencePage page = new ReferencePage(schema);
        page.head();
        for (RecordSchema record : schema.records().values()) {
            page.record(record);
        }
        for (UnionType union : page.headings.unions()) {
            page.union(union);
        }
        return page.out.toString();
    }

    private void head() {
        RootSchema facts = schema.rootFacts();
        out.append("# ").append(schema.root().simpleName()).append("\n\n");
        paragraph(schema.docs(schema.root()).ofRecord());
        out.append("| | |\n|---|---|\n");
        fact("Schema", Markdown.code(facts.id()));
        if (!facts.files().isEmpty()) {
            fact("Files", Markdown.codes(facts.files()));
        }
        if (!facts.env().isEmpty()) {
            String prefix = facts.env() + "_";
            fact("Environment variables", Markdown.codes(List.of(prefix + "KEY", prefix + "SECTION__KEY")));
        }
        fact("Create a file", Markdown.code("alchemi config init " + facts.id() + " -o FILE"));
        fact("Check a file", Markdown.code("alchemi validate FILE"));
        fact("Editor support", Markdown.code("# yaml-language-server: $schema=" + SchemaFile.defaultPath(facts.id())));
        out.append('\n');
    }

    private void fact(String name, String text) {
        out.append("| ").append(name).append(" | ").append(Markdown.cell(text)).append(" |\n");
    }

    private void record(RecordSchema record) {
        boolean root = record.type().equals(schema.root().type());
        out.append("## ").append(root ? "Keys" : headings.of(record)).append("\n\n");
        if (!root) {
            places(record.type());
            branchOf(record);
            paragraph(schema.docs(record).ofRecord());
        }
        keys(record);
        rules(record);
        removedKeys(record);
        movedKeys(record);
    }

    private void places(String type) {
        List<String> places = headings.places(type);
        if (!places.isEmpty()) {
            out.append("Used at ").append(String.join(", ", places)).append(".\n\n");
        }
    }

    /** Writes the condition under which a value of a union is this record. */
    private void branchOf(RecordSchema record) {
        for (UnionType union : headings.unionsOf(record)) {
            String link = Markdown.link(headings.of(union), headings.of(union));
            out.append(link)
                    .append(' ')
                    .append(condition(union, branch(union, record)))
                    .append(".\n\n");
        }
    }

    private static Branch branch(UnionType union, RecordSchema record) {
        for (Branch branch : union.branches()) {
            if (branch.record().type().equals(record.type())) {
                return branch;
            }
        }
        throw new IllegalArgumentException(record.type() + " is not a branch of " + union.type());
    }

    private String condition(UnionType union, Branch branch) {
        return union.isByKind()
                ? "written as " + BranchForm.withArticle(schema, union, branch)
                : "with " + Markdown.code(union.discriminator() + ": " + branch.tag());
    }

    private void union(UnionType union) {
        out.append("## ").append(headings.of(union)).append("\n\n");
        places(union.type());
        paragraph(schema.docs(union.type()).ofRecord());
        String by = union.isByKind() ? "the way the value is written" : Markdown.code(union.discriminator());
        out.append("One of these variants, selected by ").append(by).append(":\n\n");
        out.append("| ")
                .append(union.isByKind() ? "Written as" : by)
                .append(" | Variant | Description |\n|---|---|---|\n");
        for (Branch branch : union.branches()) {
            RecordSchema record = schema.record(branch.record());
            String tag = union.isByKind() ? BranchForm.noun(schema, union, branch) : Markdown.code(branch.tag());
            String link = Markdown.link(headings.of(record), headings.of(record));
            String doc = FirstSentence.of(schema.docs(record).ofRecord());
            out.append("| ")
                    .append(tag)
                    .append(" | ")
                    .append(Markdown.cell(link))
                    .append(" | ");
            out.append(Markdown.cell(Markdown.text(doc))).append(" |\n");
        }
        out.append('\n');
    }

    private void keys(RecordSchema record) {
        if (record.keys().isEmpty()) {
            paragraph("No keys.");
            return;
        }
        SchemaPath place = new SchemaPath(schema, record, "", List.of(), List.of());
        boolean bare = isBareValue(record);
        out.append("| Key | Type | Default | Description |\n|---|---|---|---|\n");
        for (KeySchema key : record.keys()) {
            KeyRow row = new KeyRow(place, key, headings);
            out.append(bare ? row.write("*(written without a key)*") : row.write());
        }
        out.append('\n');
    }

    /** Returns true if the only key of a record is never written, because the record is always a bare value of a union. */
    private boolean isBareValue(RecordSchema record) {
        List<UnionType> unions = headings.unionsOf(record);
        return !unions.isEmpty()
                && !headings.isSection(record)
                && unions.stream().allMatch(union -> union.isBare(branch(union, record)));
    }

    private void rules(RecordSchema record) {
        if (record.rules().isEmpty()) {
            return;
        }
        out.append("**Rules**\n\n");
        for (RuleSchema rule : record.rules()) {
            String keys = rule.keys().isEmpty() ? "" : " (" + Markdown.codes(rule.keys()) + ")";
            out.append("* ").append(Markdown.text(rule.sentence())).append(keys).append('\n');
        }
        out.append('\n');
    }

    private void removedKeys(RecordSchema record) {
        if (record.retired().isEmpty()) {
            return;
        }
        out.append("**Removed keys**, still accepted but without effect\n\n");
        for (RetiredKey key : record.retired()) {
            out.append("* ").append(Markdown.code(key.name())).append(": ");
            out.append(Markdown.text(key.reason())).append('\n');
        }
        out.append('\n');
    }

    private void movedKeys(RecordSchema record) {
        if (record.moves().isEmpty()) {
            return;
        }
        out.append("**Moved keys**, whose old paths are still accepted\n\n| Old path | New path |\n|---|---|\n");
        for (MovedKey move : record.moves()) {
            fact(Markdown.code(move.from()), Markdown.code(move.to()));
        }
        out.append('\n');
    }

    private void paragraph(String doc) {
        if (!doc.isEmpty()) {
            out.append(Markdown.text(doc)).append("\n\n");
        }
    }
}
