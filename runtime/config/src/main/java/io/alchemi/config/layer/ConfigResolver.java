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
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves sources into one validated tree: reads them, converts them into canonical form, merges them, fills in defaults, and
 * validates the result once.
 */
public final class ConfigResolver {
    private final Schema schema;
    private final Diagnostics problems;
    private final @Nullable Mapping tree;
    private final Secrets secrets;
    private @Nullable InputPaths inputs;

    private ConfigResolver(Schema schema, Diagnostics problems, @Nullable Mapping tree, Secrets secrets) {
        this.schema = schema;
        this.problems = problems;
        this.tree = tree;
        this.secrets = secrets;
    }

    /** Resolves sources, lowest precedence first. */
    public static ConfigResolver of(Schema schema, List<Source> sources, Limits limits) {
        Diagnostics problems = new Diagnostics();
        Mapping overlaid = new Mapping(nowhere(schema), List.of());
        Secrets secrets = new Secrets(schema);
        boolean readable = true;
        for (Source source : ParentSources.withParents(schema, sources, limits)) {
            int known = problems.documents().size();
            Mapping stated = source.read(new ReadContext(schema, overlaid, limits, problems));
            List<Document> read =
                    problems.documents().subList(known, problems.documents().size());
            secrets.hide(stated, read, problems);
            if (stated == null) {
                readable = false;
            } else {
                boolean hasExtras = !(source instanceof ValuesSource);
                Mapping canonical = Canonical.of(stated, hasExtras, overlaid, schema, problems);
                overlaid = new Overlay(schema).over(overlaid, canonical);
            }
        }
        if (!readable) {
            return new ConfigResolver(schema, problems, null, secrets);
        }
        Mapping complete = secrets.marked(new DefaultsFiller(schema).record(schema.root(), overlaid, KeyPath.ROOT));
        Checker.check(schema, complete, problems);
        Mapping tree = problems.hasErrors() ? complete : CanonicalScalars.of(schema, complete);
        return new ConfigResolver(schema, problems, tree, secrets);
    }

    /** Returns the location of a configuration that no source states. */
    static SourceLocation nowhere(Schema schema) {
        return new SourceLocation(
                new Document(Document.Kind.DEFAULT, schema.root().simpleName(), ""), Span.START);
    }

    /** Returns all problems of one source. */
    public static List<Diagnostic> check(Schema schema, Source source) {
        return of(schema, List.of(source), Limits.DEFAULT).problems();
    }

    /**
     * Validates a default or an example of an annotation by the same rules as files.
     *
     * @param record the record that contains the key
     * @param text the value as YAML
     * @return the problems
     */
    public static List<Diagnostic> check(Schema schema, RecordSchema record, KeySchema key, String text) {
        return Defaults.check(schema, record, key, text, new DefaultsFiller(schema));
    }

    /** Returns the problems, ordered by source, then by location, without the secrets that are known by now. */
    public List<Diagnostic> problems() {
        return secrets.masked(problems.sorted());
    }

    /** Returns true if there are no errors, so that the tree can be bound. */
    public boolean isValid() {
        return !problems.hasErrors();
    }

    /** Returns the resolved tree of a valid configuration: in canonical form, with defaults and resolved input paths. */
    public Mapping tree() {
        return inputs(stated()).tree();
    }

    /** Returns the same tree with input paths as written. */
    public Mapping stated() {
        if (tree == null) {
            throw new IllegalStateException("a source could not be read");
        }
        return tree;
    }

    /** Returns the input files that the configuration references, or none if a source cannot be read. */
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

    /** Returns the secrets of the configuration. */
    public Secrets secrets() {
        return secrets;
    }

    /** Returns the collector for further problems. */
    public Diagnostics diagnostics() {
        return problems;
    }
}
