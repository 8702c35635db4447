package io.alchemi.config.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces secrets in texts that people or other programs read. */
public final class Mask {
    /** What is shown in place of a secret. */
    public static final String SHOWN = "********";

    /** Shorter lines of a secret with several lines, such as the last one of a key, occur elsewhere too. */
    private static final int SHORTEST_LINE = 8;

    /** Shorter secrets occur in other texts by chance. */
    private static final int SHORTEST_IN_MESSAGES = 4;

    private final List<String> secrets = new ArrayList<>();

    /** Creates a mask without secrets. */
    public Mask() {}

    /** Adds a secret, and the lines of one with several lines, which a text may quote one by one. */
    public void add(String secret) {
        insert(secret);
        int start = 0;
        for (int end = secret.indexOf('\n'); start < secret.length(); end = secret.indexOf('\n', start)) {
            int stop = end < 0 ? secret.length() : end;
            if (stop - start >= SHORTEST_LINE) {
                insert(secret.substring(start, stop));
            }
            start = stop + 1;
        }
    }

    /** Adds the secrets of another mask. */
    public void addAll(Mask other) {
        for (String secret : other.secrets) {
            insert(secret);
        }
    }

    /** Returns a mask for messages and excerpts, which would not be readable without the short secrets, such as {@code a}. */
    public Mask forMessages() {
        Mask longer = new Mask();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_IN_MESSAGES) {
                longer.secrets.add(secret);
            }
        }
        return longer;
    }

    /** Hides the secrets wherever they occur in a document. */
    public void hideIn(Document document) {
        for (String secret : secrets) {
            document.hide(secret);
        }
    }

    /** Adds a string before shorter ones, which it may contain. */
    private void insert(String secret) {
        int index = 0;
        while (index < secrets.size() && secrets.get(index).length() >= secret.length()) {
            index++;
        }
        if (!secret.isEmpty() && !secrets.contains(secret)) {
            secrets.add(index, secret);
        }
    }

    /** Returns a text with {@link #SHOWN} in place of each secret. */
    public String apply(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, SHOWN);
        }
        return masked;
    }

    /** Returns the bytes of a text, or of anything else, with {@link #SHOWN} in place of each secret in UTF-8. */
    public byte[] apply(byte[] bytes) {
        if (secrets.isEmpty()) {
            return bytes;
        }
        String masked = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
            masked = masked.replace(
                    new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), SHOWN);
        }
        return masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns true if there are no secrets. */
    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** Returns an exception, or a copy of it with the same stack trace if its message, or that of a cause, has a secret. */
    public Throwable apply(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String text = cause.toString();
            if (!apply(text).equals(text)) {
                return new Masked(this, thrown);
            }
        }
        return thrown;
    }

    private static final class Masked extends RuntimeException {
        private static final long serialVersionUID = 1;

        Masked(Mask mask, Throwable thrown) {
            super(mask.apply(thrown.toString()), causeOf(mask, thrown));
            setStackTrace(thrown.getStackTrace());
        }

        private static @Nullable Throwable causeOf(Mask mask, Throwable thrown) {
            Throwable cause = thrown.getCause();
            return cause == null ? null : mask.apply(cause);
        }
    }
}
