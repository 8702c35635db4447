package io.alchemi.training.run;

import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds keys that enable autocast: keys named {@code use_amp} in any section. */
final class Autocast extends TreeMapper {
    private final Map<String, SourceLocation> wanted = new LinkedHashMap<>();

    private Autocast(Schema schema) {
        super(schema);
    }

    /** Returns the paths of the keys that are true, with their locations. */
    static Map<String, SourceLocation> wanted(Schema schema, Mapping tree) {
        Autocast autocast = new Autocast(schema);
        autocast.record(schema.root(), tree, KeyPath.ROOT);
        return autocast.wanted;
    }

    @Override
    protected Node value(KeySchema key, Node node, KeyPath path) {
        if (key.name().equals("use_amp") && node instanceof Scalar scalar && Boolean.parseBoolean(scalar.text())) {
            wanted.put(path.toString(), scalar.place());
        }
        return super.value(key, node, path);
    }
}
