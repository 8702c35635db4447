package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.ShortText;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.tree.CoreSchema;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a scalar against its kind and the constraints of its key. */
final class ScalarCheck {
    /** The number of bits up to which a double represents every integer. */
    private static final int DOUBLE_BITS = 53;

    /** The length of text that may be a number in another notation. */
    private static final int LONGEST_NUMBER = 100;

    private final RecordSchema record;
    private final KeySchema key;
    private final KeyPath path;
    private final ScalarType type;
    private final ScalarKind kind;

    ScalarCheck(RecordSchema record, KeySchema key, ScalarType type, KeyPath path) {
        this.record = record;
        this.key = key;
        this.type = type;
        this.kind = type.kind();
        this.path = path;
    }

    /** Returns the problem of a scalar that is not null, or null if it has none. */
    @Nullable
    Diagnostic problem(Scalar scalar) {
        return switch (kind.jsonType()) {
            case BOOLEAN -> problemOfBoolean(scalar);
            case INTEGER -> problemOfInteger(scalar);
            case NUMBER -> problemOfDecimal(scalar);
            case STRING -> problemOfString(scalar);
        };
    }

    private @Nullable Diagnostic problemOfBoolean(Scalar scalar) {
        if (scalar.coreType() == CoreType.BOOLEAN) {
            return null;
        }
        String hint = scalar.style() == Style.QUOTED && CoreSchema.type(scalar.text()) == CoreType.BOOLEAN
                ? "remove the quotes"
                : switch (scalar.text()) {
                    case "yes", "Yes", "YES", "on", "On", "ON", "y", "1" -> "write true";
                    case "no", "No", "NO", "off", "Off", "OFF", "n", "0" -> "write false";
                    default -> "write true or false";
                };
        return wrongType(scalar, hint);
    }

    private @Nullable Diagnostic problemOfInteger(Scalar scalar) {
        Diagnostic notANumber = problemOfNumber(scalar);
        if (notANumber != null) {
            return notANumber;
        }
        BigInteger value = NumberText.integer(scalar.text());
        if (value == null) {
            return !kind.isLimited() && NumberText.isTooLong(scalar.text()) ? tooLong(scalar) : notAnInteger(scalar);
        }
        if (kind.isLimited()) {
            boolean tooSmall = value.signum() < 0 && (value.bitLength() > 63 || value.longValue() < kind.min());
            boolean tooLarge = value.signum() > 0 && (value.bitLength() > 63 || value.longValue() > kind.max());
            if (tooSmall || tooLarge) {
                String limit = tooSmall ? "must be at least " + kind.min() : "must be at most " + kind.max();
                return violation(scalar, DiagnosticId.OUT_OF_RANGE, limit);
            }
        }
        boolean isExact = value.bitLength() <= DOUBLE_BITS;
        for (Constraint constraint : key.constraints()) {
            boolean allowed =
                    isExact ? constraint.allows(value.doubleValue()) : constraint.allows(new BigDecimal(value));
            if (!allowed) {
                return violation(scalar, constraint);
            }
        }
        return null;
    }

    private Diagnostic notAnInteger(Scalar scalar) {
        return wrongType(
                scalar,
                scalar.coreType() == CoreType.FLOAT ? "write an integer" : "write an integer of at most " + kind.max());
    }

    private Diagnostic tooLong(Scalar scalar) {
        return new Diagnostic(
                DiagnosticId.LIMIT, scalar.place(), "'" + path + "' has too many digits", "write a smaller number");
    }

    private @Nullable Diagnostic problemOfDecimal(Scalar scalar) {
        String text = scalar.text();
        boolean hasRadix = text.startsWith("0x") || text.startsWith("0o");
        if (hasRadix && scalar.coreType() == CoreType.INTEGER) {
            // JSON Schema cannot reject this, because an editor's parser only passes on the value.
            return new Diagnostic(
                    DiagnosticId.LEADING_ZERO,
                    scalar.place(),
                    "'" + path + "' must be a decimal number, but " + text + " is integer notation",
                    "write the number in decimal");
        }
        Diagnostic notANumber = problemOfNumber(scalar);
        if (notANumber != null) {
            return notANumber;
        }
        boolean isUnlimited = kind == ScalarKind.BIG_DECIMAL && NumberText.isFinite(text);
        double value = NumberText.doubleOf(text);
        if (Double.isInfinite(kind == ScalarKind.FLOAT ? (float) value : value) && !isUnlimited) {
            return new Diagnostic(
                    DiagnosticId.NOT_FINITE,
                    scalar.place(),
                    "'" + path + "' must be finite, but is " + text,
                    "write a finite number");
        }
        BigDecimal exact = isUnlimited ? NumberText.decimal(text) : null;
        if (isUnlimited && exact == null) {
            return tooLong(scalar);
        }
        for (Constraint constraint : key.constraints()) {
            if (!(exact == null ? constraint.allows(value) : constraint.allows(exact))) {
                return violation(scalar, constraint);
            }
        }
        return null;
    }

    /** Checks that a scalar is a number, in a notation that all YAML parsers read alike. */
    private @Nullable Diagnostic problemOfNumber(Scalar scalar) {
        String text = scalar.text();
        if (scalar.coreType() != CoreType.INTEGER && scalar.coreType() != CoreType.FLOAT) {
            return wrongType(scalar, numberHint(scalar));
        }
        if (NumberText.hasLeadingZero(text)) {
            return new Diagnostic(
                    DiagnosticId.LEADING_ZERO,
                    scalar.place(),
                    "'" + path + "' has a leading zero; some YAML parsers read " + text + " as octal",
                    leadingZeroHint(text));
        }
        return null;
    }

    private String numberHint(Scalar scalar) {
        String text = scalar.text();
        if (scalar.style() == Style.QUOTED && isNumber(text)) {
            return "remove the quotes";
        } else if (text.length() > LONGEST_NUMBER) {
            return expected();
        }
        String joined = text.replace("_", "");
        if (!joined.equals(text) && isNumber(joined)) {
            return "write " + joined;
        }
        if (text.startsWith("0b") && text.length() < 65) {
            try {
                return "write " + Long.parseLong(text.substring(2), 2);
            } catch (NumberFormatException e) {
                return expected();
            }
        }
        return expected();
    }

    private static boolean isNumber(String text) {
        CoreType type = CoreSchema.type(text);
        return type == CoreType.INTEGER || type == CoreType.FLOAT;
    }

    private static String leadingZeroHint(String text) {
        int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int digit = start;
        while (digit + 1 < text.length() && text.charAt(digit) == '0' && Character.isDigit(text.charAt(digit + 1))) {
            digit++;
        }
        String decimal = text.substring(0, start) + text.substring(digit);
        if (start > 0) {
            return "write " + decimal;
        }
        try {
            return "write " + decimal + ", or 0o" + text.substring(digit) + " for "
                    + Integer.parseInt(text.substring(digit), 8);
        } catch (NumberFormatException e) {
            return "write " + decimal;
        }
    }

    private @Nullable Diagnostic problemOfString(Scalar scalar) {
        String text = scalar.text();
        if (!isString(scalar)) {
            boolean isQuoteMissing = problemOfString(new Scalar(scalar.place(), text, Style.QUOTED)) == null;
            return wrongType(
                    scalar,
                    isQuoteMissing
                            ? "write " + (scalar.isSecret() ? "it" : "'" + text + "'") + " in quotes"
                            : expected());
        }
        if (kind.isPath() && text.isEmpty()) {
            return wrongType(scalar, key.nullable() ? "write null for no path" : "write a path");
        }
        String reason = kind.isPath() ? reasonAgainstPath(text) : null;
        if (reason != null) {
            String message = "'" + path + "' is not a path on this system: " + reason;
            return new Diagnostic(DiagnosticId.INVALID_PATH, scalar.place(), message, "write another path");
        }
        if (!kind.matches(text)) {
            String requirement = kind.isTooLarge(text) ? kind.tooLarge() : "must be " + kind.noun();
            return violation(scalar, DiagnosticId.NO_MATCH, requirement);
        }
        String rejection = kind.rejection(text);
        if (rejection != null) {
            return rejected(scalar, rejection);
        }
        int length = text.codePointCount(0, text.length());
        for (Constraint constraint : key.constraints()) {
            if (type == key.type() && !constraint.allowsLength(length)) {
                return wrongLength(scalar, length, constraint);
            } else if (!constraint.allows(text)) {
                return violation(scalar, constraint);
            }
        }
        return null;
    }

    /** Returns why a string is not a path, for example because it contains U+0000, or null if it is one. */
    private @Nullable String reasonAgainstPath(String text) {
        try {
            kind.parse(text);
            return null;
        } catch (InvalidPathException e) {
            return e.getReason();
        }
    }

    /** JSON Schema cannot reject this, because it depends on Java. */
    private Diagnostic rejected(Scalar scalar, String requirement) {
        String nearest = Suggestion.didYouMean(scalar.text(), List.copyOf(kind.knownNames()));
        return violation(scalar, DiagnosticId.INVALID_VALUE, requirement, nearest.isEmpty() ? hint() : nearest);
    }

    /** Returns true if a scalar is a string by the core schema or because of its style. */
    static boolean isString(Scalar scalar) {
        return scalar.style() != Style.PLAIN || scalar.coreType() == CoreType.STRING;
    }

    private Diagnostic wrongLength(Scalar scalar, int length, Constraint constraint) {
        return new Diagnostic(
                constraint.violation(),
                scalar.place(),
                ValueWording.wrongLength(type, path, length, constraint),
                hint());
    }

    private Diagnostic violation(Scalar scalar, Constraint constraint) {
        if (constraint instanceof StringPattern pattern) {
            String nearest = Suggestion.didYouMean(scalar.text(), pattern.suggestions());
            if (!nearest.isEmpty()) {
                return violation(scalar, constraint.violation(), constraint.requirement(), nearest);
            }
        }
        return violation(scalar, constraint.violation(), constraint.requirement());
    }

    private Diagnostic violation(Scalar scalar, DiagnosticId id, String requirement) {
        return violation(scalar, id, requirement, hint());
    }

    private Diagnostic violation(Scalar scalar, DiagnosticId id, String requirement, String label) {
        String text = ShortText.of(scalar.shown());
        String shown = kind.isNumber() ? text : "'" + text + "'";
        return new Diagnostic(id, scalar.place(), "'" + path + "' is " + shown + ", but " + requirement, label);
    }

    private Diagnostic wrongType(Scalar scalar, String hint) {
        return new Diagnostic(
                DiagnosticId.WRONG_TYPE, scalar.place(), ValueWording.mustBe(record, key, type, path, scalar), hint);
    }

    private String expected() {
        return "write " + ValueWording.noun(record, key, type);
    }

    private String hint() {
        String defaultText = key.defaultText();
        return defaultText == null || type != key.type() ? "" : "the default is " + defaultText;
    }
}
