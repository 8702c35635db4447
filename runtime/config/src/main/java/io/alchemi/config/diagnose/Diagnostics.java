package io.alchemi.config.diagnose;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the diagnostics of one load, up to 10,000, and sorts them by source, then by location. */
public final class Diagnostics {
    private static final int MOST = 10_000;

    private final Set<Diagnostic> all = new LinkedHashSet<>();
    private final List<Document> documents = new ArrayList<>();
    private final Map<Document, Integer> ranks = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final List<String> quoted = new ArrayList<>();
    private boolean errors;

    /** Creates an empty collection. */
    public Diagnostics() {}

    /** Registers a document, once. Diagnostics are sorted in the order of registration, which is that of precedence. */
    public void register(Document document) {
        if (ranks.putIfAbsent(document, documents.size()) == null) {
            documents.add(document);
        }
    }

    /** Returns the place of a document in the order of registration, or -1 for a document that is not registered. */
    public int rank(Document document) {
        return ranks.getOrDefault(document, -1);
    }

    /** Adds a diagnostic. Ignores duplicates, and says once that there are too many. */
    public void add(Diagnostic diagnostic) {
        if (all.size() < MOST) {
            all.add(diagnostic);
        } else if (all.size() == MOST) {
            all.add(new Diagnostic(
                    DiagnosticId.LIMIT,
                    diagnostic.place(),
                    "more than " + MOST + " problems; the others are not reported",
                    "is this the right schema?"));
        }
        errors |= diagnostic.isError();
    }

    /** Records a key whose value was reported because it cannot be read. It is not missing then, nor is a key below it. */
    public void addUnread(String key) {
        unread.add(key);
    }

    /** Returns true if the value of a key cannot be read. */
    public boolean isUnread(String key) {
        for (int i = 0; i < key.length() && !unread.isEmpty(); i++) {
            if ((key.charAt(i) == '.' || key.charAt(i) == '[') && unread.contains(key.substring(0, i))) {
                return true;
            }
        }
        return unread.contains(key);
    }

    /** Records a part of a document that is not valid YAML, which a message quotes. It may be a secret. */
    public void addQuoted(String text) {
        quoted.add(text);
    }

    /** Returns the parts of invalid documents that messages quote. */
    public List<String> quoted() {
        return quoted;
    }

    /** Adds the diagnostics of other documents. */
    public void append(Diagnostics others) {
        include(others);
        for (Diagnostic other : others.all) {
            add(other);
        }
    }

    /**
     * Adds the diagnostics of other documents.
     *
     * @param note a note to add to each of them
     */
    public void append(Diagnostics others, String note) {
        include(others);
        for (Diagnostic other : others.all) {
            add(other.with(note));
        }
    }

    private void include(Diagnostics others) {
        for (Document document : others.documents) {
            register(document);
        }
        quoted.addAll(others.quoted);
    }

    /** Returns true if further diagnostics are ignored, so that it is useless to look for them. */
    public boolean isFull() {
        return all.size() > MOST;
    }

    /** Returns the registered documents in order. */
    public List<Document> documents() {
        return documents;
    }

    /** Returns true if there is an error. */
    public boolean hasErrors() {
        return errors;
    }

    /** Returns the sorted diagnostics. */
    public List<Diagnostic> sorted() {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> sorted = new ArrayList<>(all);
        Collections.sort(sorted, new ByPlace());
        return sorted;
    }

    private final class ByPlace implements Comparator<Diagnostic> {
        @Override
        public int compare(Diagnostic a, Diagnostic b) {
            int byDocument =
                    Integer.compare(rank(a.place().document()), rank(b.place().document()));
            if (byDocument != 0) {
                return byDocument;
            }
            Span left = a.place().span();
            Span right = b.place().span();
            int byLine = Integer.compare(left.line(), right.line());
            return byLine != 0 ? byLine : Integer.compare(left.column(), right.column());
        }
    }
}
