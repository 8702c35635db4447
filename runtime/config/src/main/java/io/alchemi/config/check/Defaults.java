package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks the defaults and examples that annotations contain as YAML. */
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
        Node node = read(key, text, problems);
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

    /** Returns the default of a key as a tree, or null if it has none or the default is not valid YAML. */
    public static @Nullable Node of(KeySchema key) {
        String text = key.defaultText();
        return text == null ? null : read(key, text, new Diagnostics());
    }

    private static @Nullable Node read(KeySchema key, String text, Diagnostics problems) {
        Document document = new Document(Document.Kind.DEFAULT, "default of " + key.name(), text);
        if (isSimple(text)) {
            Span span = new Span(1, 1, 1, text.length() + 1);
            return new Scalar(new SourceLocation(document, span), text, Style.PLAIN);
        }
        return YamlReader.readPlain(document, Limits.DEFAULT, problems);
    }

    /** Returns true for text that is obviously a plain scalar, which avoids starting the YAML parser. */
    static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean simple = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '.'
                    || c == '/'
                    || (c == '-' && text.length() > 1 && !text.startsWith("--"));
            if (!simple) {
                return false;
            }
        }
        return true;
    }
}
