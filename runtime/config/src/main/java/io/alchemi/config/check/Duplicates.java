package io.alchemi.config.check;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds equal values by normalizing them to strings: {@code 1}, {@code 1.0} and {@code 0x1} are equal, and {@code 60s} and {@code 1m}. */
public final class Duplicates {
    private Duplicates() {}

    /** Returns true if two values of a key are equal, regardless of notation. */
    public static boolean same(RecordSchema record, KeySchema key, Node value, Node other) {
        return normalized(record, key.type(), value).equals(normalized(record, key.type(), other));
    }

    /**
     * Returns true if two equal items are also written alike. An editor detects only such duplicates, because it does not know
     * other notations, aliases or defaults.
     */
    static boolean writtenAlike(Node item, Node other) {
        if (item instanceof Sequence sequence && other instanceof Sequence others) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (!writtenAlike(sequence.items().get(i), others.items().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return item instanceof Scalar && item.says(other);
    }

    static String normalized(RecordSchema record, ValueType type, Node node) {
        if (node instanceof Scalar scalar) {
            return scalar(record, type, scalar);
        } else if (node instanceof Sequence sequence) {
            StringBuilder out = new StringBuilder("[");
            for (Node item : sequence.items()) {
                out.append(normalized(record, type, item)).append(',');
            }
            return out.append(']').toString();
        }
        List<String> entries = new ArrayList<>();
        for (Entry entry : ((Mapping) node).entries()) {
            entries.add(entry.name() + ":" + normalized(record, type, entry.value()));
        }
        Collections.sort(entries);
        return entries.toString();
    }

    private static String scalar(RecordSchema record, ValueType type, Scalar scalar) {
        ValueType leaf = type.leaf();
        if (leaf instanceof EnumType constants) {
            Constant constant = record.enumOf(constants).find(scalar.text());
            return constant == null ? scalar.text() : constant.name();
        }
        ScalarKind kind = type.leafKind();
        if (kind != null && kind.regex() != null) {
            try {
                return "'" + kind.parse(scalar.text()) + "'";
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                return scalar.text(); // The check of the string itself reports that it is not of its type.
            }
        }
        return switch (scalar.coreType()) {
            case INTEGER, FLOAT -> number(scalar);
            case NULL -> "null";
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true") ? "true" : "false";
            case STRING -> "'" + scalar.text() + "'";
        };
    }

    private static String number(Scalar scalar) {
        BigInteger whole = NumberText.integer(scalar.text());
        if (whole != null) {
            return whole.toString();
        }
        BigDecimal value = NumberText.isFinite(scalar.text()) ? NumberText.decimal(scalar.text()) : null;
        return value == null
                ? scalar.text() // The check of the number itself reports that it is not finite or too long.
                : value.stripTrailingZeros().toString();
    }
}
