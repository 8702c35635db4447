package io.alchemi.config.layer;

import io.alchemi.config.check.Checker;
import io.alchemi.config.check.SecretReference;
import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Mask;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one configuration. Hides them in documents, which excerpts and copies show; marks them in trees, which messages and
 * written configurations show; and reads those that are in files of their own.
 */
public final class Secrets {
    private final Schema schema;
    private final Set<String> secretNames = new HashSet<>();
    private final Set<String> mapNames = new HashSet<>();
    private final Set<String> openNames = new HashSet<>();
    private final Set<String> sectionNames = new HashSet<>();
    private final Set<String> unionNames = new HashSet<>();
    private final SecretHolders holders;
    private final Mask mask = new Mask();

    /** Creates the secrets of a configuration that has not been read yet. */
    Secrets(Schema schema) {
        this.schema = schema;
        this.holders = new SecretHolders(schema);
        for (RecordSchema record : schema.records().values()) {
            for (KeySchema key : record.keys()) {
                if (key.type().leafKind() == ScalarKind.SECRET) {
                    addNames(key, key.type() instanceof MapType ? mapNames : secretNames);
                }
            }
        }
        secretNames.addAll(mapNames);
        if (!secretNames.isEmpty()) {
            for (RecordSchema record : schema.records().values()) {
                addOpenNames(record);
            }
            openNames.removeAll(secretNames);
        }
    }

    private void addOpenNames(RecordSchema record) {
        for (KeySchema key : record.keys()) {
            addNames(key, openNames);
            if (holders.hold(key.type())) {
                addNames(key, sectionNames);
            }
            if (key.type().leaf() instanceof UnionType union) {
                openNames.add(union.discriminator());
                // In a map, "file" may be the key of an entry that is a secret.
                boolean isItem = key.type() instanceof ListType list && list.item() == union;
                if ((isItem || key.type() == union) && UnionBranches.bareSecret(schema, union) != null) {
                    addNames(key, unionNames);
                }
            }
        }
    }

    private static void addNames(KeySchema key, Set<String> names) {
        names.add(key.name());
        names.addAll(key.aliases());
    }

    /** Returns the mask of all secrets that were found so far. */
    public Mask mask() {
        return mask;
    }

    /**
     * Hides in the documents of a source the values of secret keys, and those of unknown keys, which may be misspelt or misplaced
     * secrets; all values if the tree lacks some, because the source is not valid YAML.
     *
     * @param stated the tree of the source, or null
     * @param documents its documents
     * @param problems has a problem, such as a duplicate key, if the tree is not complete
     */
    void hide(@Nullable Mapping stated, List<Document> documents, Diagnostics problems) {
        if (secretNames.isEmpty()) {
            return;
        }
        if (stated != null) {
            hide(stated, true, false, false);
        }
        if (stated == null || problems.hasErrors()) {
            for (String quoted : problems.quoted()) {
                if (!openNames.contains(quoted) && !secretNames.contains(quoted)) {
                    mask.add(quoted);
                }
            }
            for (Document document : documents) {
                document.hideValues();
            }
        }
    }

    /**
     * Hides what is in a node.
     *
     * @param isOpen true if it is the value of a key that is no secret
     * @param isSecret true if it is in the value of a secret
     * @param isReferable true if it is the value of a key whose value or items may be references to secrets
     */
    private void hide(Node node, boolean isOpen, boolean isSecret, boolean isReferable) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                boolean isUnion = unionNames.contains(entry.name());
                boolean isValue = secretNames.contains(entry.name()) && !mapNames.contains(entry.name());
                if ((isSecret || isValue || isUnion) && SecretReference.isOpen(entry.value())) {
                    continue;
                } else if (isSecret && isInValue(mapping, entry)) {
                    entry.key().document().hide(entry.key().span());
                }
                boolean isInPlaceOfSection = entry.value() instanceof Scalar && sectionNames.contains(entry.name());
                hide(
                        entry.value(),
                        !isSecret && openNames.contains(entry.name()) && !isInPlaceOfSection,
                        isSecret || secretNames.contains(entry.name()),
                        isUnion);
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (!(isSecret || isReferable) || !SecretReference.isOpen(item)) {
                    hide(item, isOpen, isSecret, false);
                }
            }
        } else if (!isOpen) {
            node.document().hide(node.span());
            if (isSecret && node instanceof Scalar scalar && !scalar.isNull()) {
                mask.add(scalar.text());
            }
        }
    }

    /** Returns true if a key is in the text of a value, not in the path of a setting. */
    private static boolean isInValue(Mapping mapping, Entry entry) {
        return mapping.document() == entry.key().document()
                && !mapping.place().span().equals(entry.key().span());
    }

    /**
     * Returns diagnostics that do not show the secrets that were found so far, even in texts about other keys. Hides the secrets in their
     * documents.
     */
    public List<Diagnostic> masked(List<Diagnostic> problems) {
        Mask known = mask.forMessages();
        if (known.isEmpty()) {
            return problems;
        }
        Set<Document> documents = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Diagnostic> masked = new ArrayList<>(problems.size());
        for (Diagnostic problem : problems) {
            if (documents.add(problem.place().document())) {
                known.hideIn(problem.place().document());
            }
            masked.add(problem.masked(known));
        }
        return masked;
    }

    /** Returns a tree whose secrets are marked. */
    Mapping marked(Mapping tree) {
        return secretNames.isEmpty()
                ? tree
                : new SecretMarker(schema, holders, openNames, mask).record(schema.root(), tree, KeyPath.ROOT);
    }

    /**
     * Returns a valid tree with the contents of files in place of the files that secrets name, or null if a file cannot be read or
     * its contents are not valid.
     *
     * @param problems receives the problems
     */
    public @Nullable Mapping read(Mapping tree, Limits limits, Diagnostics problems) {
        if (secretNames.isEmpty()) {
            return tree;
        }
        FileReader reader = new FileReader(schema, mask, limits, problems);
        Mapping read = reader.record(schema.root(), tree, KeyPath.ROOT);
        if (!reader.failed) {
            Checker.check(schema, read, problems);
        }
        return problems.hasErrors() ? null : read;
    }

    /** Returns true if a file that a secret names does not exist. */
    public boolean isFileMissing(Mapping tree) {
        if (secretNames.isEmpty()) {
            return false;
        }
        MissingFiles files = new MissingFiles(schema);
        files.record(schema.root(), tree, KeyPath.ROOT);
        return files.missing;
    }

    static boolean isSecret(ValueType type) {
        return type.leafKind() == ScalarKind.SECRET;
    }

    private static final class FileReader extends TreeMapper {
        private final Mask mask;
        private final Limits limits;
        private final Diagnostics problems;
        private boolean failed;

        FileReader(Schema schema, Mask mask, Limits limits, Diagnostics problems) {
            super(schema);
            this.mask = mask;
            this.limits = limits;
            this.problems = problems;
        }

        @Override
        protected Node leaf(ValueType type, Node node, KeyPath path) {
            Scalar file = isSecret(type) ? SecretReference.file(node) : null;
            return file == null ? node : contents(file, path);
        }

        private Node contents(Scalar file, KeyPath path) {
            FileText read = FileText.of(Path.of(file.text()), limits);
            Diagnostic problem = read.problem();
            if (problem != null) {
                failed = true;
                problems.add(new Diagnostic(
                        DiagnosticId.SECRET_FILE,
                        file.place(),
                        "'" + path + "' cannot be read from '" + file.text() + "': " + problem.message(),
                        ""));
                return file;
            }
            String text = read.document().text();
            int end = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
            String secret = text.substring(0, text.length() - end);
            mask.add(secret);
            return new Scalar(file.place(), secret, Scalar.Style.QUOTED).asSecret();
        }
    }

    private static final class MissingFiles extends TreeMapper {
        private boolean missing;

        MissingFiles(Schema schema) {
            super(schema);
        }

        @Override
        protected Node leaf(ValueType type, Node node, KeyPath path) {
            Scalar file = isSecret(type) ? SecretReference.file(node) : null;
            missing |= file != null && !Files.exists(Path.of(file.text()));
            return node;
        }
    }
}
