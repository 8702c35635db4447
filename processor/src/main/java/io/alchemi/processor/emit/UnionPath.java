package io.alchemi.processor.emit;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.emit.YamlValue.Entries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Union at a path of a document. A value that selects no branch has the branch of the default at this path, if there is one.
 *
 * @param schema the whole schema
 * @param type the union
 * @param path the keys from the root, separated by dots
 * @param given the values that defaults provide for this one, the outermost first
 */
public record UnionPath(Schema schema, UnionType type, String path, List<Entries> given) {

    /** Returns the branch of a mapping that selects none, or null if it must select one. */
    public @Nullable Branch branchByDefault() {
        if (!type.isByKind()) {
            return given.isEmpty() ? null : branchOf(given.get(0));
        }
        for (Entries entries : given) {
            Branch selected = branchOf(entries);
            if (selected != null) {
                return selected;
            }
        }
        return null;
    }

    /** Returns the branch that a value selects, or null if there is none. */
    public @Nullable Branch branchOf(YamlValue value) {
        return UnionBranches.branch(schema, type, YamlValue.node(value.write()));
    }

    /** Returns the record of a branch. Only defaults of the same branch apply to it, or whose keys select none. */
    public SchemaPath branch(Branch branch) {
        List<Entries> same = new ArrayList<>();
        for (Entries entries : given) {
            Branch selected = branchOf(entries);
            if (selected == null ? type.isByKind() : selected.is(branch)) {
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
