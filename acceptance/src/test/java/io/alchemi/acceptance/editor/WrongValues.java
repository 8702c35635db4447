package io.alchemi.acceptance.editor;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.testing.KindSamples;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values of every type and around each bound of a key, as YAML on one line. Most are invalid; the loader decides. */
final class WrongValues {
    private static final List<String> FORMS = List.of(
            "word", "'64'", "''", "true", "7", "-1", "0", "1.5", "1e3", "[]", "[7, word]", "{}", "{zzz: 1}", "null");

    private WrongValues() {}

    static Collection<String> of(RecordSchema record, KeySchema key) {
        Set<String> values = new LinkedHashSet<>(FORMS);
        Bounds bounds = key.bounds();
        for (double bound : new double[] {bounds.min(), bounds.max()}) {
            if (!Double.isInfinite(bound)) {
                List.of(-1, 0, 1).forEach(step -> values.add(NumberText.write(bound + step)));
            }
        }
        ValueType leaf = key.type().leaf();
        if (leaf instanceof EnumType constants) {
            EnumSchema known = record.enumOf(constants);
            known.names()
                    .forEach(name ->
                            values.addAll(List.of(name + "s", name.substring(1), name.toUpperCase(Locale.ROOT))));
        } else if (leaf instanceof UnionType union && !union.isByKind()) {
            union.branches().forEach(branch -> {
                values.add("{" + union.discriminator() + ": " + branch.tag() + "s}");
                values.add("{" + union.discriminator() + ": " + branch.tag() + ", zzz: 1}");
            });
        }
        ScalarKind kind = key.type().isSingle() ? key.type().leafKind() : null;
        if (kind != null && kind.regex() != null) {
            KindSamples.near(kind).forEach(text -> values.add("'" + text + "'"));
        }
        if (key.type() instanceof ValueType.ListType || !key.length().equals(LengthBounds.NONE)) {
            lengths(key, values);
        }
        return values;
    }

    private static void lengths(KeySchema key, Set<String> values) {
        LengthBounds length = key.length();
        for (int size : new int[] {length.min() - 1, length.max() == Integer.MAX_VALUE ? 3 : length.max() + 1}) {
            if (size > 0 && size < 1000) {
                boolean isList = key.type() instanceof ValueType.ListType;
                values.add(isList ? "[" + "1, ".repeat(size - 1) + "1]" : "a".repeat(size));
            }
        }
    }
}
