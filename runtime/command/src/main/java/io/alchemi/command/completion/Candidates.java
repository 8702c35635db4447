package io.alchemi.command.completion;

import io.alchemi.config.diagnose.EscapedText;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that may stand where the cursor is. The scripts of the shells read them line by line: a word, a tab and what it means, or
 * the request to complete names of files.
 */
public final class Candidates {
    private static final String FILES = ":files";
    private static final String FOLDERS = ":folders";

    private final String typed;
    private final List<String> lines = new ArrayList<>();

    /** Creates an empty list for a word of which the beginning is typed. */
    public Candidates(String typed) {
        this.typed = typed;
    }

    /** Returns the beginning of the word. */
    String typed() {
        return typed;
    }

    /** Adds a word, unless it begins in another way. A word that ends with an equals sign or a dot is continued without a space. */
    public void add(String word, String description) {
        if (word.startsWith(typed)) {
            String text = EscapedText.of(description);
            lines.add(text.isEmpty() ? word : word + "\t" + text);
        }
    }

    /** Lets the shell add names of files. */
    void addFiles() {
        lines.add(FILES);
    }

    /** Lets the shell add names of folders. */
    void addFolders() {
        lines.add(FOLDERS);
    }

    /** Returns the lines for the script. */
    public List<String> lines() {
        return lines;
    }
}
