package io.alchemi.config.tree;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Place;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML document into a tree with places.
 *
 * <p>On SnakeYAML's events, without its composer: that one loses places of keys, reads YAML 1.1, and starting it costs more
 * than reading a configuration.
 */
public final class YamlReader {
    private static final String MERGE = "<<";

    private final Document document;
    private final Limits limits;
    private final Diagnostics problems;
    private final Style plain;
    private final int firstColumn;
    private final ParserImpl parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;

    /** A node that aliases may repeat, with how many nodes it is; null while it is being read. */
    private record Anchored(@Nullable Node node, int size) {}

    private YamlReader(
            Document document, String text, int firstColumn, Style plain, Limits limits, Diagnostics problems) {
        this.document = document;
        this.firstColumn = firstColumn;
        this.plain = plain;
        this.limits = limits;
        this.problems = problems;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    /**
     * Reads a whole document.
     *
     * @return its root, an empty mapping if the document is empty, or null if it is no YAML
     */
    public static @Nullable Node read(Document document, Limits limits, Diagnostics problems) {
        Node root = readPlain(document, limits, problems);
        return root instanceof Scalar scalar && scalar.isNull() ? new Mapping(root.place(), List.of()) : root;
    }

    /**
     * Reads a whole document that holds one value.
     *
     * @return the value, or null if it is no YAML
     */
    public static @Nullable Node readPlain(Document document, Limits limits, Diagnostics problems) {
        return read(document, document.text(), 1, Style.PLAIN, limits, problems);
    }

    /**
     * Reads a value that stands in the first line of a document, its scalars as {@link Style#BARE}.
     *
     * @param column where the value begins, from 1
     * @return the value, or null if it is no YAML
     */
    public static @Nullable Node readValue(
            Document document, String value, int column, Limits limits, Diagnostics problems) {
        return read(document, value, column, Style.BARE, limits, problems);
    }

    private static @Nullable Node read(
            Document document, String text, int column, Style plain, Limits limits, Diagnostics problems) {
        try {
            return new YamlReader(document, text, column, plain, limits, problems).root();
        } catch (ReaderException e) {
            problems.add(SyntaxWording.unprintable(document, text, e.getPosition(), e.getCodePoint()));
        } catch (MarkedYAMLException e) {
            problems.add(SyntaxWording.of(document, e, column));
        } catch (Unreadable e) {
            problems.add(e.diagnostic);
        }
        return null;
    }

    private Node root() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new Mapping(new Place(document, Span.START), List.of());
        }
        parser.getEvent();
        Node root = node(1);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(parser.peekEvent()),
                    "a second document begins here",
                    "one file holds one configuration: delete '---' or use two files"));
        }
        return root;
    }

    private Node node(int depth) {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return repeated(alias);
        }
        count(1, event);
        if (depth > limits.depth()) {
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.LIMIT,
                    place(event),
                    "nested deeper than " + limits.depth() + " levels",
                    "flatten it"));
        }
        int before = nodes;
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0));
        }
        Node node;
        if (event instanceof ScalarEvent scalar) {
            node = scalar(scalar);
        } else if (event instanceof SequenceStartEvent start) {
            node = sequence(start, depth);
        } else {
            node = mapping((MappingStartEvent) event, depth);
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before + 1));
        }
        return node;
    }

    private Node repeated(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(alias),
                    "no anchor '&" + alias.getAnchor() + "' stands before this alias",
                    "mark the value with '&" + alias.getAnchor() + "' first, or put the text in quotes"));
        }
        Node node = anchored.node();
        if (node == null) {
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.SYNTAX,
                    place(alias),
                    "'*" + alias.getAnchor() + "' stands inside the value that it repeats",
                    "write the value out"));
        }
        count(anchored.size(), alias);
        return node;
    }

    private void count(int more, Event event) {
        nodes += more;
        if (nodes > limits.nodes()) {
            throw new Unreadable(new Diagnostic(
                    DiagnosticId.LIMIT,
                    place(event),
                    "more than " + limits.nodes() + " values, counting those that aliases repeat",
                    "make it smaller"));
        }
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
        problems.add(new Diagnostic(
                DiagnosticId.SYNTAX,
                place(event),
                "tags such as '" + written + "' have no meaning here",
                "delete the tag: the schema knows the type"));
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
        Map<String, Place> seen = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Node key = node(depth + 1);
            Node value = node(depth + 1);
            if (!(key instanceof Scalar name)) {
                problems.add(new Diagnostic(
                        DiagnosticId.SYNTAX, key.place(), "a key must be a name", "write 'name: value'"));
                continue;
            }
            Place first = seen.putIfAbsent(name.text(), key.place());
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

    private void reportDuplicate(Scalar key, Place first) {
        problems.add(new Diagnostic(
                DiagnosticId.DUPLICATE_KEY,
                key.place(),
                "'" + key.text() + "' is given twice",
                "delete one of them; the first stands at " + first.describe()));
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
                        "'<<' merges mappings only",
                        "write '<<: *anchor_of_a_mapping'"));
            }
        }
        return mappings;
    }

    /** Keys of the mapping itself win over merged ones, earlier merged mappings over later ones. */
    private void addMerged(List<Entry> entries, List<Mapping> merged, Set<String> own) {
        Set<String> names = new HashSet<>(own);
        for (Mapping mapping : merged) {
            for (Entry entry : mapping.entries()) {
                if (names.add(entry.name())) {
                    count(1, parser.peekEvent());
                    entries.add(entry);
                }
            }
        }
    }

    private Place place(Event event) {
        return place(event, event);
    }

    private Place place(Event start, Event end) {
        Mark from = start.getStartMark();
        Mark to = end.getEndMark();
        return new Place(
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

    /** Ends the reading of a document that cannot be read on; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Diagnostic diagnostic;

        Unreadable(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }
    }
}
