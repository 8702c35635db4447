package io.alchemi.config.testing;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scalars as YAML: good ones for a key, and others that come close or are far from it. */
final class ScalarTexts {
    private static final List<String> WORDS = List.of(
            "a",
            "run-1",
            "out/mask.json",
            "é",
            "b c",
            "it's",
            "x: y",
            "# no comment",
            "64",
            "true",
            "null",
            "~",
            "1e3",
            "yes",
            "on",
            "12:30",
            "1_000",
            "$HOME",
            "AB-12",
            "ab-12",
            "AB-",
            "cuda:1",
            "cuda:12",
            "cuda:",
            "cuda:01",
            "cuda:10000",
            "mps",
            "MPS",
            "AUTO",
            "Auto",
            "cuda_if_available",
            "Cuda_If_Available",
            "cpu",
            "CPU",
            "gpu",
            "cpu\n",
            "\ud83d\ude00",
            "\u0000",
            "\u2028",
            "");
    private static final List<String> ODD = List.of(
            "null",
            "~",
            "Null",
            "NULL",
            "",
            "true",
            "False",
            "TRUE",
            "yes",
            "off",
            "0",
            "1",
            "-1",
            "0.5",
            "1.5",
            "64.0",
            "1e3",
            "1E3",
            "1e-3",
            "-0.0",
            "+1",
            "+0.5",
            ".5",
            "5.",
            "010",
            "-007",
            "00",
            "01.5",
            "0x1F",
            "0o17",
            "0b11",
            "1_000",
            "12:30",
            ".inf",
            "-.INF",
            ".nan",
            "1e999",
            "-1e999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "1e30",
            "123456789012345678901234567890",
            "'64'",
            "\"1.5\"",
            "'true'",
            "'null'",
            "''",
            "'.inf'",
            "2001-01-01",
            "word",
            "[]",
            "{}",
            "[1]",
            "[null]",
            "{a: 1}",
            "[[]]",
            "'x'");

    private final Decisions decisions;

    /** Mappings that come close to one that names the file of a secret. */
    private static final List<String> NO_REFERENCES = List.of(
            "{}", "{file: ''}", "{file: 5}", "{fil: a}", "{file: a, other: b}", "{file: [a]}", "{masked: true}");

    ScalarTexts(Decisions decisions) {
        this.decisions = decisions;
    }

    /** A text that a key accepts; for few patterns none may be known. */
    String good(RecordSchema record, KeySchema key, ValueType type) {
        if (type instanceof EnumType constants) {
            return constant(record.enumOf(constants));
        }
        ScalarKind kind = ((ScalarType) type).kind();
        return switch (kind.jsonType()) {
            case BOOLEAN -> decisions.pick(List.of("true", "false", "True", "FALSE"));
            case INTEGER -> integer(kind, key);
            case NUMBER -> kind == ScalarKind.BIG_DECIMAL ? bigReal(key) : real(key);
            case STRING -> kind.regex() == null ? word(key, type) : sample(kind, key);
        };
    }

    private String sample(ScalarKind kind, KeySchema key) {
        List<String> samples = new ArrayList<>(KindSamples.good(kind));
        samples.removeIf(text -> !key.constraints().stream().allMatch(constraint -> constraint.allows(text)));
        return samples.isEmpty() ? "no text is known that matches" : YamlWriter.quoted(decisions.pick(samples));
    }

    private String integer(ScalarKind kind, KeySchema key) {
        List<BigInteger> inside = new ArrayList<>();
        for (BigInteger candidate : edges(kind, key.bounds())) {
            if (fits(kind, candidate) && allows(key, new BigDecimal(candidate))) {
                inside.add(candidate);
            }
        }
        return spelled(decisions.pick(inside));
    }

    private static boolean allows(KeySchema key, BigDecimal number) {
        return key.constraints().stream().allMatch(constraint -> constraint.allows(number));
    }

    private static boolean fits(ScalarKind kind, BigInteger value) {
        return !kind.isLimited()
                || (value.compareTo(BigInteger.valueOf(kind.min())) >= 0
                        && value.compareTo(BigInteger.valueOf(kind.max())) <= 0);
    }

    private static List<BigInteger> atBounds(Bounds bounds) {
        List<BigInteger> edges = new ArrayList<>();
        for (double bound : new double[] {bounds.min(), bounds.max()}) {
            if (!Double.isInfinite(bound)) {
                BigInteger whole = new BigDecimal(bound).toBigInteger();
                edges.addAll(List.of(whole.subtract(BigInteger.ONE), whole, whole.add(BigInteger.ONE)));
            }
        }
        return edges;
    }

    private static List<BigInteger> edges(ScalarKind kind, Bounds bounds) {
        List<BigInteger> edges = new ArrayList<>();
        for (long small : new long[] {0, 1, 2, 3, 8, 64, 256, kind.min(), kind.max()}) {
            edges.add(BigInteger.valueOf(small));
        }
        edges.addAll(atBounds(bounds));
        if (!kind.isLimited()) {
            edges.add(BigInteger.TEN.pow(30).add(BigInteger.ONE));
            edges.add(BigInteger.TEN.pow(300).negate());
        }
        return edges;
    }

    private String spelled(BigInteger value) {
        boolean negative = value.signum() < 0;
        return switch (decisions.below(8)) {
            case 0 -> value + ".0";
            case 1 -> value + "e0";
            case 2 -> negative ? value.toString() : "0x" + value.toString(16);
            case 3 -> negative ? value.toString() : "0o" + value.toString(8);
            case 4 -> negative ? value.toString() : "+" + value;
            default -> value.toString();
        };
    }

    private String real(KeySchema key) {
        List<Double> inside = new ArrayList<>();
        for (double candidate : edges(key.bounds())) {
            if (key.constraints().stream().allMatch(constraint -> constraint.allows(candidate))) {
                inside.add(candidate);
            }
        }
        double value = decisions.pick(inside);
        return decisions.oneIn(2) ? Double.toString(value) : new BigDecimal(value).toPlainString();
    }

    private String bigReal(KeySchema key) {
        List<String> inside =
                new ArrayList<>(List.of("0", "0.1", "1e-400", "123456789012345678901234567890.5", "1e400"));
        inside.removeIf(text -> !allows(key, new BigDecimal(text)));
        return decisions.pick(inside);
    }

    private static List<Double> edges(Bounds bounds) {
        List<Double> edges = new ArrayList<>(List.of(0.0, 1.0, 0.5, 1e-3, -2.5, 100.0, 1e10));
        for (double bound : new double[] {bounds.min(), bounds.max()}) {
            if (!Double.isInfinite(bound)) {
                edges.addAll(List.of(bound, Math.nextUp(bound), Math.nextDown(bound), bound - 1, bound + 1));
            }
        }
        return edges.stream()
                .filter(edge -> Math.abs(edge) >= Double.MIN_NORMAL || edge == 0)
                .toList();
    }

    private String constant(EnumSchema constants) {
        return YamlWriter.quoted(spelling(constants));
    }

    /** A name of some constant, not yet as YAML. */
    String spelling(EnumSchema constants) {
        Constant constant = decisions.pick(constants.constants());
        List<String> spellings = new ArrayList<>(constant.aliases());
        spellings.add(constant.name());
        String name = decisions.pick(spellings);
        return constants.ignoreCase() ? anyCase(name) : name;
    }

    private String anyCase(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            out.append(decisions.oneIn(3) ? letter.toUpperCase(Locale.ROOT) : letter);
        }
        return out.toString();
    }

    private String word(KeySchema key, ValueType type) {
        if (((ScalarType) type).kind() == ScalarKind.SECRET && decisions.oneIn(3)) {
            return "{file: secret.txt}";
        }
        List<String> candidates = new ArrayList<>(WORDS);
        StringPattern pattern = key.pattern();
        if (pattern != null) {
            candidates.addAll(pattern.suggestions());
        }
        if (((ScalarType) type).kind().isPath()) {
            candidates.removeIf(word -> word.isEmpty() || word.indexOf(0) >= 0);
        }
        candidates.addAll(KindSamples.ofLengths(key.lengthOf(type)));
        candidates.removeIf(word -> !key.constraints().stream().allMatch(constraint -> constraint.allows(word)));
        candidates.removeIf(word -> !key.lengthOf(type).allowsLength(word.codePointCount(0, word.length())));
        if (candidates.isEmpty()) {
            return "no text is known that matches";
        }
        return YamlWriter.quoted(decisions.pick(candidates));
    }

    /** A text that comes close to what a key accepts: beyond an edge, in quotes, misspelt. */
    String near(RecordSchema record, KeySchema key, ValueType type) {
        ValueType element = type.element();
        if (element != null) {
            return near(record, key, element);
        }
        if (!(type instanceof ScalarType scalar)) {
            return type instanceof EnumType ? misspelt(good(record, key, type)) : odd();
        }
        ScalarKind kind = scalar.kind();
        if (kind == ScalarKind.SECRET && decisions.oneIn(2)) {
            return decisions.pick(NO_REFERENCES);
        }
        return switch (kind.jsonType()) {
            case BOOLEAN -> decisions.pick(List.of("'true'", "yes", "0", "on", "False", "tRUE"));
            case INTEGER -> {
                List<BigInteger> near = atBounds(key.bounds());
                boolean bounded = !near.isEmpty() && decisions.oneIn(2);
                yield spelledOddly(spelled(decisions.pick(bounded ? near : edges(kind, key.bounds()))));
            }
            case NUMBER -> spelledOddly(Double.toString(decisions.pick(edges(key.bounds()))));
            case STRING -> {
                List<String> near =
                        kind.regex() == null ? KindSamples.ofLengths(key.lengthOf(type)) : KindSamples.near(kind);
                yield near.isEmpty() || decisions.oneIn(2)
                        ? misspelt(good(record, key, type))
                        : YamlWriter.quoted(decisions.pick(near));
            }
        };
    }

    private String spelledOddly(String number) {
        boolean negative = number.startsWith("-");
        return switch (decisions.below(6)) {
            case 0 -> "'" + number + "'";
            case 1 -> negative ? "-0" + number.substring(1) : "0" + number;
            // Of a longer one no double would keep the fraction, and JSON validators differ.
            case 2 -> number.length() > 15 ? number : number + (number.contains(".") ? "5" : ".5");
            case 3 -> "[" + number + "]";
            default -> number;
        };
    }

    /** The same in quotes or without them, with a letter too many, too few or unlike. */
    private String misspelt(String quoted) {
        String text = quoted.length() < 2 ? quoted : quoted.substring(1, quoted.length() - 1);
        if (text.isEmpty() || text.indexOf('\\') >= 0) {
            return quoted;
        }
        int at = decisions.below(text.length());
        String misspelt = switch (decisions.below(8)) {
            case 0 -> text + text.charAt(at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.toUpperCase(Locale.ROOT);
            case 3 -> " " + text;
            case 4 -> text + "\n";
            // Letters that only Unicode's folding, not ASCII's, takes for these.
            case 5 -> text.replace('s', '\u017f').replace('k', '\u212a');
            case 6 -> text.replace('i', '\u0131').replace('I', '\u0130');
            default -> text;
        };
        return YamlWriter.quoted(misspelt);
    }

    /** Any value at all. */
    String odd() {
        return decisions.oneIn(4) ? YamlWriter.quoted(decisions.pick(WORDS)) : decisions.pick(ODD);
    }
}
