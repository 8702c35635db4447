package io.alchemi.config.diagnose;

/** Markdown code spans. */
public final class CodeSpan {
    private CodeSpan() {}

    /** Returns a code span, with more backticks than its content has in a row. */
    public static String of(String text) {
        String line = text.replace('\n', ' ');
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String mark = "`".repeat(longest + 1);
        String padding = longest > 0 || line.isBlank() ? " " : "";
        return mark + padding + line + padding + mark;
    }
}
