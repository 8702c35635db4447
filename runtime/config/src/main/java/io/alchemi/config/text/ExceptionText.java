package io.alchemi.config.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads exceptions of the program's own code, whose methods may fail, and which may cause each other. */
public final class ExceptionText {
    private ExceptionText() {}

    /** Returns an exception and its causes, each once. */
    public static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    /** Returns the class and the message of an exception, or only its class if it cannot say its message. */
    public static String of(Throwable thrown) {
        @Nullable String text;
        try {
            text = thrown.toString();
        } catch (RuntimeException broken) {
            text = null;
        }
        return text == null ? thrown.getClass().getName() : text;
    }
}
