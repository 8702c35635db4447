package org.example.healthcheck;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Outcome of a check.
 *
 * @param name the name of the endpoint
 * @param isHealthy true if the endpoint answered as expected
 * @param message result of the check
 */
record Result(String name, boolean isHealthy, String message) {

    static String lines(List<Result> results) {
        return results.stream()
                .map(result -> (result.isHealthy ? "ok    " : "FAIL  ") + result.name + ": " + result.message)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static String json(List<Result> results) {
        return results.stream()
                .map(result -> "{\"name\": " + quoted(result.name) + ", \"healthy\": " + result.isHealthy
                        + ", \"message\": " + quoted(result.message) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
        }
        return json.append('"').toString();
    }
}
