package io.alchemi.processor.emit.main;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A module's index of schemas and commands, by which {@code alchemi} finds them without loading a class.
 *
 * <p>One line each: {@code schema <id> <loader> <file pattern>…} or {@code command "<words>" <main> <schema id>}.
 */
public final class Index {
    /** Where it stands in a jar. */
    public static final String RESOURCE = "META-INF/alchemi/index";

    private final Map<String, String> schemas = new TreeMap<>();
    private final Map<String, String> commands = new TreeMap<>();

    /** Nothing yet. */
    public Index() {}

    /** Adds a schema. */
    public void addSchema(String id, String loader, List<String> files) {
        StringBuilder line = new StringBuilder("schema ").append(id).append(' ').append(loader);
        for (String file : files) {
            line.append(' ').append(file.indexOf(' ') < 0 ? file : '"' + file + '"');
        }
        schemas.put(id, line.toString());
    }

    /** Adds a command. */
    public void addCommand(String words, String main, String schema) {
        commands.put(words, "command \"" + words + "\" " + main + ' ' + schema);
    }

    /** Whether there is nothing to find. */
    public boolean isEmpty() {
        return schemas.isEmpty() && commands.isEmpty();
    }

    /** The index as text, in the order of names. */
    public String text() {
        StringBuilder out = new StringBuilder();
        schemas.values().forEach(line -> out.append(line).append('\n'));
        commands.values().forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }
}
