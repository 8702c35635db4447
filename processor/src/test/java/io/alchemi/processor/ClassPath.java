package io.alchemi.processor;

import java.io.File;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Parts of the class path of the tests. Every compilation reads the tables of contents of all jars on its path, which takes longer than
 * compiling a small source.
 */
final class ClassPath {
    private ClassPath() {}

    /** What sources with our annotations need. */
    static List<String> ofSources() {
        return entries(ClassPath::isOfSources);
    }

    /** What the processors need. */
    static List<String> ofProcessors() {
        return entries(entry -> isOfSources(entry) || entry.contains("processor") || entry.contains("javapoet"));
    }

    /** Returns entries as the value of an option. */
    static String text(List<String> entries) {
        return String.join(File.pathSeparator, entries);
    }

    /** Returns entries as files. */
    static List<File> files(List<String> entries) {
        return entries.stream().map(File::new).toList();
    }

    private static boolean isOfSources(String entry) {
        return entry.contains("schema-annotations")
                || (entry.contains("config") && !entry.contains("test"))
                || entry.contains("jspecify")
                || entry.contains("snakeyaml");
    }

    private static List<String> entries(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(wanted)
                .toList();
    }
}
