package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ListType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The positional arguments of a command, in the order of their keys. */
public final class OperandTable {
    private final Schema schema;
    private final List<KeySchema> keys = new ArrayList<>();

    /** Creates the table of the operands of a schema. */
    public OperandTable(Schema schema) {
        this.schema = schema;
        for (KeySchema key : schema.root().keys()) {
            if (key.operand()) {
                keys.add(key);
            }
        }
    }

    /** Returns the schema. */
    Schema schema() {
        return schema;
    }

    /** Returns the keys. */
    List<KeySchema> keys() {
        return keys;
    }

    /** Returns the key of the operand that follows some others, or null if there is none. */
    public @Nullable KeySchema after(int operands) {
        KeySchema last = keys.isEmpty() ? null : keys.get(keys.size() - 1);
        return operands < keys.size() ? keys.get(operands) : last != null && isList(last) ? last : null;
    }

    private static boolean isList(KeySchema key) {
        return key.type() instanceof ListType;
    }

    /** Returns the placeholder for the value of a key: its name in capitals. */
    static String placeholder(KeySchema key) {
        return key.name().toUpperCase(Locale.ROOT);
    }

    /** Returns the operands of a usage line, each after a space, optional ones in brackets: {@code " TABLE [RUN…]"}. */
    public String usage() {
        StringBuilder out = new StringBuilder();
        for (KeySchema key : keys) {
            String shown = placeholder(key) + (isList(key) ? "…" : "");
            out.append(key.isRequired() ? " " + shown : " [" + shown + "]");
        }
        return out.toString();
    }

    /**
     * Assigns the operands of a command line to the keys. A list, which is the last one, takes the rest.
     *
     * @param call the words that start the command
     * @param usage what follows these words, after a space
     * @throws ConfigException if a required operand is missing, or there are too many
     */
    public List<Setting> settings(String call, String usage, List<String> operands) {
        boolean endsWithList = !keys.isEmpty() && isList(keys.get(keys.size() - 1));
        if (operands.size() > keys.size() && !endsWithList) {
            throw invalid(operands.get(keys.size()), "unexpected argument", call + usage);
        }
        List<String> missing = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            KeySchema key = keys.get(i);
            if (i < operands.size() && isList(key)) {
                String rest = Arguments.flowList(operands.subList(i, operands.size()));
                settings.add(Setting.ofOperand(placeholder(key), key.name(), rest));
            } else if (i < operands.size()) {
                settings.add(Setting.ofOperand(placeholder(key), key.name(), operands.get(i)));
            } else if (key.isRequired()) {
                missing.add(placeholder(key));
            }
        }
        if (!missing.isEmpty()) {
            String noun = missing.size() == 1 ? "missing argument " : "missing arguments ";
            throw invalid(call, noun + String.join(", ", missing), call + usage);
        }
        return settings;
    }

    private static ConfigException invalid(String argument, String message, String usage) {
        List<Diagnostic> problems = List.of(Arguments.usage(argument, message, "usage: " + usage));
        return new ConfigException(problems);
    }
}
