package io.alchemi.processor.emit;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.stream.Collectors;

/** Names how the branches of a union without discriminator are written. */
public final class BranchForm {
    private BranchForm() {}

    /** Returns a noun: {@code list}, {@code integer}, {@code section with url or token}. */
    public static String noun(Schema schema, UnionType union, Branch branch) {
        boolean alone = !union.hasSeveral(branch.tag());
        if (!alone && branch.tag().equals(UnionType.SCALAR)) {
            return UnionBranches.scalarType(schema, branch).keyword();
        }
        String kind = Signature.kind(branch.tag());
        return alone
                ? kind
                : UnionBranches.decidingKeys(schema, union, branch).stream()
                        .map(KeySchema::name)
                        .collect(Collectors.joining(" or ", kind + " with ", ""));
    }

    /** Returns the noun with its article. */
    public static String withArticle(Schema schema, UnionType union, Branch branch) {
        String noun = noun(schema, union, branch);
        return (noun.startsWith("i") ? "an " : "a ") + noun;
    }
}
