package io.alchemi.config.layer;

import io.alchemi.config.check.Checker;
import io.alchemi.config.check.Defaults;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Place;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from sources to one checked tree: read, put into canonical form, laid over each other, defaults filled in, checked
 * once.
 */
public final class Resolution {
    private final Schema schema;
    private final Diagnostics problems;
    private final @Nullable Mapping tree;
    private @Nullable InputPaths inputs;

    private Resolution(Schema schema, Diagnostics problems, @Nullable Mapping tree) {
        this.schema = schema;
        this.problems = problems;
        this.tree = tree;
    }

    /** Resolves sources, lowest rank first. */
    public static Resolution of(Schema schema, List<Source> sources, Limits limits) {
        Diagnostics problems = new Diagnostics();
        Mapping overlaid = new Mapping(
                new Place(new Document(Document.Kind.DEFAULT, schema.root().simpleName(), ""), Span.START), List.of());
        boolean readable = true;
        for (Source source : sources) {
            Mapping stated = source.read(new Reading(schema, overlaid, limits, problems));
            if (stated == null) {
                readable = false;
            } else {
                overlaid = new Overlay(schema).over(overlaid, Canonical.of(stated, overlaid, schema, problems));
            }
        }
        if (!readable) {
            return new Resolution(schema, problems, null);
        }
        Mapping complete = new DefaultsFiller(schema).record(schema.root(), overlaid, "");
        Checker.check(schema, complete, problems);
        return new Resolution(schema, problems, complete);
    }

    /** All problems of one source. */
    public static List<Diagnostic> check(Schema schema, Source source) {
        return of(schema, List.of(source), Limits.DEFAULT).problems();
    }

    /**
     * The problems of a default or an example in an annotation, by the check that files undergo.
     *
     * @param record the record that holds the key
     * @param text YAML text
     */
    public static List<Diagnostic> check(Schema schema, RecordSchema record, KeySchema key, String text) {
        return Defaults.check(schema, record, key, text, new DefaultsFiller(schema));
    }

    /** The problems in the order of the sources, then of the places. */
    public List<Diagnostic> problems() {
        return problems.sorted();
    }

    /** Whether the tree can be bound. */
    public boolean isValid() {
        return !problems.hasErrors();
    }

    /** The resolved tree of a valid configuration: in canonical form, with defaults, its inputs found. */
    public Mapping tree() {
        return inputs(stated()).tree();
    }

    /** The same tree with its inputs as they are written. */
    public Mapping stated() {
        if (tree == null) {
            throw new IllegalStateException("no tree could be read");
        }
        return tree;
    }

    /** The files that the configuration names as inputs, as far as it can be read. */
    public List<InputFile> inputFiles() {
        return tree == null ? List.of() : inputs(tree).files();
    }

    private InputPaths inputs(Mapping complete) {
        InputPaths known = inputs;
        if (known == null) {
            known = new InputPaths(schema, complete);
            inputs = known;
        }
        return known;
    }

    /** Where further problems go. */
    public Diagnostics diagnostics() {
        return problems;
    }
}
