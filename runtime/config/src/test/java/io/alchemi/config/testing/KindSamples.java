package io.alchemi.config.testing;

import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ScalarKind.JsonType;
import java.util.ArrayList;
import java.util.List;

/** Samples of each kind of scalar. A kind without samples fails the tests that are made from these. */
public final class KindSamples {
    private KindSamples() {}

    /** A value of any kind as it is written in YAML. */
    public static String yaml(ScalarKind kind) {
        return switch (kind.jsonType()) {
            case BOOLEAN -> "true";
            case INTEGER -> "7";
            case NUMBER -> "7.5";
            case STRING -> "'" + text(kind) + "'";
        };
    }

    /** The text of {@link #yaml} without quotes. */
    public static String text(ScalarKind kind) {
        return kind.jsonType() != JsonType.STRING
                ? yaml(kind)
                : kind.regex() == null ? "word" : good(kind).get(0);
    }

    /** Strings of a kind that a regular expression limits. */
    public static List<String> good(ScalarKind kind) {
        return switch (kind) {
            case URI ->
                List.of(
                        "https://example.org",
                        "http://a.b:8080/c%20d?e=f&g#h",
                        "data/x.csv",
                        "/abs",
                        "urn:isbn:123",
                        "mailto:a@b.c",
                        "a?b",
                        "a#b/c?d");
            case DURATION ->
                List.of("0s", "30s", "5m", "2h", "1d", "250ms", "PT1H30M", "PT0.5S", "P2D", "P1DT2H", "999999999d");
            case DATE -> List.of("2026-01-31", "2024-02-29", "2000-02-29", "0001-12-31", "9999-04-30");
            case INSTANT ->
                List.of(
                        "2026-01-31T12:00:00Z",
                        "2026-01-31T00:00Z",
                        "2024-02-29T23:59:59.123456789+02:00",
                        "0000-01-01T00:00:00-17:59");
            case UUID ->
                List.of(
                        "123e4567-e89b-12d3-a456-426614174000",
                        "00000000-0000-0000-0000-000000000000",
                        "FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF");
            default -> throw new AssertionError("KindSamples.good has no samples of " + kind);
        };
    }

    /** Strings that are almost of a kind. */
    public static List<String> near(ScalarKind kind) {
        return switch (kind) {
            case URI ->
                List.of("http://a b", "", "%zz", "http://a:b", "a|b", "http://[::1]/", "http://é", "1:2", "a\n", "//a");
            case DURATION ->
                List.of(
                        "",
                        "30",
                        "1.5h",
                        "-5s",
                        "5 m",
                        "1h30m",
                        "PT",
                        "P",
                        "P1DT",
                        "PT1S2M",
                        "p1d",
                        "1000000000d",
                        "٣s");
            case DATE ->
                List.of(
                        "2023-02-29",
                        "1900-02-29",
                        "2026-04-31",
                        "2026-00-10",
                        "2026-1-1",
                        "26-01-01",
                        "2026-01-31T",
                        "");
            case INSTANT ->
                List.of(
                        "2026-01-31",
                        "2026-01-31T12:00:00",
                        "2026-01-31T24:00:00Z",
                        "2026-01-31T12:00:60Z",
                        "2026-01-31t12:00:00z",
                        "2026-01-31T12:00:00+18:00",
                        "2026-01-31 12:00:00Z",
                        "2026-01-31T12:00:00.Z");
            case UUID ->
                List.of(
                        "",
                        "1-1-1-1-1",
                        "123e4567e89b12d3a456426614174000",
                        "123e4567-e89b-12d3-a456-42661417400",
                        "123e4567-e89b-12d3-a456-42661417400g",
                        "{123e4567-e89b-12d3-a456-426614174000}",
                        "123e4567-e89b-12d3-a456-426614174000 ");
            default -> throw new AssertionError("KindSamples.near has no samples of " + kind);
        };
    }

    /** Strings around the edges of a length, of characters that take one, two and four bytes. */
    static List<String> ofLengths(LengthBounds length) {
        List<String> texts = new ArrayList<>();
        for (int edge : length.equals(LengthBounds.NONE) ? new int[0] : new int[] {length.min(), length.max()}) {
            for (int count = Math.max(0, edge - 1); edge < 100 && count <= edge + 1; count++) {
                texts.addAll(List.of("x".repeat(count), "é".repeat(count), "😀".repeat(count)));
            }
        }
        return texts;
    }
}
