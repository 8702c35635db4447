package io.alchemi.config.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The index of the schemas and commands in a jar, which lets the command line find them without loading classes. The processor
 * writes one line for each, in the format of {@link SchemaText}: {@code schema ID LOADER PATTERN…} or {@code command NAME MAIN ID}.
 *
 * @param schemas the schemas
 * @param commands the commands
 */
public record JarIndex(List<SchemaEntry> schemas, List<CommandEntry> commands) {
    /** The path of the index in a jar. */
    public static final String RESOURCE = "META-INF/alchemi/index";

    private static final String SCHEMA = "schema";
    private static final String COMMAND = "command";

    /**
     * A schema.
     *
     * @param id its id
     * @param loader the class that loads it
     * @param files the name patterns of its files
     */
    public record SchemaEntry(String id, String loader, List<String> files) {}

    /**
     * A command.
     *
     * @param name the name, for example {@code align train}
     * @param main the class that runs it
     * @param schema the id of its schema, or empty if it has none
     */
    public record CommandEntry(String name, String main, String schema) {}

    /** Returns the index as text. */
    public String write() {
        List<List<String>> lines = new ArrayList<>();
        for (SchemaEntry schema : schemas) {
            List<String> line = new ArrayList<>(List.of(SCHEMA, schema.id(), schema.loader()));
            line.addAll(schema.files());
            lines.add(line);
        }
        for (CommandEntry command : commands) {
            lines.add(List.of(COMMAND, command.name(), command.main(), command.schema()));
        }
        return SchemaText.writeLines(lines);
    }

    /** Parses the format of {@link #write}. */
    public static JarIndex read(String text) {
        JarIndex index = new JarIndex(new ArrayList<>(), new ArrayList<>());
        for (List<String> line : SchemaTextReader.readLines(text)) {
            if (line.get(0).equals(SCHEMA)) {
                index.schemas.add(new SchemaEntry(line.get(1), line.get(2), line.subList(3, line.size())));
            } else if (line.get(0).equals(COMMAND)) {
                index.commands.add(new CommandEntry(line.get(1), line.get(2), line.get(3)));
            }
        }
        return index;
    }
}
