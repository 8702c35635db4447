package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import io.alchemi.config.tree.YamlText;
import org.jspecify.annotations.Nullable;

/** Recognizes strings that files can contain without quotes. */
final class PlainText {
    private PlainText() {}

    /**
     * Returns true if the loader reads an unquoted string as the same string, wherever it occurs: as a document, as a key and a
     * value, and in brackets. Rejects surrounding spaces and control characters.
     */
    static boolean is(String text) {
        boolean sure = YamlText.string(text).equals(text);
        return sure || (text.equals(text.strip()) && YamlText.isPrintable(text) && isReadUnchanged(text));
    }

    private static boolean isReadUnchanged(String text) {
        return isItself(read(text), text)
                && read("[" + text + "]") instanceof Sequence list
                && list.items().size() == 1
                && isItself(list.items().get(0), text)
                && read(text + ": " + text) instanceof Mapping mapping
                && mapping.entries().size() == 1
                && mapping.entries().get(0).name().equals(text)
                && isItself(mapping.entries().get(0).value(), text);
    }

    private static @Nullable Node read(String yaml) {
        Document document = new Document(Document.Kind.DEFAULT, "name", yaml);
        return YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics());
    }

    private static boolean isItself(@Nullable Node node, String text) {
        return node instanceof Scalar scalar
                && scalar.style() == Style.PLAIN
                && scalar.coreType() == CoreType.STRING
                && scalar.text().equals(text);
    }
}
