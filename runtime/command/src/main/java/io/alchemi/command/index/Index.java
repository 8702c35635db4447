package io.alchemi.command.index;

import io.alchemi.config.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas and commands of the jars of this program, as the processor listed them.
 *
 * <p>Only the first index is read until a name is not found in it: any further look-up opens every jar of the class path.
 */
public final class Index {
    private static final String RESOURCE = "META-INF/alchemi/index";

    private final List<SchemaEntry> schemas = new ArrayList<>();
    private final List<CommandEntry> commands = new ArrayList<>();
    private boolean complete;

    /**
     * A schema.
     *
     * @param id its id
     * @param loader the class that loads it
     * @param files patterns of its files
     * @param jar where the entry stands
     */
    public record SchemaEntry(String id, String loader, List<String> files, String jar) {}

    /**
     * A command.
     *
     * @param words the words that call it
     * @param main the class that runs it
     * @param schema the id of its schema
     * @param jar where the entry stands
     */
    public record CommandEntry(String words, String main, String schema, String jar) {}

    private Index() {}

    /** The index of this program. */
    public static Index ofProgram() {
        Index index = new Index();
        URL first = Index.class.getClassLoader().getResource(RESOURCE);
        if (first == null) {
            index.complete();
        } else {
            index.read(first);
        }
        return index;
    }

    /** All schemas. */
    public List<SchemaEntry> schemas() {
        complete();
        return schemas;
    }

    /** All commands. */
    public List<CommandEntry> commands() {
        complete();
        return commands;
    }

    /** The schemas of the first index, before others are looked for. */
    List<SchemaEntry> nearSchemas() {
        return schemas;
    }

    /** The schema of an id, or null. */
    public @Nullable SchemaEntry schema(String id) {
        SchemaEntry found = find(id);
        if (found == null && !complete) {
            complete();
            found = find(id);
        }
        return found;
    }

    private @Nullable SchemaEntry find(String id) {
        for (SchemaEntry entry : schemas) {
            if (entry.id().equals(id)) {
                return entry;
            }
        }
        return null;
    }

    /** The command whose words begin a command line, the longest first, or null. */
    public @Nullable CommandEntry command(List<String> arguments) {
        CommandEntry found = longest(arguments);
        if (found == null && !complete) {
            complete();
            found = longest(arguments);
        }
        return found;
    }

    private @Nullable CommandEntry longest(List<String> arguments) {
        CommandEntry longest = null;
        for (CommandEntry entry : commands) {
            if (begins(arguments, entry.words())
                    && (longest == null
                            || entry.words().length() > longest.words().length())) {
                longest = entry;
            }
        }
        return longest;
    }

    /** Whether the words begin a command line. */
    public static boolean begins(List<String> arguments, String words) {
        int at = 0;
        int start = 0;
        while (start <= words.length()) {
            int blank = words.indexOf(' ', start);
            int end = blank < 0 ? words.length() : blank;
            if (at >= arguments.size() || !arguments.get(at).equals(words.substring(start, end))) {
                return false;
            }
            at++;
            start = end + 1;
        }
        return true;
    }

    private void complete() {
        if (complete) {
            return;
        }
        complete = true;
        schemas.clear();
        commands.clear();
        try {
            for (URL url : Collections.list(Index.class.getClassLoader().getResources(RESOURCE))) {
                read(url);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(URL url) {
        String text;
        try (InputStream in = url.openStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            line(words(text.substring(start, end)), url.toString());
            start = end + 1;
        }
    }

    private void line(List<String> words, String jar) {
        if (words.get(0).equals("schema")) {
            SchemaEntry entry = new SchemaEntry(words.get(1), words.get(2), words.subList(3, words.size()), jar);
            SchemaEntry other = find(entry.id());
            if (other != null) {
                throw new IllegalStateException(twice("schema " + entry.id(), other.jar(), jar));
            }
            schemas.add(entry);
        } else if (words.get(0).equals("command")) {
            for (CommandEntry other : commands) {
                if (other.words().equals(words.get(1))) {
                    throw new IllegalStateException(twice("command " + other.words(), other.jar(), jar));
                }
            }
            commands.add(new CommandEntry(words.get(1), words.get(2), words.get(3), jar));
        }
    }

    private static String twice(String what, String one, String other) {
        return "two jars bring the " + what + ": " + one + " and " + other;
    }

    /** The words of a line; quotes hold words with blanks together. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            boolean quoted = line.charAt(at) == '"';
            int from = quoted ? at + 1 : at;
            int end = line.indexOf(quoted ? '"' : ' ', from);
            end = end < 0 ? line.length() : end;
            words.add(line.substring(from, end));
            at = quoted ? end + 2 : end + 1;
        }
        return words;
    }

    /** A new instance of a class that an entry names. */
    public static Object instance(String className) {
        try {
            return Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the index names " + className + ", which cannot be made", e);
        }
    }

    /** The loader of a schema. */
    public static Loader<?> loader(SchemaEntry entry) {
        return (Loader<?>) instance(entry.loader());
    }
}
