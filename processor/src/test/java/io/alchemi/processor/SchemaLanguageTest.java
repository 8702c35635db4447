package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.Source;
import io.alchemi.config.testing.Golden;
import io.alchemi.processor.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs every example of the guide to the schema language. A block of Java or YAML that no output follows must be
 * fine; the others must print what the page says.
 */
class SchemaLanguageTest {
    private static final Path GUIDE = Path.of("../docs/schema-language.md");
    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(");
    private static final Pattern FILE = Pattern.compile("# (\\w+\\.yaml)\n");
    private static final String HEAD = """
            package lab;

            import io.alchemi.schema.*;
            import java.math.*;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            """;

    /** What commands are generated for, without the library that runs them. */
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

    private static final String MIN = """
            package jakarta.validation.constraints;

            public @interface Min {
                long value();
            }
            """;

    private static final String SIZE = """
            package jakarta.validation.constraints;

            public @interface Size {
                int min();

                int max();
            }
            """;

    /** Where the files of the guide are. */
    @TempDir
    private Path folder;

    private @Nullable Loader<?> loader;

    @Test
    void everyExampleDoesWhatThePageSays() throws Exception {
        Page page = new Page(Files.readString(GUIDE));
        Map<Block, String> outputs = new HashMap<>();
        for (Block block : page.blocks()) {
            String text = page.text(block);
            String printed = switch (block.language()) {
                case "java" -> compile(text);
                case "yaml" -> load(text);
                default -> "";
            };
            Block output = page.outputOf(block);
            if (output != null) {
                assertThat(printed).as("nothing is wrong with\n%s", text).isNotEmpty();
                outputs.put(output, printed);
            } else {
                assertThat(printed).as(text).isEmpty();
            }
        }
        Golden.compare(GUIDE, page.with(outputs));
    }

    @Test
    void everyAnnotationIsExplained() throws IOException {
        String guide = Files.readString(GUIDE);
        try (Stream<Path> files = Files.list(Path.of("../schema-annotations/src/main/java/io/alchemi/schema"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(name -> assertThat(guide).contains("`@" + name));
        }
    }

    /** The errors of an example; if there are none, what follows is loaded by its loader. */
    private String compile(String java) throws ReflectiveOperationException {
        List<String> sources = new ArrayList<>(List.of(HEAD + java));
        if (java.contains("@TrainerCommand")) {
            sources.set(
                    0, HEAD.replace("import java.math", "import io.alchemi.training.run.*;\nimport java.math") + java);
            sources.addAll(List.of(TRAINER, RUN, Samples.TRAIN_COMMAND));
        }
        if (java.contains("jakarta.")) {
            sources.addAll(List.of(MIN, SIZE));
        }
        Compilation compilation = Compile.compile(sources.toArray(String[]::new));
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(compilation.errors());
        if (errors.isEmpty()) {
            loader = loader(compilation, java);
        }
        errors.sort(Comparator.comparing(Diagnostic::getLineNumber));
        StringBuilder printed = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> error : errors) {
            printed.append(place(error)).append(error.getMessage(Locale.ROOT)).append('\n');
        }
        return printed.toString();
    }

    /** The place of an error as a line of its example. */
    private static String place(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject file = error.getSource();
        String name = file == null ? "" : file.getName().replaceFirst("^.*/", "");
        return name + ":" + (error.getLineNumber() - HEAD.lines().count()) + ": error: ";
    }

    /** The loader of the first record of an example. */
    private static @Nullable Loader<?> loader(Compilation compilation, String java)
            throws ReflectiveOperationException {
        Matcher first = RECORD.matcher(java);
        String wanted = first.find() ? first.group(1) + "Loader" : "Loader";
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            String name = file.getName().replaceFirst("^.*/", "").replace(".java", "");
            if (name.endsWith(wanted)) {
                var constructor = new CompiledClasses(compilation)
                        .loadClass("lab." + name)
                        .getDeclaredConstructor();
                constructor.setAccessible(true);
                return (Loader<?>) constructor.newInstance();
            }
        }
        return null;
    }

    /** The problems of a document; one that begins with the name of a file is only put beside those that follow. */
    private String load(String yaml) throws IOException {
        Matcher file = FILE.matcher(yaml);
        if (file.lookingAt()) {
            Files.writeString(folder.resolve(file.group(1)), yaml);
            return "";
        }
        List<io.alchemi.config.diagnose.Diagnostic> problems;
        try {
            problems = Objects.requireNonNull(loader)
                    .load(Source.text(folder + "/train.yaml", yaml))
                    .warnings();
        } catch (ConfigException refused) {
            problems = refused.diagnostics();
        }
        return TextFormat.render(problems, false).replace(folder + "/", "");
    }
}
