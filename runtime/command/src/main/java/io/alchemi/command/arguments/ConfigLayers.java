package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the sources of a configuration from a command line, in order of precedence: files, environment, {@code --set}, flags. */
public final class ConfigLayers {
    /** The argument that names the standard input. */
    public static final String STANDARD_INPUT = "-";

    /** The name of the resolved configuration in the folder of a run. */
    public static final String OF_RUN = "config.yaml";

    /** What follows a command with a configuration in its usage line. */
    public static final String USAGE = " [CONFIG…] [options]";

    private static final String ABOUT_FILES =
            "CONFIG is a YAML file. Of several files, later ones override earlier ones.";

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

    /** Reads files, of which {@code -} is the standard input. */
    public static List<FileText> read(List<Path> files) {
        List<FileText> texts = new ArrayList<>(files.size());
        for (Path file : files) {
            texts.add(read(file.toString()));
        }
        return texts;
    }

    /**
     * Returns the files that a command line names, lowest precedence first, and those of their profile; if it names none, the example
     * of the schema, or nothing if there is none.
     *
     * @param operands the arguments that are no options
     * @param stated the argument of {@code --config}, or null
     * @param profile the argument of {@code --profile}, or null
     * @throws ConfigException if files are named in both ways, or no file has the profile
     */
    public static List<Path> files(
            Schema schema, List<String> operands, @Nullable Path stated, @Nullable String profile) {
        if (stated != null && !operands.isEmpty()) {
            throw new ConfigException(List.of(Arguments.usage(
                    operands.get(operands.size() - 1),
                    "--config and CONFIG cannot be combined",
                    "write all files as CONFIG, without --config")));
        }
        List<Path> files = new ArrayList<>();
        if (stated != null) {
            files.add(stated);
        }
        for (String operand : operands) {
            files.add(Arguments.path(operand));
        }
        Path example = files.isEmpty() ? example(schema) : null;
        if (example != null) {
            files.add(example);
        }
        return Profile.files(files, profile);
    }

    private static @Nullable Path example(Schema schema) {
        String example = schema.rootFacts().example();
        if (example.isEmpty()) {
            return null;
        }
        Path here = Path.of(example);
        String installation = System.getProperty("alchemi.home");
        return Files.exists(here) || installation == null
                ? here
                : Path.of(installation).resolve(example);
    }

    /**
     * Loads a configuration.
     *
     * @param call the words that start the command, for messages
     * @param files the files that the command line names
     * @param sources all sources, lowest precedence first
     * @throws ConfigException with all problems; if there is no file and a required key is missing, this names the key alone
     */
    public static <C> Loaded<C> load(String call, Loader<C> loader, List<Path> files, List<Source> sources) {
        try {
            return loader.load(sources);
        } catch (ConfigException e) {
            throw files.isEmpty() ? withoutFile(call, e) : e;
        }
    }

    private static ConfigException withoutFile(String call, ConfigException problems) {
        StringBuilder keys = new StringBuilder();
        for (Diagnostic problem : problems.diagnostics()) {
            if (problem.id() == DiagnosticId.MISSING_KEY) {
                keys.append(keys.length() == 0 ? "" : ", ").append(problem.key());
            }
        }
        return keys.length() == 0
                ? problems
                : new ConfigException(List.of(Arguments.usage(
                        call,
                        "no configuration is named, but these keys are required: " + keys,
                        "write " + call + " CONFIG, or --set KEY=VALUE for each key")));
    }

    /** Returns the sentence of a help text about the file that a command reads. */
    public static String aboutFile(Schema schema) {
        String example = schema.rootFacts().example();
        return example.isEmpty()
                ? ABOUT_FILES
                : "CONFIG is a YAML file, by default " + example
                        + ". Of several files, later ones override earlier ones.";
    }

    /**
     * Returns the sources, lowest precedence first.
     *
     * @param files the configuration files, lowest precedence first
     * @param environment the environment variables
     * @param set the arguments of {@code --set}
     * @param flags the typed flags
     * @throws ConfigException if a key is set both by {@code --set} and by a flag
     */
    public static List<Source> of(
            List<FileText> files, Map<String, String> environment, List<String> set, List<Setting> flags) {
        List<Diagnostic> problems = new ArrayList<>();
        for (String argument : set) {
            for (Setting flag : flags) {
                if (sets(argument, flag.path())) {
                    String name = flag.document().name();
                    problems.add(Arguments.usage(
                            "--set " + Setting.ofArgument(argument).path(),
                            "'" + flag.path() + "' is set by both --set and " + name,
                            "delete one of them"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        List<Source> sources = new ArrayList<>();
        for (FileText file : files) {
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
        Setting setting = Setting.ofArgument(argument);
        String value = setting.value();
        SettingPath target = SettingPath.parse(setting.path());
        SettingPath key = SettingPath.parse(path);
        if (target == null || key == null || target.steps().size() > key.steps().size()) {
            return false;
        }
        boolean isAbove =
                target.steps().equals(key.steps().subList(0, target.steps().size()));
        boolean isSection = value != null && value.startsWith("{");
        return isAbove && (isSection || target.steps().size() == key.steps().size());
    }
}
