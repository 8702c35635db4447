package io.alchemi.processor.emit;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A union where it stands in a document. A value without a tag takes the branch of the default there, if there is one.
 *
 * @param schema the whole schema
 * @param type the union
 * @param path the keys from the root, with dots between them
 * @param given what defaults say about this value, the outermost first
 * @param excused paths of keys that are not required because they may stand elsewhere
 */
public record UnionPath(Schema schema, UnionType type, String path, List<Entries> given, Set<String> excused) {

    /** The branch of a value without a tag, or null if it needs one. */
    public @Nullable Branch branchByDefault() {
        return type.isByKind() || given.isEmpty() ? null : branchOf(given.get(0));
    }

    /** The branch that a value states by its tag or its kind, or null. */
    public @Nullable Branch branchOf(YamlValue value) {
        if (type.isByKind()) {
            String otherKind = value instanceof Items ? UnionType.SEQUENCE : UnionType.SCALAR;
            return type.branch(value instanceof Entries ? UnionType.MAPPING : otherKind);
        }
        return value instanceof Entries entries && entries.values().get(type.discriminator()) instanceof Scalar tag
                ? type.branch(tag.text())
                : null;
    }

    /** The record of a branch. Only defaults of the same branch say something about it. */
    public SchemaPath branch(Branch branch) {
        List<Entries> same = new ArrayList<>();
        for (Entries entries : given) {
            if (branch.equals(branchOf(entries))) {
                same.add(entries);
            }
        }
        return new SchemaPath(schema, schema.record(branch.record()), path, same, excused);
    }

    /** The key whose value stands alone for a branch that is no mapping, where the kind decides. */
    public KeySchema alone(Branch branch) {
        return schema.record(branch.record()).keys().get(0);
    }
}
