package io.alchemi.config.layer;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.text.Mask;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the secrets of a merged tree. Inside a value that contains a secret by its schema, also hides what may be one by a slip: a
 * value without the shape of its type, and the end of an unknown key, {@code password:abc}, whose rest is shown.
 */
final class SecretMarker extends TreeMapper {
    private final SecretHolders holders;
    private final Set<String> openNames;
    private final Mask mask;

    SecretMarker(Schema schema, SecretHolders holders, Set<String> openNames, Mask mask) {
        super(schema);
        this.holders = holders;
        this.openNames = openNames;
        this.mask = mask;
    }

    @Override
    protected Mapping record(RecordSchema record, Mapping mapping, KeyPath path) {
        Mapping marked = super.record(record, mapping, path);
        return holders.hold(record) ? withoutSlips(marked, record) : marked;
    }

    @Override
    Node value(ValueType type, Node node, KeyPath path) {
        Node marked = node;
        if (type instanceof MapType && node instanceof Mapping map) {
            if (Secrets.isSecret(type)) {
                marked = withoutSlips(map, null);
            } else if (holders.hold(type)) {
                hideSlips(map);
            }
        }
        return super.value(type, marked, path);
    }

    /** Hides the ends of keys without a value in a map of sections, {@code primary:abc}, which is a valid map. */
    private void hideSlips(Mapping map) {
        for (Entry entry : map.entries()) {
            if (entry.name().indexOf(':') >= 0 && !hasColon(entry)) {
                shown(entry, null);
            }
        }
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        boolean isSecret = Secrets.isSecret(type);
        if ((isSecret && SecretReference.isOpen(node)) || !(isSecret || holders.hold(type))) {
            return node;
        }
        hide(node);
        return node instanceof Scalar scalar && !scalar.isNull() ? scalar.asSecret() : node;
    }

    /** Hides the values inside a value, except those of known keys that are no secrets. */
    private void hide(Node node) {
        if (node instanceof Scalar scalar && !scalar.isNull()) {
            mask.add(scalar.text());
            node.document().hide(node.place().span());
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                hide(item);
            }
        } else if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (!openNames.contains(entry.name()) && !SecretReference.isOpen(entry.value())) {
                    shown(entry, null);
                    hide(entry.value());
                }
            }
        }
    }

    /** Returns a section, or a map of secrets if the record is null, with the names of its keys that messages may show. */
    private Mapping withoutSlips(Mapping mapping, @Nullable RecordSchema record) {
        List<Entry> entries = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            boolean isKnown = record == null ? isWritten(entry) : record.key(entry.name()) != null;
            entries.add(isKnown ? entry : shown(entry, record));
        }
        return new Mapping(mapping.place(), entries);
    }

    /** Returns true if a value, or at least the colon before it, is written. */
    private static boolean isWritten(Entry entry) {
        return !(entry.value() instanceof Scalar scalar
                        && scalar.isNull()
                        && scalar.text().isEmpty())
                || hasColon(entry);
    }

    /** Returns false if a value, which is empty then, begins where its key ends. */
    private static boolean hasColon(Entry entry) {
        Span key = entry.key().span();
        Span value = entry.value().place().span();
        return value.line() != key.endLine() || value.column() != key.endColumn();
    }

    private Entry shown(Entry entry, @Nullable RecordSchema record) {
        String name = entry.name();
        int end = name.indexOf(':') + 1;
        if (end == 0) {
            if (isWritten(entry)) {
                return entry;
            }
            end = record == null ? 0 : endOfKnown(record, name);
        }
        String secret = name.substring(end);
        if (secret.isEmpty()) {
            return entry;
        }
        mask.add(secret);
        hide(entry.key(), name, end);
        return new Entry(name.substring(0, end) + Mask.SHOWN, entry.key(), entry.value());
    }

    /** Returns the end of the key that a name begins with, with the character after it; 0 if it begins with none. */
    private static int endOfKnown(RecordSchema record, String name) {
        int end = 0;
        while (end < name.length() && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '_')) {
            end++;
        }
        return end < name.length() && record.key(name.substring(0, end)) != null ? end + 1 : 0;
    }

    /** Hides a name from an index on, or all of it if it is not in the document as it is, but in quotes or in a path. */
    private static void hide(SourceLocation place, String name, int from) {
        Span span = place.span();
        boolean isPlain = span.endLine() == span.line()
                && span.endColumn() - span.column() == name.codePointCount(0, name.length());
        int column = isPlain ? span.column() + name.codePointCount(0, from) : span.column();
        place.document().hide(new Span(span.line(), column, span.endLine(), span.endColumn()));
    }
}
