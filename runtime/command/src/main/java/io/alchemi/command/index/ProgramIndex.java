package io.alchemi.command.index;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.JarIndex;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The schemas and commands in the jars of this program, read from the indexes that the annotation processor writes.
 *
 * <p>Only the first index is read until a lookup fails in it, because finding the others opens every jar on the class path.
 */
public final class ProgramIndex {
    /**
     * System property: a copy of the only index of the program, which is in the first jar of the class path. Its last line is
     * {@code jar SIZE}, with the size of that jar. Opening a jar takes as long as reading a configuration.
     */
    public static final String COPY = "alchemi.index";

    private final List<SchemaEntry> schemas = new ArrayList<>();
    private final List<CommandEntry> commands = new ArrayList<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final List<Diagnostic> duplicates = new ArrayList<>();
    private final @Nullable Loader<?> only;
    private boolean complete;

    /**
     * The origin of an entry.
     *
     * @param jar the address of its index
     * @param type the class that it names
     */
    private record Origin(String jar, String type) {}

    private ProgramIndex(@Nullable Loader<?> only) {
        this.only = only;
    }

    /**
     * Returns the index of a program with one command.
     *
     * @param loader the loader of its configurations, or null if it has none
     */
    public static ProgramIndex of(String command, @Nullable Loader<?> loader) {
        ProgramIndex index = new ProgramIndex(loader);
        index.complete = true;
        if (loader != null) {
            RootSchema facts = loader.schema().rootFacts();
            index.schemas.add(new SchemaEntry(facts.id(), loader.getClass().getName(), facts.files()));
            index.commands.add(new CommandEntry(command, "", facts.id()));
        }
        return index;
    }

    /** Returns the index of this program. */
    public static ProgramIndex ofProgram() {
        ProgramIndex index = new ProgramIndex(null);
        String copy = System.getProperty(COPY);
        if (copy != null && index.readCopy(copy)) {
            index.complete = true;
            return index;
        }
        URL first = ProgramIndex.class.getClassLoader().getResource(JarIndex.RESOURCE);
        if (first == null) {
            index.complete();
        } else {
            index.read(first);
        }
        return index;
    }

    /**
     * Writes a copy of the index in a jar, see {@link #COPY}.
     *
     * @param jar a jar with an index
     * @param copy the file to write
     * @throws IOException if the index cannot be read, or its copy cannot be written
     */
    public static void writeCopy(Path jar, Path copy) throws IOException {
        try (ZipFile files = new ZipFile(jar.toFile());
                InputStream in = files.getInputStream(files.getEntry(JarIndex.RESOURCE))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(copy, text + "jar " + Files.size(jar) + "\n");
        }
    }

    /** Returns all schemas. */
    public List<SchemaEntry> schemas() {
        complete();
        return schemas;
    }

    /** Returns the schema of a program with one command, or null if there may be several or none. */
    public @Nullable SchemaEntry only() {
        return only == null ? null : schemas.get(0);
    }

    /** Returns all commands. */
    public List<CommandEntry> commands() {
        complete();
        return commands;
    }

    /** Returns the schemas that are already loaded, without searching the other jars. */
    List<SchemaEntry> nearSchemas() {
        return schemas;
    }

    /** Returns the schema of an id, or null. */
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

    /** Returns the command with the longest name that starts a command line, or null. */
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
            if (begins(arguments, entry.name())
                    && (longest == null
                            || entry.name().length() > longest.name().length())) {
                longest = entry;
            }
        }
        return longest;
    }

    /** Returns true if a command line starts with the name of a command. */
    public static boolean begins(List<String> arguments, String name) {
        int at = 0;
        int start = 0;
        while (start <= name.length()) {
            int space = name.indexOf(' ', start);
            int end = space < 0 ? name.length() : space;
            if (at >= arguments.size() || !arguments.get(at).equals(name.substring(start, end))) {
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
        schemas.clear();
        commands.clear();
        origins.clear();
        duplicates.clear();
        Set<String> found = new HashSet<>();
        try {
            for (URL url : Collections.list(ProgramIndex.class.getClassLoader().getResources(JarIndex.RESOURCE))) {
                if (found.add(url.toString())) { // A jar on both the module path and the class path is found twice.
                    read(url);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!duplicates.isEmpty()) {
            throw new ConfigException(List.copyOf(duplicates));
        }
        sort();
        complete = true;
    }

    /** The order of jars differs between a class path and a distribution. */
    private void sort() {
        Collections.sort(commands, new ByName());
        Collections.sort(schemas, new ById());
    }

    private static final class ById implements Comparator<SchemaEntry> {
        @Override
        public int compare(SchemaEntry a, SchemaEntry b) {
            return a.id().compareTo(b.id());
        }
    }

    private static final class ByName implements Comparator<CommandEntry> {
        @Override
        public int compare(CommandEntry a, CommandEntry b) {
            return a.name().compareTo(b.name());
        }
    }

    /** Returns false for a copy that cannot be read, is cut off, or is of another jar. */
    private boolean readCopy(String copy) {
        String jars = System.getProperty("java.class.path");
        int end = jars.indexOf(File.pathSeparatorChar);
        File jar = new File(end < 0 ? jars : jars.substring(0, end));
        try {
            String text = Files.readString(Path.of(copy));
            if (!text.endsWith("\njar " + jar.length() + "\n")) {
                return false;
            }
            read(text, copy);
        } catch (IOException e) {
            return false;
        }
        sort();
        return true;
    }

    private void read(URL url) {
        try (InputStream in = url.openStream()) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8), url.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String text, String jar) {
        JarIndex index = JarIndex.read(text);
        for (SchemaEntry schema : index.schemas()) {
            if (isFirst("schema id", schema.id(), schema.loader(), jar)) {
                schemas.add(schema);
            }
        }
        for (CommandEntry command : index.commands()) {
            if (isFirst("command", command.name(), command.main(), jar)) {
                commands.add(command);
            }
        }
    }

    /** Returns false if another jar has the same name. The same program may be in two jars, for example a jar and its classes. */
    private boolean isFirst(String noun, String name, String type, String jar) {
        Origin other = origins.putIfAbsent(noun + " " + name, new Origin(jar, type));
        if (other != null && !other.type.equals(type)) {
            duplicates.add(new Diagnostic(
                    DiagnosticId.DUPLICATE_ID,
                    new SourceLocation(new Document(Document.Kind.FILE, shown(jar), ""), Span.START),
                    "the " + noun + " '" + name + "' of " + type + " is already used by " + other.type,
                    "which is in " + shown(other.jar)));
        }
        return other == null;
    }

    /** Returns the path of a jar or folder with an index. */
    private static String shown(String index) {
        boolean isJar = index.startsWith("jar:");
        int start = isJar ? "jar:".length() : 0;
        int end = index.length() - (isJar ? "!/" : "/").length() - JarIndex.RESOURCE.length();
        String place = index.substring(start, end);
        return place.startsWith("file:") ? Path.of(URI.create(place)).toString() : place;
    }

    /**
     * Returns a new instance of a class that an entry names.
     *
     * @throws InaccessibleObjectException if the class is in a module that does not open its package
     */
    public static Object instance(String className) {
        try {
            Class<?> type = Class.forName(className);
            Constructor<?> constructor = type.getDeclaredConstructor();
            // The class of a package-private record is package-private too.
            if (!constructor.trySetAccessible()) {
                throw new InaccessibleObjectException(
                        "cannot use " + className + "; add 'opens " + type.getPackageName()
                                + " to io.alchemi.command;' to the module-info.java of "
                                + type.getModule().getName());
            }
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot instantiate " + className + ", which is listed in " + JarIndex.RESOURCE, e);
        }
    }

    /** Returns the loader of a schema. */
    public Loader<?> loader(SchemaEntry entry) {
        return only != null ? only : (Loader<?>) instance(entry.loader());
    }
}
