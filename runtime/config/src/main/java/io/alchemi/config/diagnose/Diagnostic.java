package io.alchemi.config.diagnose;

import io.alchemi.config.text.Mask;
import io.alchemi.config.text.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Error or warning at a location. The middle of very long texts is left out, since a message may quote a value of megabytes.
 *
 * @param id the kind of problem
 * @param place the location
 * @param key the path of the key, for example {@code train.lr} or {@code bands[2].center}; empty if the problem is not one of a key
 * @param message what is wrong, in one line
 * @param label what to write instead, shown below the location; may be empty
 * @param notes further facts, one line each
 * @param cause the exception of the program's own code that this reports, or null; diagnostics that differ only in it are equal
 */
public record Diagnostic(
        DiagnosticId id,
        SourceLocation place,
        String key,
        String message,
        String label,
        List<String> notes,
        @Nullable Throwable cause) {

    private static final int LONGEST_NOTE = 3000;

    /** Shortens the texts. */
    public Diagnostic {
        message = ShortText.of(message);
        label = ShortText.of(label);
        List<String> shortened = new ArrayList<>(notes.size());
        for (String note : notes) {
            shortened.add(ShortText.of(note, LONGEST_NOTE));
        }
        notes = shortened;
    }

    /** Creates a diagnostic without a key and a cause. */
    public Diagnostic(DiagnosticId id, SourceLocation place, String message, String label, List<String> notes) {
        this(id, place, "", message, label, notes, null);
    }

    /** Creates a diagnostic without a key, notes and a cause. */
    public Diagnostic(DiagnosticId id, SourceLocation place, String message, String label) {
        this(id, place, message, label, List.of());
    }

    /** Returns a copy with an additional note. */
    Diagnostic with(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(id, place, key, message, label, more, cause);
    }

    /** Returns a copy with the path of the key. */
    public Diagnostic at(String path) {
        return new Diagnostic(id, place, path, message, label, notes, cause);
    }

    /** Returns a copy without secrets in its texts. */
    public Diagnostic masked(Mask mask) {
        List<String> masked = new ArrayList<>();
        for (String note : notes) {
            masked.add(mask.apply(note));
        }
        return new Diagnostic(id, place, mask.apply(key), mask.apply(message), mask.apply(label), masked, cause);
    }

    /** Returns true if this is an error. */
    public boolean isError() {
        return id.severity() == Severity.ERROR;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Diagnostic that
                && id == that.id
                && place.equals(that.place)
                && key.equals(that.key)
                && message.equals(that.message)
                && label.equals(that.label)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return 31 * place.hashCode() + message.hashCode();
    }
}
