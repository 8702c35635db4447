package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.generated.Construction;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.ReadContext;
import io.alchemi.config.layer.Secrets;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges the global block of sources, or extracts it from a loaded configuration. Each value keeps its origin.
 *
 * @param <T> the record of the block
 */
public abstract class GlobalMerge<T> {
    private static final String KEY = "global";

    private final RecordBinder<T> binding;

    /** Called by generated classes. */
    protected GlobalMerge(RecordBinder<T> binding) {
        this.binding = binding;
    }

    /**
     * Merges the global blocks of sources, lowest precedence first. Ignores all other keys of the sources.
     *
     * @throws ConfigException with all diagnostics of the block, if there is an error
     */
    public final Loaded<T> merge(Source... sources) {
        List<Source> blocks = new ArrayList<>();
        for (Source source : sources) {
            blocks.add(new BlockOf(source));
        }
        ConfigResolver resolution = resolved(blocks);
        return bound(resolution.tree(), resolution.secrets());
    }

    private ConfigResolver resolved(List<Source> blocks) {
        ConfigResolver resolution = ConfigResolver.of(wrapper(), blocks, Limits.DEFAULT);
        if (!resolution.isValid()) {
            throw new ConfigException(resolution.problems());
        }
        return resolution;
    }

    private Loaded<T> bound(Mapping whole, Secrets secrets) {
        if (!(whole.get(KEY) instanceof Mapping block)) {
            throw new IllegalArgumentException("'global' is not a section");
        }
        Diagnostics problems = new Diagnostics();
        Mapping read = secrets.read(whole, Limits.DEFAULT, problems);
        T value = read != null && read.get(KEY) instanceof Mapping complete
                ? Construction.of(binding, complete, secrets.mask(), problems)
                : null;
        if (value == null) {
            throw new ConfigException(secrets.masked(problems.sorted()));
        }
        return new Loaded<>(value, List.of(), block, new Inputs(block, List.of(), List.of()), secrets.mask());
    }

    /** Returns a schema whose root has the block as its only key. */
    private Schema wrapper() {
        Schema block = binding.schema();
        KeySchema key =
                KeySchema.of(KEY, KEY, new RecordType(block.root().type())).build();
        RecordSchema root = new RecordSchema(KEY, List.of(key), List.of(), List.of(), List.of(), List.of(), null, null);
        Map<String, RecordSchema> records = new LinkedHashMap<>(block.records());
        records.put(KEY, root);
        return new Schema(
                root,
                records,
                new Schema.DocsLookup() { // A lambda would start more slowly than a class.
                    @Override
                    public Docs docs(String type) {
                        return block.docs(type);
                    }
                });
    }

    /** Restricts a source to the global block. */
    private record BlockOf(Source source) implements Source {
        @Override
        public @Nullable Mapping read(ReadContext reading) {
            Mapping all = source.read(reading);
            if (all == null) {
                return null;
            }
            List<Entry> kept = new ArrayList<>();
            for (Entry entry : all.entries()) {
                boolean isParents = source.isDocument() && entry.name().equals(Schema.PARENTS);
                if (entry.name().equals(KEY) || isParents) {
                    kept.add(entry);
                }
            }
            return new Mapping(all.place(), kept);
        }

        @Override
        public boolean isDocument() {
            return source.isDocument();
        }

        @Override
        public @Nullable Source beside(String name) {
            Source other = source.beside(name);
            return other == null ? null : new BlockOf(other);
        }
    }

    /**
     * Returns the global block of a loaded configuration. Its values keep their origins.
     *
     * @param whole a configuration of any schema with a section {@code global}. If the section is of another record, keys that
     *     it lacks have their defaults, and further keys are ignored
     * @throws IllegalArgumentException if the configuration has no such section
     * @throws ConfigException if a value of another record is not allowed here
     */
    public final Loaded<T> of(Loaded<?> whole) {
        if (!(whole.node(KEY) instanceof Mapping block)) {
            throw new IllegalArgumentException("'global' is not a section");
        }
        ConfigResolver resolution = resolved(List.of(new KeysOf(binding.record(), block)));
        return bound(resolution.stated(), resolution.secrets());
    }

    /** Restricts a resolved block to the keys of a record. */
    private record KeysOf(RecordSchema record, Mapping block) implements Source {
        @Override
        public Mapping read(ReadContext reading) {
            List<Entry> known = new ArrayList<>();
            for (Entry entry : block.entries()) {
                if (record.key(entry.name()) != null) {
                    known.add(entry);
                }
            }
            Mapping kept = new Mapping(block.place(), known);
            return new Mapping(block.place(), List.of(new Entry(KEY, block.place(), kept)));
        }
    }
}
