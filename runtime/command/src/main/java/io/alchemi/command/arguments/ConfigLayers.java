package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the sources of a configuration from a command line, in order of precedence: file, environment, {@code --set}, flags. */
public final class ConfigLayers {
    private ConfigLayers() {}

    /**
     * Returns the sources, lowest precedence first.
     *
     * @param file the configuration file
     * @param environment the environment variables
     * @param set the arguments of {@code --set}
     * @param flags the typed flags
     * @throws ConfigException if a key is set both by {@code --set} and by a flag
     */
    public static List<Source> of(Path file, Map<String, String> environment, List<String> set, List<Setting> flags) {
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

    /** Returns true if a {@code --set} argument sets a key, or a section that contains it. */
    private static boolean sets(String argument, String path) {
        int equals = argument.indexOf('=');
        String target = equals < 0 ? argument : argument.substring(0, equals);
        boolean isSection = argument.startsWith("{", equals + 1);
        return target.equals(path) || (isSection && path.startsWith(target + "."));
    }
}
