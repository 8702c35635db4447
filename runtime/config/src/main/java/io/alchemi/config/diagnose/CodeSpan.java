package io.alchemi.config.diagnose;

/** Code within a line of Markdown. */
public final class CodeSpan {
    private CodeSpan() {}

    /** A text as code, between marks that it does not hold itself. */
    public static String of(String text) {
        String line = text.replace('\n', ' ');
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String mark = "`".repeat(longest + 1);
        String blank = longest > 0 || line.isBlank() ? " " : "";
        return mark + blank + line + blank + mark;
    }
}
