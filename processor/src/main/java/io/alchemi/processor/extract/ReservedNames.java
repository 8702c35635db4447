package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.config.schema.SchemaFlags;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Built-in commands and options of the command line on the class path.
 *
 * <p>The command line is built after the processor, and with it, so its names are read from constants of its class files. Without
 * a command line on the class path there are no reserved names, since no command of that compilation can conflict with a flag.
 * The compilation of a trainer has a command line and checks the schema again.
 */
public final class ReservedNames {
    /** The name for all commands in {@link #options}. */
    public static final String EVERY_COMMAND = "every command";

    private static final List<String> HOLDERS =
            List.of("io.alchemi.command.OwnCommands", "io.alchemi.training.run.TrainCommand");

    private final Elements elements;
    private @Nullable Map<String, String> options;

    /** Creates a reader for the class path of a compilation. */
    public ReservedNames(Elements elements) {
        this.elements = elements;
    }

    /** Returns true if a built-in command starts with a word. */
    public boolean beginsCommand(String word) {
        for (String holder : HOLDERS) {
            for (String command : lines(holder, "COMMANDS")) {
                if (command.split(" ", 2)[0].equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the options that flags of a configuration can conflict with, including dashes, and the command of each. */
    public Map<String, String> options() {
        Map<String, String> found = options;
        if (found == null) {
            found = new LinkedHashMap<>();
            for (String holder : HOLDERS) {
                for (String line : lines(holder, "OPTIONS")) {
                    String[] parts = line.split("=", 2);
                    add(parts[1], parts[0], found);
                }
            }
            options = found;
        }
        return found;
    }

    private void add(String option, String command, Map<String, String> found) {
        if (option.startsWith("-")) {
            found.putIfAbsent(option, command);
            return;
        }
        String text = constant(option, "TEXT");
        if (text.isEmpty()) {
            return; // The command line itself is being compiled, so the class is not generated yet.
        }
        RecordSchema record = SchemaTextReader.read(text);
        Schema schema = new Schema(record, Map.of(record.type(), record), type -> Docs.empty());
        for (SchemaFlag flag : new SchemaFlags(schema).flags()) {
            flag.names().forEach(name -> found.putIfAbsent(name, command));
        }
    }

    private List<String> lines(String holder, String name) {
        return constant(holder, name).lines().toList();
    }

    private String constant(String holder, String name) {
        TypeElement type = elements.getTypeElement(holder);
        return type == null ? "" : WrittenText.constants(type, name);
    }
}
