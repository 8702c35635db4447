package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.tree.CoreSchema;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping.Entry;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the keys of one map whose keys are scalars other than strings. */
final class MapKeyCheck {
    private final ScalarKind kind;
    private final KeyPath path;
    private final Map<String, String> seen = new HashMap<>();

    MapKeyCheck(ScalarKind kind, KeyPath path) {
        this.kind = kind;
        this.path = path;
    }

    /** Returns the problem of a key, or null if it has none. */
    @Nullable
    Diagnostic problem(Entry entry) {
        String name = entry.name();
        CoreType type = CoreSchema.type(name);
        if (kind.isNumber() && (type != CoreType.INTEGER || !isInLimits(NumberText.integer(name), name))) {
            // An editor sees a number, whose notation and size JSON Schema cannot limit in a key.
            boolean isNumber = type == CoreType.INTEGER || type == CoreType.FLOAT;
            String wanted = "a decimal integer from " + kind.min() + " to " + kind.max();
            return invalid(entry, isNumber ? DiagnosticId.INVALID_VALUE : DiagnosticId.NO_MATCH, wanted);
        } else if (!kind.matches(name) || (kind.isPath() && name.isEmpty())) {
            return invalid(entry, DiagnosticId.NO_MATCH, kind.noun());
        }
        String value;
        try {
            value = kind.parse(name).toString();
        } catch (IllegalArgumentException e) {
            return invalid(entry, DiagnosticId.INVALID_VALUE, "another path");
        }
        String other = seen.putIfAbsent(value, name);
        return other == null
                ? null
                : new Diagnostic(
                        DiagnosticId.CONFLICTING_NAMES,
                        entry.key(),
                        "'" + other + "' and '" + name + "' are the same key of '" + path + "'",
                        "delete one of them");
    }

    private boolean isInLimits(@Nullable BigInteger value, String name) {
        return value != null
                && value.toString().equals(name)
                && value.bitLength() <= 63
                && value.longValue() >= kind.min()
                && value.longValue() <= kind.max();
    }

    private Diagnostic invalid(Entry entry, DiagnosticId id, String wanted) {
        String message = "'" + entry.name() + "' is not a valid key of '" + path + "'";
        return new Diagnostic(id, entry.key(), message, "write " + wanted);
    }
}
