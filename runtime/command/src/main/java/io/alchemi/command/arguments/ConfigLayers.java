package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the sources of a configuration from a command line, in order of precedence: file, environment, {@code --set}, flags. */
public final class ConfigLayers {
    /** The argument that names the standard input. */
    public static final String STANDARD_INPUT = "-";

    private ConfigLayers() {}

    /**
     * Reads the file that an argument names, or the standard input.
     *
     * @throws ConfigException if the argument is not a valid path on this system
     */
    public static FileText read(String argument) {
        return argument.equals(STANDARD_INPUT)
                ? FileText.ofStandardInput(Limits.DEFAULT)
                : FileText.of(Arguments.path(argument), Limits.DEFAULT);
    }

    /**
     * Returns the file that a command line names, else the example of the schema, or null if there is none and no key is required.
     *
     * @param command the command, for messages
     * @param operands the arguments that are no options
     * @param stated the argument of {@code --config}, or null
     * @throws ConfigException if several files are named, or none and a key is required
     */
    public static @Nullable Path file(String command, Schema schema, List<String> operands, @Nullable Path stated) {
        if (operands.size() > 1 || (stated != null && !operands.isEmpty())) {
            throw new ConfigException(List.of(Arguments.usage(
                    operands.get(operands.size() - 1), "one configuration at a time", "name a single CONFIG")));
        }
        if (stated != null) {
            return stated;
        }
        if (!operands.isEmpty()) {
            return Arguments.path(operands.get(0));
        }
        String example = schema.rootFacts().example();
        if (example.isEmpty()) {
            if (hasRequiredKeys(schema, schema.root())) {
                throw noFile(command);
            }
            return null;
        }
        Path here = Path.of(example);
        String installation = System.getProperty("alchemi.home");
        return Files.exists(here) || installation == null
                ? here
                : Path.of(installation).resolve(example);
    }

    /** Returns the problem of a command line that names no configuration. */
    public static ConfigException noFile(String command) {
        return new ConfigException(
                List.of(Arguments.usage(command, "no configuration is named", "alchemi " + command + " CONFIG")));
    }

    /** Returns the sentence of a help text about the file that a command reads. */
    public static String aboutFile(Schema schema) {
        String example = schema.rootFacts().example();
        return example.isEmpty() ? "CONFIG is a YAML file." : "CONFIG is a YAML file, by default " + example + ".";
    }

    /** Returns true if a record cannot be made from defaults alone. A record that contains itself does so in a key with a default. */
    private static boolean hasRequiredKeys(Schema schema, RecordSchema record) {
        for (KeySchema key : record.keys()) {
            RecordSchema section = key.nullable() || key.defaultText() != null ? null : schema.section(key);
            if (key.isRequired() || (section != null && hasRequiredKeys(schema, section))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the sources, lowest precedence first.
     *
     * @param file the configuration file, {@code -} for the standard input, or null for none
     * @param environment the environment variables
     * @param set the arguments of {@code --set}
     * @param flags the typed flags
     * @throws ConfigException if a key is set both by {@code --set} and by a flag
     */
    public static List<Source> of(
            @Nullable Path file, Map<String, String> environment, List<String> set, List<Setting> flags) {
        FileText text = file == null ? null : read(file.toString());
        return of(text, environment, set, flags);
    }

    /**
     * Returns the sources, lowest precedence first.
     *
     * @param file the configuration file, or null for none
     * @param environment the environment variables
     * @param set the arguments of {@code --set}
     * @param flags the typed flags
     * @throws ConfigException if a key is set both by {@code --set} and by a flag
     */
    public static List<Source> of(
            @Nullable FileText file, Map<String, String> environment, List<String> set, List<Setting> flags) {
        List<Diagnostic> problems = new ArrayList<>();
        for (String argument : set) {
            for (Setting flag : flags) {
                if (sets(argument, flag.path())) {
                    String name = flag.document().name();
                    problems.add(Arguments.usage(
                            "--set " + argument,
                            "'" + flag.path() + "' is set by both --set and " + name,
                            "delete one of them"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        List<Source> sources = new ArrayList<>();
        if (file != null) {
            sources.add(Source.file(file));
        }
        sources.add(Source.variables(environment));
        if (!set.isEmpty()) {
            sources.add(Source.set(set));
        }
        if (!flags.isEmpty()) {
            sources.add(Source.settings(flags));
        }
        return sources;
    }

    /** Returns true if a {@code --set} argument sets a key, or a section that contains it. */
    private static boolean sets(String argument, String path) {
        int equals = argument.indexOf('=');
        String target = equals < 0 ? argument : argument.substring(0, equals);
        boolean isSection = argument.startsWith("{", equals + 1);
        return target.equals(path) || (isSection && path.startsWith(target + "."));
    }
}
