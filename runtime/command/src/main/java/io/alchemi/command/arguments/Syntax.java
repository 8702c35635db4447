package io.alchemi.command.arguments;

import io.alchemi.config.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may follow the name of a command on a command line, for completion in a shell.
 *
 * @param options the options
 * @param keys the schema whose keys {@code --set} sets, or null if the command does not have this option
 * @param operands what the arguments that are not options name
 * @param operand the key of the argument that is not an option, or empty if it is of no key
 * @param values values of keys that only the command knows, or null if there are none
 */
public record Syntax(
        List<FlagTable> options,
        @Nullable Schema keys,
        Operands operands,
        String operand,
        @Nullable Values values) {

    /** Values of keys. */
    public interface Values {
        /** Returns the values that a key may have, or none if they are not known. */
        List<String> of(String key);
    }

    /** Creates the syntax of a command that knows no values of keys. */
    public Syntax(List<FlagTable> options, @Nullable Schema keys, Operands operands) {
        this(options, keys, operands, "", null);
    }

    /** Returns the values of a key that only the command knows. */
    public List<String> valuesOf(String key) {
        return values == null ? List.of() : values.of(key);
    }

    /** What operands name. */
    public enum Operands {
        /** There are none. */
        NONE,
        /** Files or folders. */
        FILES,
        /** A folder. */
        FOLDERS,
        /** The id of a schema. */
        SCHEMAS,
        /** The id of a diagnostic. */
        DIAGNOSTICS,
        /** A shell. */
        SHELLS
    }

    /** Creates the syntax of a command with at most one table of options, and without keys. */
    public static Syntax of(Operands operands, FlagTable... options) {
        return new Syntax(List.of(options), null, operands);
    }
}
