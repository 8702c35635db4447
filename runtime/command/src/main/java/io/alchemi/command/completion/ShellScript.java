package io.alchemi.command.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts by which shells ask a program for candidates. */
public final class ShellScript {
    /** The shells. */
    public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private ShellScript() {}

    /**
     * Returns a script.
     *
     * @param shell one of {@link #SHELLS}
     * @param program the name of the program in the shell
     */
    public static String of(String shell, String program) {
        try (InputStream in = ShellScript.class.getResourceAsStream("completion." + shell)) {
            if (in == null) {
                throw new IllegalStateException("missing script of " + shell);
            }
            String function = function(program);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PROGRAM", program)
                    .replace("FUNCTION", function);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns true if a shell can call a program by a name, and a file can have it. */
    public static boolean isProgram(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isWord = isLetterOrDigit(c) || c == '_' || (i > 0 && (c == '-' || c == '.'));
            if (!isWord) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String function(String program) {
        StringBuilder out = new StringBuilder("_");
        for (int i = 0; i < program.length(); i++) {
            out.append(isLetterOrDigit(program.charAt(i)) ? program.charAt(i) : '_');
        }
        return out.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
