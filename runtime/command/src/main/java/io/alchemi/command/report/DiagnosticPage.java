package io.alchemi.command.report;

import io.alchemi.config.diagnose.DiagnosticId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page that explains a diagnostic.
 *
 * @param markdown its text
 */
public record DiagnosticPage(String markdown) {
    private static final Map<DiagnosticId, DiagnosticPage> KNOWN = new ConcurrentHashMap<>();

    /** Returns the page of a diagnostic. */
    public static DiagnosticPage of(DiagnosticId id) {
        DiagnosticPage known = KNOWN.get(id);
        if (known == null) {
            known = read(id);
            KNOWN.put(id, known);
        }
        return known;
    }

    private static DiagnosticPage read(DiagnosticId id) {
        String file = "/io/alchemi/command/diagnostics/" + id.code() + ".md";
        try (InputStream in = DiagnosticPage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing page of " + id.code());
            }
            return new DiagnosticPage(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the heading, for example {@code ALC201: Unknown key}. */
    public String heading() {
        return markdown.substring(2, markdown.indexOf('\n'));
    }

    /** Returns the title, for example {@code Unknown key}. */
    public String title() {
        return heading().substring(heading().indexOf(' ') + 1);
    }

    /** Returns the page for a terminal: examples are indented, links become their text. */
    public String rendered(boolean colour) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String line : markdown.split("\n", -1)) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code) {
                out.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
            } else if (line.startsWith("# ")) {
                out.append(colour ? "\u001b[1m" : "").append(line, 2, line.length());
                out.append(colour ? "\u001b[0m\n" : "\n");
            } else {
                out.append(withoutLinks(line)).append('\n');
            }
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static String withoutLinks(String line) {
        int middle = line.indexOf("](");
        int start = middle < 0 ? -1 : line.lastIndexOf('[', middle);
        int end = middle < 0 ? -1 : line.indexOf(')', middle);
        return start < 0 || end < 0
                ? line
                : line.substring(0, start) + line.substring(start + 1, middle) + withoutLinks(line.substring(end + 1));
    }
}
