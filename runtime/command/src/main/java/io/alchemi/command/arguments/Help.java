package io.alchemi.command.arguments;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the help of a command from the schema of its options. */
public final class Help {
    private static final int WIDTH = 100;
    private static final int MAX_TEXT_COLUMN = 34;

    private final StringBuilder out = new StringBuilder();

    /**
     * Starts the help with a summary and a usage line.
     *
     * @param summary what the command does
     * @param usage how to call the command
     */
    public Help(String summary, String usage) {
        wrap(summary, 0, 0);
        out.append("\nUsage: ").append(usage).append('\n');
    }

    /** Adds a paragraph. */
    public Help paragraph(String text) {
        out.append('\n');
        wrap(text, 0, 0);
        return this;
    }

    /** Adds a list of flags under a title, unless there are none. */
    public Help flags(String title, FlagTable table) {
        if (table.flags().isEmpty()) {
            return this;
        }
        out.append('\n').append(title).append(":\n");
        int column = 0;
        for (SchemaFlag flag : table.flags()) {
            int width = usage(flag).length() + 4;
            column = width <= MAX_TEXT_COLUMN ? Math.max(column, width) : column;
        }
        for (SchemaFlag flag : table.flags()) {
            String doc = FirstSentence.phrase(
                    flag.schema().docs(flag.record()).ofKey(flag.key().name()));
            entry(usage(flag), doc + details(flag), column);
        }
        return this;
    }

    /** Adds a list of operands under a title, unless there are none. */
    public Help operands(String title, OperandTable table) {
        List<String[]> entries = new ArrayList<>();
        Schema schema = table.schema();
        for (KeySchema key : table.keys()) {
            String doc = FirstSentence.phrase(schema.docs(schema.root()).ofKey(key.name()));
            entries.add(new String[] {OperandTable.placeholder(key), doc + signature(schema.root(), key)});
        }
        return entries(title, entries.toArray(new String[0][]));
    }

    /** Adds a list of terms with explanations under a title, unless there are none. */
    public Help entries(String title, String[][] entries) {
        if (entries.length == 0) {
            return this;
        }
        out.append('\n').append(title).append(":\n");
        int column = 0;
        for (String[] entry : entries) {
            column = Math.max(column, entry[0].length() + 4);
        }
        for (String[] entry : entries) {
            entry(entry[0], entry[1], column);
        }
        return this;
    }

    private void entry(String term, String text, int column) {
        out.append("  ").append(term);
        int at = term.length() + 2;
        if (at + 2 > column) {
            out.append('\n');
            at = 0;
        }
        wrap(text, at, column);
    }

    private static String details(SchemaFlag flag) {
        if (flag.isRepeatable()) {
            return " (repeatable)";
        } else if (flag.isSwitch()) {
            return "true".equals(flag.key().defaultText()) ? " (default on)" : "";
        } else if (flag.schema().root().root() == null) {
            return signature(flag.record(), flag.key());
        }
        return " (" + Signature.of(flag.record(), flag.key()) + ")";
    }

    /** Returns the signature of an option that is not a key of a configuration, unless it is an optional string or path. */
    private static String signature(RecordSchema record, KeySchema key) {
        if (!key.nullable() || key.defaultText() != null) {
            return " (" + Signature.of(record, key) + ")";
        }
        ScalarKind kind = key.type() instanceof ScalarType scalar ? scalar.kind() : null;
        return kind == ScalarKind.STRING || kind == ScalarKind.PATH ? "" : " (" + Signature.type(record, key) + ")";
    }

    private static String usage(SchemaFlag flag) {
        String letter = flag.shortName().isEmpty() ? "" : "-" + flag.shortName() + ", ";
        if (flag.isSwitch()) {
            return letter + (flag.hasOpposite() ? "--[no-]" : "--") + flag.name();
        }
        return letter + "--" + flag.name() + " " + placeholder(flag);
    }

    /** Returns the placeholder for the value of a flag. */
    static String placeholder(SchemaFlag flag) {
        ScalarKind kind = flag.key().type().leafKind();
        String placeholder = kind == null ? "NAME" : kind.placeholder();
        if (!placeholder.isEmpty()) {
            return placeholder;
        }
        String name = flag.key().name();
        return name.equals("set") || name.equals("where")
                ? "PATH=VALUE"
                : flag.name().toUpperCase(Locale.ROOT);
    }

    /** Appends text, wrapped at the width; continuation lines start at a column. */
    private void wrap(String text, int at, int column) {
        int here = at;
        for (String word : text.split(" ")) {
            if (here > column && here + 1 + word.length() > WIDTH) {
                out.append('\n');
                here = 0;
            }
            if (here < column) {
                out.append(" ".repeat(column - here));
                here = column;
            } else if (here > column) {
                out.append(' ');
                here++;
            }
            out.append(word);
            here += word.length();
        }
        out.append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
