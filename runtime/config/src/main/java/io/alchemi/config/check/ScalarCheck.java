package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.IntegerWidth;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RealWidth;
import io.alchemi.config.tree.CoreSchema;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.ScalarKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges one scalar by the type and the constraints of its key (CONTRACTS 5). */
final class ScalarCheck {
    /** A double holds whole numbers of so many bits exactly. */
    private static final int DOUBLE_BITS = 53;

    private final RecordSchema record;
    private final KeySchema key;
    private final String path;

    private final ValueType type;

    ScalarCheck(RecordSchema record, KeySchema key, ValueType type, String path) {
        this.record = record;
        this.key = key;
        this.type = type;
        this.path = path;
    }

    /** The problem of a scalar that is not null, or null if it is fine. */
    @Nullable
    Diagnostic judge(Scalar scalar) {
        if (type instanceof BooleanType) {
            return judgeBoolean(scalar);
        } else if (type instanceof IntegerType integer) {
            return judgeInteger(integer, scalar);
        } else if (type instanceof RealType real) {
            return judgeReal(real, scalar);
        } else if (type instanceof EnumType constants) {
            return judgeConstant(record.enumOf(constants), scalar);
        }
        return judgeText(scalar);
    }

    private @Nullable Diagnostic judgeBoolean(Scalar scalar) {
        ScalarKind kind = scalar.kind();
        if (kind == ScalarKind.BOOLEAN) {
            return null;
        }
        String hint = scalar.style() == Style.QUOTED && CoreSchema.kind(scalar.text()) == ScalarKind.BOOLEAN
                ? "remove the quotes"
                : switch (scalar.text()) {
                    case "yes", "Yes", "YES", "on", "On", "ON", "y", "1" -> "write true";
                    case "no", "No", "NO", "off", "Off", "OFF", "n", "0" -> "write false";
                    default -> "write true or false";
                };
        return wrong(scalar, hint);
    }

    private @Nullable Diagnostic judgeInteger(IntegerType type, Scalar scalar) {
        Diagnostic notNumber = judgeNumber(scalar);
        if (notNumber != null) {
            return notNumber;
        }
        BigInteger value = NumberText.whole(scalar.text(), scalar.kind());
        IntegerWidth width = type.width();
        if (value == null) {
            return width.isUnlimited() && NumberText.isTooLong(scalar.text(), scalar.kind())
                    ? tooLong(scalar)
                    : notWhole(scalar, width);
        }
        boolean fits = value.bitLength() <= 63 && value.longValue() >= width.min() && value.longValue() <= width.max();
        if (!fits && !width.isUnlimited()) {
            return outOfRange(
                    scalar, value.signum() < 0 ? "must be at least " + width.min() : "must be at most " + width.max());
        }
        boolean inside = value.bitLength() <= DOUBLE_BITS
                ? key.bounds().contains(value.doubleValue())
                : key.bounds().contains(new BigDecimal(value));
        return inside ? null : outOfBounds(scalar);
    }

    private Diagnostic notWhole(Scalar scalar, IntegerWidth width) {
        boolean isFraction = scalar.kind() == ScalarKind.REAL && NumberText.real(scalar.text()) % 1 != 0;
        String hint = isFraction || width.isUnlimited() ? "" : " of at most " + width.max();
        return wrong(scalar, "write a whole number" + hint);
    }

    private Diagnostic tooLong(Scalar scalar) {
        return new Diagnostic(
                DiagnosticId.LIMIT, scalar.place(), "'" + path + "' has too many digits", "write a smaller number");
    }

    private @Nullable Diagnostic judgeReal(RealType real, Scalar scalar) {
        boolean hasRadix = scalar.text().startsWith("0x") || scalar.text().startsWith("0o");
        if (hasRadix && scalar.kind() == ScalarKind.INTEGER) {
            // An editor's parser gives the number alone, so that no JSON Schema can refuse this.
            return new Diagnostic(
                    DiagnosticId.LEADING_ZERO,
                    scalar.place(),
                    "'" + path + "' is a decimal number: " + scalar.text() + " is for whole numbers only",
                    "write it in decimal");
        }
        Diagnostic notNumber = judgeNumber(scalar);
        if (notNumber != null) {
            return notNumber;
        }
        double value = NumberText.real(scalar.text());
        boolean hasDigits = Character.isDigit(scalar.text().charAt(scalar.text().length() - 1));
        boolean isInfinite = Double.isInfinite(real.width() == RealWidth.FLOAT ? (float) value : value);
        if (isInfinite && !(real.width() == RealWidth.BIG && hasDigits)) {
            return new Diagnostic(
                    DiagnosticId.NOT_FINITE,
                    scalar.place(),
                    "'" + path + "' must be finite, but is " + scalar.text(),
                    "write a finite number");
        }
        if (real.width() == RealWidth.BIG && hasDigits) {
            BigDecimal exact = NumberText.decimal(scalar.text());
            return exact == null ? tooLong(scalar) : key.bounds().contains(exact) ? null : outOfBounds(scalar);
        }
        return key.bounds().contains(value) ? null : outOfBounds(scalar);
    }

    /** Whether the text is a number at all, written in one way that all dialects read alike. */
    private @Nullable Diagnostic judgeNumber(Scalar scalar) {
        ScalarKind kind = scalar.kind();
        String text = scalar.text();
        if (kind != ScalarKind.INTEGER && kind != ScalarKind.REAL) {
            return wrong(scalar, numberHint(scalar));
        }
        if (NumberText.hasLeadingZero(text)) {
            return new Diagnostic(
                    DiagnosticId.LEADING_ZERO,
                    scalar.place(),
                    "'" + path + "' begins with a zero: some programs read " + text + " as octal",
                    leadingZeroHint(text));
        }
        return null;
    }

    private String numberHint(Scalar scalar) {
        String text = scalar.text();
        if (scalar.style() == Style.QUOTED && isNumber(text)) {
            return "remove the quotes";
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
        ScalarKind kind = CoreSchema.kind(text);
        return kind == ScalarKind.INTEGER || kind == ScalarKind.REAL;
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

    private Diagnostic outOfBounds(Scalar scalar) {
        return outOfRange(scalar, "must be" + Signature.bounds(key.bounds()));
    }

    private Diagnostic outOfRange(Scalar scalar, String must) {
        return new Diagnostic(
                DiagnosticId.OUT_OF_RANGE,
                scalar.place(),
                "'" + path + "' is " + scalar.text() + ", but " + must,
                hint());
    }

    private @Nullable Diagnostic judgeText(Scalar scalar) {
        if (isNoText(scalar)) {
            return wrong(scalar, "write '" + scalar.text() + "' in quotes");
        }
        if (type instanceof PathType && scalar.text().isEmpty()) {
            return wrong(scalar, key.nullable() ? "write null for none" : "write a path");
        }
        if (type instanceof FormattedType formatted && !FormattedText.matches(formatted.format(), scalar.text())) {
            return noMatch(scalar, formatted.format().noun(), "");
        }
        int length = scalar.text().codePointCount(0, scalar.text().length());
        if (!key.length().contains(length) && type.equals(key.type())) {
            return wrongLength(scalar, length);
        }
        TextPattern pattern = key.pattern();
        if (pattern != null && !Pattern.matches(pattern.regex(), scalar.text())) {
            return noMatch(scalar, pattern.describedAs(), Suggestion.didYouMean(scalar.text(), pattern.suggestions()));
        }
        return null;
    }

    private Diagnostic noMatch(Scalar scalar, String wanted, String nearest) {
        return new Diagnostic(
                DiagnosticId.NO_MATCH,
                scalar.place(),
                "'" + path + "' is '" + scalar.text() + "', but must be " + wanted,
                nearest.isEmpty() ? hint() : nearest);
    }

    private Diagnostic wrongLength(Scalar scalar, int length) {
        return new Diagnostic(
                DiagnosticId.WRONG_LENGTH,
                scalar.place(),
                "'" + path + "' has " + Wording.number(length, "character", "characters") + ", but must have"
                        + Wording.count(key.length()),
                hint());
    }

    private static boolean isNoText(Scalar scalar) {
        return scalar.style() == Style.PLAIN && scalar.kind() != ScalarKind.TEXT;
    }

    private @Nullable Diagnostic judgeConstant(EnumSchema constants, Scalar scalar) {
        if (isNoText(scalar)) {
            return wrong(scalar, expected());
        }
        if (constants.find(scalar.text()) != null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Constant constant : constants.constants()) {
            names.add(constant.name());
            names.addAll(constant.aliases());
        }
        String nearest = Suggestion.didYouMean(scalar.text(), names);
        return new Diagnostic(
                DiagnosticId.UNKNOWN_CONSTANT,
                scalar.place(),
                "'" + path + "' is '" + scalar.text() + "', but must be one of "
                        + Signature.type(record, new EnumType(constants.type())),
                nearest.isEmpty() ? hint() : nearest);
    }

    private Diagnostic wrong(Scalar scalar, String hint) {
        return new Diagnostic(
                DiagnosticId.WRONG_TYPE, scalar.place(), Wording.mustBe(record, key, type, path, scalar), hint);
    }

    private String expected() {
        return "write " + Wording.noun(record, key, type);
    }

    private String hint() {
        String defaultText = key.defaultText();
        return defaultText == null || type != key.type() ? "" : "the default is " + defaultText;
    }
}
