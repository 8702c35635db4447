package io.alchemi.training.run;

import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.RecordName;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The keys of training loops in a configuration: those of records that implement {@link LoopSettings}. */
final class LoopKeys extends TreeMapper {
    /** The key with the number of steps. */
    static final String MAX_STEPS = "max_steps";

    /** The key with the metric that selects the best parameters. */
    static final String BEST_BY = "best_by";

    /** The key with the number of steps between checkpoints. */
    static final String SAVE_EVERY = "save_every";

    /** The key with the number of checkpoints to keep, which a configuration does not have to have. */
    static final String KEEP_LAST = "keep_last";

    /** Keys that may change when a run is resumed. They set the number of steps and what is due when, but not what a step computes. */
    private static final Set<String> MAY_CHANGE = Set.of(MAX_STEPS, "log_every", "eval_every", SAVE_EVERY, KEEP_LAST);

    private final ClassLoader classes;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private LoopKeys(Schema schema, ClassLoader classes) {
        super(schema);
        this.classes = classes;
    }

    /**
     * Finds the keys of all loops.
     *
     * @param tree    a resolved tree
     * @param classes loads the classes of the configuration's records
     */
    static LoopKeys of(Schema schema, Mapping tree, ClassLoader classes) {
        LoopKeys keys = new LoopKeys(schema, classes);
        keys.record(schema.root(), tree, KeyPath.ROOT);
        return keys;
    }

    @Override
    protected Mapping record(RecordSchema record, Mapping mapping, KeyPath path) {
        if (isLoop(RecordName.of(record.type()).name())) {
            for (Entry entry : mapping.entries()) {
                values.put(path.key(entry.name()).toString(), entry.value());
            }
        }
        return super.record(record, mapping, path);
    }

    /** Returns true if a record, given by its name in Java source, has the settings of a loop. */
    private boolean isLoop(String type) {
        try {
            return LoopSettings.class.isAssignableFrom(Class.forName(type, false, classes));
        } catch (ClassNotFoundException e) {
            int dot = type.lastIndexOf('.');
            return dot >= 0 && isLoop(type.substring(0, dot) + '$' + type.substring(dot + 1));
        }
    }

    /** Returns the values of a key in each loop, by path. */
    Map<String, Node> values(String key) {
        Map<String, Node> found = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (lastKey(path).equals(key)) {
                found.put(path, value);
            }
        });
        return found;
    }

    /** Returns true for a key that may change when a run is resumed. */
    boolean mayChange(String path) {
        return values.containsKey(path) && MAY_CHANGE.contains(lastKey(path));
    }

    private static String lastKey(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
