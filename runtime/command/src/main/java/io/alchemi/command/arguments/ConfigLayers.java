package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sources of a configuration that a command line names, in their order: file, environment, {@code --set}, flags. */
public final class ConfigLayers {
    private ConfigLayers() {}

    /**
     * The sources.
     *
     * @param file the configuration
     * @param environment the environment variables
     * @param set the arguments of {@code --set}
     * @param flags the typed flags
     * @throws ConfigException if a key is given by {@code --set} and by a flag
     */
    public static List<Source> of(Path file, Map<String, String> environment, List<String> set, List<Setting> flags) {
        List<Diagnostic> problems = new ArrayList<>();
        for (String argument : set) {
            for (Setting flag : flags) {
                if (states(argument, flag.path())) {
                    String name = flag.document().name();
                    problems.add(Arguments.usage(
                            "--set " + argument,
                            "'" + flag.path() + "' is also given by " + name,
                            "delete one of them"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        List<Source> sources = new ArrayList<>();
        sources.add(Source.file(file));
        sources.add(Source.variables(environment));
        if (!set.isEmpty()) {
            sources.add(Source.set(set));
        }
        if (!flags.isEmpty()) {
            sources.add(Source.settings(flags));
        }
        return sources;
    }

    /** Whether a {@code --set} states a key, or a section that holds it. */
    private static boolean states(String argument, String path) {
        int equals = argument.indexOf('=');
        String stated = equals < 0 ? argument : argument.substring(0, equals);
        boolean isSection = argument.startsWith("{", equals + 1);
        return stated.equals(path) || (isSection && path.startsWith(stated + "."));
    }
}
