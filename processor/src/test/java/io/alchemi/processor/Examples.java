package io.alchemi.processor;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.testing.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the Java of a page's examples, and loads their YAML by the loader of the Java before it.
 *
 * <p>{@code java jar} is a jar of somebody else's, compiled without the processor; {@code yaml NAME} is a file that others name;
 * {@code yaml in ENCODING} is saved in that encoding.
 */
final class Examples implements Page.Runner {
    /** What pages leave out of their Java. */
    private static final String HEAD = """
            package lab;

            import io.alchemi.config.value.*;
            import io.alchemi.schema.*;
            import java.math.*;
            import java.net.*;
            import java.nio.charset.Charset;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import java.util.regex.Pattern;
            import org.jspecify.annotations.Nullable;

            """;

    /** What trainer commands are generated for, without the library that runs them. */
    private static final String TRAINER = """
            package io.alchemi.training.run;

            public interface Trainer<C> {
                void train(C config, Run run) throws java.io.IOException;
            }
            """;

    private static final String RUN = """
            package io.alchemi.training.run;

            public interface Run {}
            """;

    private static final List<String> JAKARTA = List.of("""
            package jakarta.validation.constraints;

            public @interface Min {
                long value();
            }
            """, """
            package jakarta.validation.constraints;

            public @interface Size {
                int min();

                int max();
            }
            """, """
            package jakarta.validation.constraints;

            public @interface Future {}
            """);

    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(");

    private final Path folder;
    private @Nullable Loader<?> loader;

    /** Keeps files in a folder. */
    Examples(Path folder) {
        this.folder = folder;
    }

    @Override
    public String run(Page.Block block, String text) throws Exception {
        if (block.language().equals("java")) {
            if (block.name().equals("jar")) {
                jar(text);
                return "";
            }
            return compile(text);
        } else if (block.language().equals("yaml")) {
            return yaml(block.name(), text);
        }
        return "";
    }

    private String yaml(String name, String text) throws IOException {
        if (name.isEmpty() || name.startsWith("in ")) {
            Charset charset = name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name.substring(3));
            return load(Files.writeString(folder.resolve("train.yaml"), text, charset));
        }
        Files.writeString(folder.resolve(name), text);
        return "";
    }

    /** The problems of an example; if there are no errors, what follows is loaded by its loader. */
    private String compile(String java) throws ReflectiveOperationException, IOException {
        List<String> sources = new ArrayList<>(List.of(HEAD + java));
        if (java.contains("@TrainerCommand")) {
            sources.set(0, importing("io.alchemi.training.run") + java);
            sources.addAll(List.of(TRAINER, RUN, Samples.TRAIN_COMMAND));
        } else if (java.contains("@Command")) {
            sources.set(0, importing("io.alchemi.command") + java);
            sources.addAll(List.of(
                    Samples.COMMAND_ACTION,
                    Samples.COMMAND_CONTEXT,
                    Samples.ACTION_COMMAND,
                    Samples.CONFIGURED_COMMAND));
        }
        if (java.contains("jakarta.")) {
            sources.addAll(JAKARTA);
        }
        Compilation compilation = Compile.with(folder)
                .compile(sources.stream().map(Compile::source).toList());
        if (compilation.errors().isEmpty()) {
            loader = loader(compilation, java);
        }
        int head = (int) sources.get(0).lines().count() - (int) java.lines().count();
        List<Diagnostic<? extends JavaFileObject>> problems = new ArrayList<>(compilation.errors());
        problems.addAll(compilation.warnings());
        problems.sort(Comparator.comparing(Diagnostic::getLineNumber));
        StringBuilder printed = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> problem : problems) {
            printed.append(place(problem, head))
                    .append(problem.getMessage(Locale.ROOT).replace(folder.toString(), "/home/ada/lab"))
                    .append('\n');
        }
        return printed.toString();
    }

    private static String importing(String name) {
        return HEAD.replace("import java.math", "import " + name + ".*;\nimport java.math");
    }

    /** The place of a problem as a line of its example, in the form of Maven. */
    private static String place(Diagnostic<? extends JavaFileObject> problem, int head) {
        JavaFileObject file = Objects.requireNonNull(problem.getSource(), problem::toString);
        return file.getName().replaceFirst("^.*/", "") + ":[" + (problem.getLineNumber() - head) + ","
                + problem.getColumnNumber() + "] "
                + (problem.getKind() == Diagnostic.Kind.ERROR ? "error: " : "warning: ");
    }

    /** The loader of the first record of an example. */
    private @Nullable Loader<?> loader(Compilation compilation, String java)
            throws ReflectiveOperationException, IOException {
        Matcher first = RECORD.matcher(java);
        String wanted = first.find() ? first.group(1) + "Loader" : "Loader";
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            String name = file.getName().replaceFirst("^.*/", "").replace(".java", "");
            if (name.endsWith(wanted)) {
                ClassLoader jars = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                var constructor = new CompiledClasses(compilation, jars)
                        .loadClass("lab." + name)
                        .getDeclaredConstructor();
                constructor.setAccessible(true);
                return (Loader<?>) constructor.newInstance();
            }
        }
        return null;
    }

    private void jar(String java) throws IOException {
        ImmutableList<JavaFileObject> classes =
                Compile.plain(folder).compile(Compile.source(java)).generatedFiles();
        for (JavaFileObject file : classes) {
            Path target = folder.resolve(file.getName().replaceFirst("^.*CLASS_OUTPUT/", ""));
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (InputStream in = file.openInputStream()) {
                Files.write(target, in.readAllBytes());
            }
        }
    }

    /** The problems of a document. */
    private String load(Path file) {
        List<io.alchemi.config.diagnose.Diagnostic> problems;
        try {
            problems = Objects.requireNonNull(loader).load(file).warnings();
        } catch (ConfigException refused) {
            problems = refused.diagnostics();
        }
        return TextFormat.render(problems, false).replace(folder + "/", "");
    }
}
