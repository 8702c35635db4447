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
                        "a#b/c?d",
                        "run-1",
                        "cuda:1",
                        "cpu",
                        "file:///data/x",
                        "amqp://u:p@localhost:5672/%2f",
                        "http://[::1]:8080/",
                        "mongodb://a:1,b:2/c",
                        "//a",
                        "/a@b",
                        "#a",
                        "?a");
            case DURATION ->
                List.of(
                        "0s",
                        "30s",
                        "5m",
                        "2h",
                        "1d",
                        "250ms",
                        "1.5h",
                        "0.000000001s",
                        "1h30m",
                        "1d2h3m4s5ms",
                        "5m5ms",
                        "PT1H30M",
                        "PT0.5S",
                        "P2D",
                        "P1DT2H",
                        "999999999d",
                        "P999999999DT999999999H",
                        "2592000000ms",
                        "106751991167300d",
                        "9223372036854775807s",
                        "PT2562047788015215H30M7.999999999S");
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
            case TIME -> List.of("12:30", "00:00", "23:59:59", "12:30:00.5", "12:30:00.123456789");
            case DATE_TIME -> List.of("2026-01-31T12:30", "2024-02-29T23:59:59.5");
            case OFFSET_DATE_TIME ->
                List.of("2026-01-31T12:00:00+01:00", "2026-01-31T12:00Z", "0000-01-01T00:00-17:59");
            case PERIOD ->
                List.of("P30D", "P2W", "P1Y6M", "P0D", "P999999999Y999999999M99999999W999999999D", "P2147483647D");
            case ZONE ->
                List.of(
                        "Europe/Vienna",
                        "UTC",
                        "Z",
                        "+01:00",
                        "-17:59",
                        "+18:00",
                        "-01:00:30",
                        "UTC+1",
                        "GMT-18",
                        "UTC+01:00",
                        "UT-02:30",
                        "GMT+10:00:30",
                        "America/Argentina/Ushuaia");
            case LOCALE -> List.of("de-AT", "de", "zh-Hant-TW", "es-419", "DE-at", "und");
            case IP_ADDRESS ->
                List.of(
                        "192.0.2.1",
                        "0.0.0.0",
                        "255.255.255.255",
                        "2001:db8::1",
                        "::",
                        "::1",
                        "1::",
                        "1:2:3:4:5:6:7:8",
                        "1:2:3:4:5:6:7::",
                        "::2:3:4:5:6:7:8",
                        "FE80::A:0:0:b",
                        "0:0:0:0:0:0:0:1",
                        "1::3:4:5:6:7:8");
            case CHARSET -> List.of("UTF-8", "utf8", "ISO-8859-1", "US-ASCII");
            case CURRENCY -> List.of("EUR", "USD", "XAU");
            case MEMORY_SIZE ->
                List.of(
                        "512MiB",
                        "1.5GB",
                        "4096B",
                        "0B",
                        "1kB",
                        "1KiB",
                        "3TiB",
                        "999.999999999PiB",
                        "999999999999999kB",
                        "8191PiB",
                        "9223372036854775807B",
                        "0.1KiB");
            default -> throw new AssertionError("KindSamples.good has no samples of " + kind);
        };
    }

    /** Keys of a map. */
    static List<String> keys(ScalarKind kind) {
        return switch (kind.jsonType()) {
            case INTEGER -> List.of("0", "-7", "12", "2147483647");
            default -> kind.regex() == null ? List.of("a", "b/c") : good(kind);
        };
    }

    /** Strings that are almost of a kind. */
    public static List<String> near(ScalarKind kind) {
        return switch (kind) {
            case URI ->
                List.of(
                        "http://a b",
                        "",
                        "%zz",
                        "http://a:b",
                        "a|b",
                        "http://[::1/",
                        "http://é",
                        "1:2",
                        "a\n",
                        "//",
                        "file:");
            case DURATION ->
                List.of(
                        "",
                        "30",
                        "1.5",
                        "1.h",
                        ".5h",
                        "1.5h30m",
                        "30m1h",
                        "1h1h",
                        "-5s",
                        "5 m",
                        "PT",
                        "P",
                        "P1DT",
                        "PT1S2M",
                        "p1d",
                        "10000000000000000000d",
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
            case TIME -> List.of("", "24:00", "12:60", "9:30", "12:30:60", "12:30Z", "12", "12:30:00.");
            case DATE_TIME -> List.of("2026-01-31", "2026-01-31T12:00Z", "2026-01-31 12:00", "2023-02-29T12:00");
            case OFFSET_DATE_TIME -> List.of("2026-01-31T12:00:00", "2026-01-31T12:00+18:00", "2026-01-31T12:00+0100");
            case PERIOD ->
                List.of(
                        "",
                        "P",
                        "PT1H",
                        "P1D1M",
                        "-P1D",
                        "P-1D",
                        "1d",
                        "P1.5Y",
                        "p1d",
                        "P1DT1H",
                        "P10000000000000000000D");
            case ZONE ->
                List.of(
                        "",
                        "Europe Vienna",
                        "+1",
                        "+18:01",
                        "+18:00:01",
                        "+01:00:60",
                        "UTC+1:00",
                        "CET+01:00",
                        "Europe/Vïenna",
                        "0");
            case LOCALE -> List.of("", "de_AT", "d", "deutsch", "de-", "de-AT-1996", "de-Lat", "-AT");
            case IP_ADDRESS ->
                List.of(
                        "",
                        "localhost",
                        "example.org",
                        "256.0.0.1",
                        "1.2.3",
                        "01.2.3.4",
                        "1.2.3.4.5",
                        ":",
                        ":::",
                        "1::2::3",
                        "1:2:3:4:5:6:7",
                        "1:2:3:4:5:6:7:8:9",
                        "1:2:3:4:5:6:7:8::",
                        "12345::",
                        "fe80::1%eth0",
                        "[::1]",
                        "::1.2.3.4");
            case CHARSET -> List.of("", "UTF 8", "-utf8", "UTF–8");
            case CURRENCY -> List.of("", "eur", "EU", "EURO", "€");
            case MEMORY_SIZE ->
                List.of(
                        "",
                        "512",
                        "512M",
                        "512mib",
                        "512 MiB",
                        "-1B",
                        "1.5B",
                        "1.GB",
                        ".5GB",
                        "KB",
                        "1KB",
                        "1kiB",
                        "10000000000000000000B",
                        "1B5");
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
