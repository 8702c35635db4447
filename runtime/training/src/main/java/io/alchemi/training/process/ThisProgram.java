package io.alchemi.training.process;

import io.alchemi.command.Alchemi;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command line that starts this program again, with the same Java, options and class path. */
public final class ThisProgram {
    private ThisProgram() {}

    /** Returns the command line. The arguments of {@code alchemi} follow it. */
    public static List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (isForEveryProcess(option)) {
                words.add(option);
            }
        }
        words.addAll(List.of("-Dalchemi.terminal=false", "-cp", classes(), Alchemi.class.getName()));
        return words;
    }

    /** Returns false for class path options, and for agents, which would use the same file or port twice. */
    private static boolean isForEveryProcess(String option) {
        return !option.startsWith("-agent")
                && !option.startsWith("-javaagent")
                && !option.startsWith("--module-path")
                && !option.startsWith("--patch-module")
                && !option.startsWith("--add-")
                && !option.startsWith("-Djava.class.path")
                && !option.startsWith("-Dalchemi.terminal");
    }

    /** Returns the class path, with a wildcard for folders of which all jars are included. */
    private static String classes() {
        Set<String> all = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            all.addAll(List.of(System.getProperty(property, "").split(File.pathSeparator)));
        }
        all.remove("");
        Set<String> shortened = new LinkedHashSet<>();
        for (String entry : all) {
            Path folder = Path.of(entry).toAbsolutePath().getParent();
            boolean isWhole = folder != null && entry.endsWith(".jar") && isWhole(folder, all);
            shortened.add(isWhole ? folder + File.separator + "*" : entry);
        }
        return String.join(File.pathSeparator, shortened);
    }

    /** Returns true if a folder has several jars and all are in the class path. */
    private static boolean isWhole(Path folder, Set<String> all) {
        File[] jars = folder.toFile().listFiles((parent, name) -> name.endsWith(".jar"));
        return jars != null && jars.length > 1 && Arrays.stream(jars).allMatch(jar -> all.contains(jar.toString()));
    }

    /** Returns the start of the command line as users type it: the installed launcher, or the whole command line if there is none. */
    public static List<String> launcher() {
        String installation = System.getProperty("alchemi.home");
        String name = File.separatorChar == '\\' ? "alchemi.cmd" : "alchemi";
        Path launcher = Path.of(installation == null ? "" : installation, name);
        return installation != null && Files.isExecutable(launcher) ? List.of(launcher.toString()) : command();
    }
}
