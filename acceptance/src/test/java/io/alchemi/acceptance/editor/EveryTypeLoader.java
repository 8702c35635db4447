package io.alchemi.acceptance.editor;

import io.alchemi.config.Loader;
import io.alchemi.processor.EveryType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles, with the processor, the schema that has a key of every type. */
final class EveryTypeLoader {
    private static final Pattern TYPE =
            Pattern.compile("^public (?:record|sealed interface) (\\w+)", Pattern.MULTILINE);

    private EveryTypeLoader() {}

    /** Returns the generated loader. */
    static Loader<?> compile() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "editor", "every"));
            List<Path> sources = new ArrayList<>();
            for (String source : EveryType.sources()) {
                Matcher type = TYPE.matcher(source);
                if (!type.find()) {
                    throw new AssertionError(source);
                }
                sources.add(Files.writeString(folder.resolve(type.group(1) + ".java"), source));
            }
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "--release", "17");
            StringWriter out = new StringWriter();
            try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
                if (!javac.getTask(out, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                        .call()) {
                    throw new AssertionError(out);
                }
            }
            URL[] classes = {folder.toUri().toURL()};
            return (Loader<?>) new URLClassLoader(classes, EveryTypeLoader.class.getClassLoader())
                    .loadClass("lab.EverythingLoader")
                    .getConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
