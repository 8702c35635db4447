package io.alchemi.training.process;

import io.alchemi.command.Alchemi;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts this program again, with the same Java, options and classes. */
public final class ThisProgram {
    private ThisProgram() {}

    /** Returns the words of a command line. Arguments of {@code alchemi} follow. */
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

    /** Returns false for options that say where classes are, and for agents, of which two would use the same file or port. */
    private static boolean isForEveryProcess(String option) {
        return !option.startsWith("-agent")
                && !option.startsWith("-javaagent")
                && !option.startsWith("--module-path")
                && !option.startsWith("--patch-module")
                && !option.startsWith("--add-")
                && !option.startsWith("-Djava.class.path");
    }

    private static String classes() {
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path");
        return modules.isEmpty() ? classes : classes + File.pathSeparator + modules;
    }

    /** Returns the words that people write: the launcher of the installation, or the whole command line if there is none. */
    public static List<String> launcher() {
        String installation = System.getProperty("alchemi.home");
        Path launcher = Path.of(installation == null ? "" : installation, "alchemi");
        return installation != null && Files.isExecutable(launcher) ? List.of(launcher.toString()) : command();
    }
}
