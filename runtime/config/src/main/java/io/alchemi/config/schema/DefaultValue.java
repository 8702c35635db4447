package io.alchemi.config.schema;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads the defaults and examples that annotations contain as YAML. */
public final class DefaultValue {
    private DefaultValue() {}

    /** Returns the default of a key as a tree, or null if it has none or the default is not valid YAML. */
    public static @Nullable Node of(KeySchema key) {
        String text = key.defaultText();
        return text == null ? null : read(key, text, new Diagnostics());
    }

    /**
     * Reads a default or an example of a key, and returns null if it is not valid YAML.
     *
     * @param problems receives the problems of the YAML
     */
    public static @Nullable Node read(KeySchema key, String text, Diagnostics problems) {
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
