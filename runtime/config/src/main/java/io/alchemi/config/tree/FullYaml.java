package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Scalar.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Parses any YAML document with SnakeYAML.
 *
 * <p>Uses its events, but not its composer: the composer drops the locations of keys, resolves scalars by YAML 1.1, and
 * takes longer to start than parsing a configuration takes.
 */
final class FullYaml {
    static final String MERGE = "<<";

    private final Document document;
    private final Limits limits;
    private final Diagnostics problems;
    private final Style plain;
    private final int firstColumn;
    private final ParserImpl parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;
    private long characters;
    private int deepest;

    /** Anchored node with its number of nodes, characters and levels. The node is null while it is being parsed. */
    private record Anchored(@Nullable Node node, long nodes, long characters, int levels) {}

    private FullYaml(
            Document document, YamlCharacters text, int firstColumn, Style plain, Limits limits, Diagnostics problems) {
        this.document = document;
        this.firstColumn = firstColumn;
        this.plain = plain;
        this.limits = limits;
        this.problems = problems;
        this.parser = new ParserImpl(new StrictScanner(text));
    }

    /**
     * Parses a document that holds one value.
     *
     * @param column column of the first character of the text, from 1
     * @param plain style of scalars without quotes
     * @return the value, or null if it is not valid YAML
     */
    static @Nullable Node read(
            Document document, String text, int column, Style plain, Limits limits, Diagnostics problems) {
        SyntaxWording wording = new SyntaxWording(document, text, column);
        YamlCharacters characters;
        try {
            characters = new YamlCharacters(text);
        } catch (ReaderException e) {
            problems.add(wording.unprintable(e));
            return null;
        }
        try {
            return new FullYaml(document, characters, column, plain, limits, problems).root();
        } catch (StrictScanner.Refused e) {
            problems.add(wording.of(e));
        } catch (MarkedYAMLException e) {
            problems.add(wording.of(e));
        } catch (YAMLException | NumberFormatException e) {
            problems.add(wording.unmarked(e, characters.getIndex()));
        } catch (Unreadable e) {
            problems.add(e.diagnostic);
        } catch (StackOverflowError | OutOfMemoryError e) {
            problems.add(wording.tooLarge(e));
        }
        return null;
    }

    private Node root() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            SourceLocation start = new SourceLocation(document, Span.START);
            return plain == Style.PLAIN ? new Scalar(start, "", plain) : new Mapping(start, List.of());
        }
        DocumentStartEvent start = (DocumentStartEvent) parser.getEvent();
        Node root = node(1);
        DocumentEndEvent end = (DocumentEndEvent) parser.getEvent();
        if (document.kind() == Document.Kind.DEFAULT && (start.getExplicit() || end.getExplicit())) {
            // A template writes a default after its key, where a marker would be part of a string.
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(start.getExplicit() ? start : end),
                    "'---' and '...' mark a document, but this is a single value",
                    "delete the marker, or put the string in quotes"));
        }
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(parser.peekEvent()),
                    "multiple YAML documents in one file",
                    "delete '---', or split the file"));
        }
        return root;
    }

    private Node node(int depth) {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return aliased(alias, depth);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor == null) {
            return value(event, depth);
        }
        anchors.put(anchor, new Anchored(null, 0, 0, 0));
        long nodesBefore = nodes;
        long charactersBefore = characters;
        int deepestBefore = deepest;
        deepest = depth;
        Node node = value(event, depth);
        anchors.put(anchor, new Anchored(node, nodes - nodesBefore, characters - charactersBefore, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private Node value(Event event, int depth) {
        if (event instanceof ScalarEvent scalar) {
            count(1, scalar.getValue().length(), depth, event);
            return scalar(scalar);
        }
        count(1, 0, depth, event);
        return event instanceof SequenceStartEvent start
                ? sequence(start, depth)
                : mapping((MappingStartEvent) event, depth);
    }

    private Node aliased(AliasEvent alias, int depth) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            problems.addQuoted("&" + alias.getAnchor());
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(alias),
                    "unknown anchor '&" + alias.getAnchor() + "'",
                    "define '&" + alias.getAnchor() + "' before this alias, or put the string in quotes"));
        }
        Node node = anchored.node();
        if (node == null) {
            problems.addQuoted("*" + alias.getAnchor());
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(alias),
                    "alias '*" + alias.getAnchor() + "' is inside the value that it refers to",
                    "replace the alias with a value"));
        }
        count(anchored.nodes(), anchored.characters(), depth + anchored.levels(), alias);
        return node;
    }

    private void count(long moreNodes, long moreCharacters, int depth, Event event) {
        nodes += moreNodes;
        characters += moreCharacters;
        deepest = Math.max(deepest, depth);
        if (depth > limits.depth()) {
            throw exceeded(event, "nesting is deeper than " + limits.depth() + " levels", "reduce the nesting");
        } else if (nodes > limits.nodes()) {
            throw exceeded(
                    event,
                    "more than " + limits.nodes() + " values, including those repeated by aliases",
                    "make the document smaller");
        } else if (characters > limits.bytes()) {
            throw exceeded(
                    event,
                    "more than " + limits.bytes() + " characters, including those repeated by aliases",
                    "make the document smaller");
        }
    }

    private Unreadable exceeded(Event event, String message, String label) {
        return new Unreadable(new Diagnostic(DiagnosticId.LIMIT, place(event), message, label));
    }

    private Scalar scalar(ScalarEvent event) {
        String tag = event.getTag();
        if (tag != null && !(tag.equals("!") && !event.isPlain())) {
            reportTag(tag, event);
        }
        boolean isPlain = event.getScalarStyle() == ScalarStyle.PLAIN;
        return new Scalar(place(event), event.getValue(), isPlain ? plain : Style.QUOTED);
    }

    private void reportTag(String tag, Event event) {
        String written = tag.startsWith("tag:yaml.org,2002:") ? "!!" + tag.substring(18) : tag;
        problems.addQuoted(written);
        problems.add(new Diagnostic(
                DiagnosticId.SYNTAX,
                place(event),
                "tag '" + written + "' is not supported",
                "delete the tag; the schema defines the type"));
    }

    private void checkTag(CollectionStartEvent event) {
        String tag = event.getTag();
        if (tag != null) {
            reportTag(tag, event);
        }
    }

    private Sequence sequence(SequenceStartEvent start, int depth) {
        checkTag(start);
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        return new Sequence(place(start, parser.getEvent()), items);
    }

    private Mapping mapping(MappingStartEvent start, int depth) {
        checkTag(start);
        List<Entry> entries = new ArrayList<>();
        List<Mapping> merged = List.of();
        Map<String, SourceLocation> seen = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Node key = node(depth + 1);
            Node value = node(depth + 1);
            if (!(key instanceof Scalar name)) {
                problems.add(new Diagnostic(
                        DiagnosticId.SYNTAX, key.place(), "a key must be a scalar", "write 'key: value'"));
                continue;
            } else if (name.style() == Style.PLAIN && name.text().isEmpty()) {
                problems.add(new Diagnostic(
                        DiagnosticId.SYNTAX,
                        key.place(),
                        "missing key",
                        "write 'key: value', or '\"\"' for an empty key"));
                continue;
            }
            SourceLocation first = seen.putIfAbsent(name.text(), key.place());
            if (first != null) {
                reportDuplicate(name, first);
            } else if (name.text().equals(MERGE) && name.style() == Style.PLAIN) {
                merged = mergedMappings(value);
            } else {
                entries.add(new Entry(name.text(), key.place(), value));
            }
        }
        addMerged(entries, merged, seen.keySet());
        return new Mapping(place(start, parser.getEvent()), entries);
    }

    private void reportDuplicate(Scalar key, SourceLocation first) {
        problems.addQuoted(key.text());
        problems.add(new Diagnostic(
                DiagnosticId.DUPLICATE_KEY,
                key.place(),
                "duplicate key '" + key.text() + "'",
                "delete one of them; the first is at " + first.describe()));
    }

    private List<Mapping> mergedMappings(Node value) {
        List<Mapping> mappings = new ArrayList<>();
        List<Node> parts = value instanceof Sequence several ? several.items() : List.of(value);
        for (Node part : parts) {
            if (part instanceof Mapping mapping) {
                mappings.add(mapping);
            } else {
                problems.add(new Diagnostic(
                        DiagnosticId.SYNTAX,
                        part.place(),
                        "'<<' can only merge mappings",
                        "write '<<: *anchor_of_a_mapping'"));
            }
        }
        return mappings;
    }

    /** Adds merged keys. Keys of the mapping itself override merged keys; earlier merged mappings override later ones. */
    private void addMerged(List<Entry> entries, List<Mapping> merged, Set<String> own) {
        if (merged.isEmpty()) {
            return;
        }
        Set<String> names = new HashSet<>(own);
        for (Mapping mapping : merged) {
            for (Entry entry : mapping.entries()) {
                if (names.add(entry.name())) {
                    count(1, 0, 0, parser.peekEvent());
                    entries.add(entry);
                }
            }
        }
    }

    private SourceLocation place(Event event) {
        return place(event, event);
    }

    private SourceLocation place(Event start, Event end) {
        Mark from = start.getStartMark();
        Mark to = end.getEndMark();
        return new SourceLocation(
                document,
                new Span(
                        from.getLine() + 1,
                        from.getColumn() + column(from),
                        to.getLine() + 1,
                        to.getColumn() + column(to)));
    }

    private int column(Mark mark) {
        return mark.getLine() == 0 ? firstColumn : 1;
    }

    /** Aborts parsing at an error. Never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Diagnostic diagnostic;

        Unreadable(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }
    }
}
