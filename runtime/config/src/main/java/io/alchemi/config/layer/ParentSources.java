package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents together with those that their root key {@code extends} names, directly or indirectly. These parents have a lower
 * precedence than all sources that were passed. Each is a source once, after its own parents.
 */
final class ParentSources {
    private static final int MAX_DEPTH = 16;

    private final Schema schema;
    private final Limits limits;
    private final List<Source> passed;
    private final List<Source> parents = new ArrayList<>();
    private final Set<Source> known = new HashSet<>();

    /** The sources from the one that was passed to the one whose parents are read. */
    private final List<Source> chain = new ArrayList<>();

    /** The names of the sources in the chain. */
    private final List<String> names = new ArrayList<>();

    private ParentSources(Schema schema, Limits limits, List<Source> passed) {
        this.schema = schema;
        this.limits = limits;
        this.passed = passed;
    }

    /** Returns the sources after all their parents, lowest precedence first. All documents have been read. */
    static List<Source> withParents(Schema schema, List<Source> sources, Limits limits) {
        ParentSources reader = new ParentSources(schema, limits, sources);
        List<Source> all = new ArrayList<>(sources.size());
        for (Source source : sources) {
            all.add(source.isDocument() ? reader.read(source) : source);
        }
        if (!reader.parents.isEmpty()) {
            all.addAll(0, reader.parents);
        }
        return all;
    }

    private ReadSource read(Source source) {
        Diagnostics problems = new Diagnostics();
        Mapping empty = new Mapping(ConfigResolver.nowhere(schema), List.of());
        Mapping tree = source.read(new ReadContext(schema, empty, limits, problems));
        Node stated = tree == null ? null : tree.get(Schema.PARENTS);
        if (tree == null || stated == null || !schema.hasParents()) {
            return new ReadSource(tree, problems);
        }
        chain.add(source);
        names.add(tree.document().name());
        boolean isSound = true;
        for (Node name : stated instanceof Sequence list ? list.items() : List.of(stated)) {
            Diagnostic problem = parent(source, name);
            if (problem != null) {
                problems.add(problem);
                isSound = false;
            }
        }
        chain.remove(chain.size() - 1);
        names.remove(names.size() - 1);
        return new ReadSource(isSound ? tree : null, problems);
    }

    /** Reads a parent. Returns the problem with its name, or null. */
    private @Nullable Diagnostic parent(Source source, Node stated) {
        boolean isString = stated instanceof Scalar scalar && scalar.coreType() == CoreType.STRING;
        String name = isString ? ((Scalar) stated).text() : "";
        if (name.isEmpty()) {
            return problem(
                    DiagnosticId.BAD_PARENT,
                    stated,
                    "'extends' must be a file name or a list of file names",
                    "write 'extends: base.yaml'");
        }
        Source parent;
        try {
            parent = source.beside(name);
        } catch (InvalidPathException e) {
            return problem(
                    DiagnosticId.BAD_PARENT,
                    stated,
                    "invalid path in 'extends': " + e.getReason(),
                    "write a file name");
        }
        if (parent == null) {
            return problem(
                    DiagnosticId.BAD_PARENT,
                    stated,
                    "'extends' is allowed in files and resources only",
                    "delete it, and pass the other document as a source before this one");
        } else if (chain.contains(parent)) {
            return cycle(stated, chain.indexOf(parent));
        } else if (chain.size() > MAX_DEPTH) {
            return problem(
                    DiagnosticId.PARENT_DEPTH,
                    stated,
                    "more than " + MAX_DEPTH + " levels of 'extends'",
                    "move the keys of several files into one");
        }
        return known.add(parent) ? add(parent, stated, name) : null;
    }

    private @Nullable Diagnostic add(Source parent, Node stated, String name) {
        ReadSource read = read(parent);
        Diagnostic unreadable = read.unreadable();
        if (unreadable != null) {
            return problem(
                    DiagnosticId.MISSING_PARENT,
                    stated,
                    "cannot extend '" + name + "': " + unreadable.message(),
                    "looked for " + unreadable.place().document().name());
        }
        if (!passed.contains(parent)) {
            parents.add(read);
        }
        return null;
    }

    private static Diagnostic problem(DiagnosticId id, Node stated, String message, String label) {
        return new Diagnostic(id, stated.place(), message, label);
    }

    private Diagnostic cycle(Node stated, int start) {
        StringBuilder files = new StringBuilder();
        for (String name : names.subList(start, names.size())) {
            files.append(name).append(" → ");
        }
        String first = names.get(start);
        return new Diagnostic(
                DiagnosticId.PARENT_CYCLE,
                stated.place(),
                "'" + first + "' extends itself",
                "delete this name, or one of the others in the cycle",
                List.of(files + first));
    }

    /** A document that has been read, with its problems. */
    private record ReadSource(@Nullable Mapping tree, Diagnostics problems) implements Source {
        @Override
        public @Nullable Mapping read(ReadContext reading) {
            reading.problems().append(problems);
            return tree;
        }

        /** Returns the reason why the document could not be opened, or null. */
        @Nullable
        Diagnostic unreadable() {
            List<Diagnostic> all = tree == null ? problems.sorted() : List.of();
            return all.size() == 1 && all.get(0).id() == DiagnosticId.NO_SUCH_FILE ? all.get(0) : null;
        }
    }
}
