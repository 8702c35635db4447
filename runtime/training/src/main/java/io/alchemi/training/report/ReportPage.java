package io.alchemi.training.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The HTML page around the data: one document with inline style and script that loads nothing else. */
final class ReportPage {
    private ReportPage() {}

    /** Returns the page for some data. */
    static String of(String data) {
        String script = resource("uplot.js")
                + resource("text.js")
                + resource("curves.js")
                + resource("sweep.js")
                + resource("page.js");
        String style = resource("uplot.css") + resource("page.css");
        String policy = "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style) + "'";
        StringBuilder page = new StringBuilder();
        String template = resource("page.html");
        int from = 0;
        for (int begin = template.indexOf("{{"); begin >= 0; begin = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", begin);
            page.append(template, from, begin)
                    .append(
                            switch (template.substring(begin + 2, end)) {
                                case "policy" -> policy;
                                case "style" -> style;
                                case "script" -> script;
                                default -> data;
                            });
            from = end + 2;
        }
        return page.append(template, from, template.length()).toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
