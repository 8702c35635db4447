package io.alchemi.trainers.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.config.Loader;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.training.run.Trainer;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The annotation processor is built before the command line, and refuses all commands and options that the help of the command line
 * shows.
 */
public class OwnNamesTest {
    private static final Terminal TERMINAL = new Terminal(Path.of("src/test/transcripts"));
    private static final Pattern ENTRY = Pattern.compile("(?m)^  ([a-z]\\S*( [a-z]+)?)  ");
    private static final Pattern OPTION = Pattern.compile("(?m)^  (?:-([A-Za-z]), )?--([a-z-]+)");

    @Test
    void aFlagCannotHaveTheNameOfAnOptionOfTheSameCommand() throws ReflectiveOperationException {
        Map<String, String> options = options();
        StringBuilder source = new StringBuilder("""
                package lab;
                import io.alchemi.schema.*;
                @ConfigSchema(id = "lab") record Lab(
                """);
        List<String> expected = new ArrayList<>();
        String separator = "";
        for (Map.Entry<String, String> option : options.entrySet()) {
            String name = option.getKey();
            String key = "k" + expected.size();
            String flag = name.startsWith("--")
                    ? "@Flag(\"" + name.substring(2) + "\")"
                    : "@Flag(shortName = \"" + name.substring(1) + "\")";
            source.append(separator).append("@Default(\"1\") " + flag + " int " + key);
            separator = ",\n";
            expected.add("The flag " + name + " of '" + key + "' is also an option of " + option.getValue()
                    + ". Choose another name: @Flag(\"…\"). [ALC116]");
        }

        assertThat(options)
                .containsEntry("--origins", "'alchemi config show'")
                .containsEntry("--dry-run", "every training command");
        assertThat(errors(source + ") {}")).isEqualTo(expected);
    }

    @Test
    void anOptionOfACommandCannotHideThoseOfAllCommands() throws ReflectiveOperationException {
        assertThat(errors("""
                        package lab;
                        import io.alchemi.schema.*;
                        @ConfigRecord record Lab(@Default("1") @Flag(shortName = "h") int height, @Default("a") @Flag String set) {}
                        """))
                .containsExactly("The flag -h of 'height' is also an option of every command. Choose another name:"
                        + " @Flag(\"…\"). [ALC116]");
    }

    @Test
    void aTrainerCommandCannotStartWithABuiltInCommand() throws ReflectiveOperationException {
        List<String> expected = new ArrayList<>();
        StringBuilder source = new StringBuilder("""
                package lab;
                import io.alchemi.schema.*;
                class Lab {
                """);
        List<String> words = own();
        words.add("help");
        for (String own : words) {
            String name = "T" + expected.size();
            String command = own.split(" ", 2)[0] + " all";
            source.append("@TrainerCommand(\"" + command + "\") static abstract class " + name
                    + " implements io.alchemi.training.run.Trainer<Lab> {}\n");
            expected.add("The command name '" + command + "' of Lab." + name + " starts with '" + own.split(" ", 2)[0]
                    + "', which is a built-in command. Prefix it: \"train " + command + "\". [ALC124]");
        }

        assertThat(words).contains("validate", "config show");
        assertThat(errors(source + "}")).containsAll(expected);
    }

    /** Returns the options of all commands that also take the flags of a configuration, with the processor's description of the command. */
    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--help", "every command");
        options.put("-h", "every command");
        options.put("--version", "'alchemi'");
        for (String command : own()) {
            addOptions(command, "'alchemi " + command + "'", options);
        }
        options.put("--config", "every command with a configuration");
        options.put("-c", "every command with a configuration");
        for (String command : section("Training:")) {
            addOptions(command, "every training command", options);
        }
        return options;
    }

    private static void addOptions(String command, String shown, Map<String, String> options) {
        String help = TERMINAL.type("alchemi " + command + " train.mae.old.yaml --help")
                .out();
        if (!help.contains("Keys of the configuration:")) {
            return;
        }
        Matcher option = OPTION.matcher(section(help, "Options:"));
        while (option.find()) {
            options.putIfAbsent("--" + option.group(2), shown);
            if (option.group(1) != null) {
                options.putIfAbsent("-" + option.group(1), shown);
            }
        }
    }

    private static List<String> own() {
        return section("Configurations:");
    }

    private static List<String> section(String title) {
        List<String> words = new ArrayList<>();
        Matcher entry = ENTRY.matcher(section(TERMINAL.type("alchemi --help").out(), title));
        while (entry.find()) {
            words.add(entry.group(1));
        }
        return words;
    }

    private static String section(String help, String title) {
        String after = help.substring(help.indexOf(title + "\n") + title.length() + 1);
        int end = after.indexOf("\n\n");
        return end < 0 ? after : after.substring(0, end + 1);
    }

    /** Creates the processor by reflection, because its class file has annotations that are not on the class path. */
    private static Processor processor() throws ReflectiveOperationException {
        return Class.forName("io.alchemi.processor.SchemaProcessor")
                .asSubclass(Processor.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static List<String> errors(String source) throws ReflectiveOperationException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///lab/Lab.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of("-proc:only", "-implicit:none", "-cp", classPath());
        CompilationTask task =
                ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostics, options, null, List.of(file));
        task.setProcessors(List.of(processor()));
        task.call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    /** Returns the class path of a project with trainers: our annotations and our classes. */
    public static String classPath() {
        List<String> path = new ArrayList<>();
        for (Class<?> type : List.of(ConfigSchema.class, Loader.class, Alchemi.class, Trainer.class, Nullable.class)) {
            path.add(Path.of(URI.create(String.valueOf(
                            type.getProtectionDomain().getCodeSource().getLocation())))
                    .toString());
        }
        return String.join(File.pathSeparator, path);
    }
}
