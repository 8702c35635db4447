package io.alchemi.config.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces secrets in texts that people or other programs read. */
public final class Mask {
    /** What is shown in place of a secret. */
    public static final String SHOWN = "********";

    /** Shorter lines of a secret with several lines, such as the last one of a key, occur elsewhere too. */
    private static final int SHORTEST_LINE = 8;

    /** Shorter secrets occur in other texts by chance. */
    private static final int SHORTEST_IN_MESSAGES = 4;

    private final Set<String> secrets = new LinkedHashSet<>();
    private @Nullable SecretIndex index;

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

    private void insert(String secret) {
        if (!secret.isEmpty() && secrets.add(secret)) {
            index = null;
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
        document.hide(index());
    }

    private SecretIndex index() {
        SecretIndex known = index;
        if (known == null) {
            known = new SecretIndex(secrets);
            index = known;
        }
        return known;
    }

    /** Returns a text with {@link #SHOWN} in place of each secret. */
    public String apply(String text) {
        return index().replace(text, SHOWN);
    }

    /** Returns the bytes of a text, or of anything else, with {@link #SHOWN} in place of each secret in UTF-8. */
    public byte[] apply(byte[] bytes) {
        if (secrets.isEmpty()) {
            return bytes;
        }
        List<String> encoded = new ArrayList<>(secrets.size());
        for (String secret : secrets) {
            encoded.add(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        return new SecretIndex(encoded)
                .replace(new String(bytes, StandardCharsets.ISO_8859_1), SHOWN)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns true if there are no secrets. */
    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** Returns an exception, or a copy of it with the same stack trace if its message, or that of a cause, has a secret. */
    public Throwable apply(Throwable thrown) {
        List<Throwable> chain = ExceptionText.chain(thrown);
        boolean hasSecret = false;
        for (Throwable cause : chain) {
            String text = ExceptionText.of(cause);
            hasSecret |= !apply(text).equals(text);
        }
        if (!hasSecret) {
            return thrown;
        }
        Collections.reverse(chain);
        @Nullable Masked masked = null;
        for (Throwable cause : chain) {
            masked = new Masked(apply(ExceptionText.of(cause)), masked, cause.getStackTrace());
        }
        return Objects.requireNonNull(masked);
    }

    private static final class Masked extends RuntimeException {
        private static final long serialVersionUID = 1;

        Masked(String text, @Nullable Throwable cause, StackTraceElement[] trace) {
            super(text, cause);
            setStackTrace(trace);
        }

        /** Returns the text of the original exception, which begins with its class. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
