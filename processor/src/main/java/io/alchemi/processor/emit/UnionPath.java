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
import org.jspecify.annotations.Nullable;

/**
 * Union at a path of a document. A value without a tag selects the branch of the default at this path, if there is one.
 *
 * @param schema the whole schema
 * @param type the union
 * @param path the keys from the root, separated by dots
 * @param given the values that defaults provide for this one, the outermost first
 */
public record UnionPath(Schema schema, UnionType type, String path, List<Entries> given) {

    /** Returns the branch of a value without a tag, or null if the tag is required. */
    public @Nullable Branch branchByDefault() {
        return type.isByKind() || given.isEmpty() ? null : branchOf(given.get(0));
    }

    /** Returns the branch that a value selects by its tag or kind, or null if there is none. */
    public @Nullable Branch branchOf(YamlValue value) {
        if (type.isByKind()) {
            String otherKind = value instanceof Items ? UnionType.SEQUENCE : UnionType.SCALAR;
            return type.branch(value instanceof Entries ? UnionType.MAPPING : otherKind);
        }
        return value instanceof Entries entries && entries.values().get(type.discriminator()) instanceof Scalar tag
                ? type.branch(tag.text())
                : null;
    }

    /** Returns the record of a branch. Only defaults of the same branch apply to it. */
    public SchemaPath branch(Branch branch) {
        List<Entries> same = new ArrayList<>();
        for (Entries entries : given) {
            if (branch.equals(branchOf(entries))) {
                same.add(entries);
            }
        }
        return new SchemaPath(schema, schema.record(branch.record()), path, same, List.of());
    }

    /** Returns the key whose bare value represents a branch that is not a mapping. */
    public KeySchema alone(Branch branch) {
        return schema.record(branch.record()).keys().get(0);
    }
}
