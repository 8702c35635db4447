package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with both processors, as strictly as our own modules are compiled. */
final class Compile {
    private static final Pattern TYPE = Pattern.compile(
            "^(?:public |abstract |final |sealed )*(?:class|record|enum|interface|@interface) (\\w+)",
            Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private Compile() {}

    /** A source file, named after its first top-level type. */
    static JavaFileObject source(String text) {
        Matcher home = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException(text);
        }
        return JavaFileObjects.forSourceString((home.find() ? home.group(1) + "." : "") + type.group(1), text);
    }

    static Compilation compile(String... texts) {
        return compiler().compile(Arrays.stream(texts).map(Compile::source).toList());
    }

    static Compiler compiler() {
        return Compiler.javac()
                .withClasspath(ClassPath.files(ClassPath.ofSources()))
                .withProcessors(new SchemaProcessor(), new IndexProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror", "--release", "17");
    }

    /** A compiler that shows warnings as what they are, with a project's root that is on its class path. */
    static Compiler with(Path root) {
        return plain(root)
                .withProcessors(new SchemaProcessor(), new IndexProcessor())
                .withOptions("-Xlint:all,-processing", "--release", "17", "-Aalchemi.root=" + root);
    }

    /** Compiles to a folder, since class files of a compilation in memory cannot be read by another one. */
    static void toFolder(Path out, List<Path> path, String... optionsAndSources) throws IOException {
        toFolder(out, path, List.of(), optionsAndSources);
    }

    /**
     * Compiles to a folder.
     *
     * @param classes names of class files that are given to the processor
     */
    static void toFolder(Path out, List<Path> path, List<String> classes, String... optionsAndSources)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> classPath = new ArrayList<>(ClassPath.ofSources());
        path.forEach(entry -> classPath.add(entry.toString()));
        List<String> options = new ArrayList<>(List.of("-d", out.toString(), "-cp", ClassPath.text(classPath)));
        List<JavaFileObject> sources = new ArrayList<>();
        Arrays.stream(optionsAndSources).filter(text -> text.startsWith("-")).forEach(options::add);
        Arrays.stream(optionsAndSources)
                .filter(text -> !text.startsWith("-"))
                .forEach(text -> sources.add(source(text)));
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, null, null, options, classes.isEmpty() ? null : classes, sources);
        if (!options.contains("-proc:none")) {
            task.setProcessors(List.of(new SchemaProcessor(), new IndexProcessor()));
        }
        assertThat(task.call()).isTrue();
    }

    /** A compiler without the processors. */
    static Compiler plain(Path root) {
        List<File> path = new ArrayList<>(List.of(root.toFile()));
        path.addAll(ClassPath.files(ClassPath.ofSources()));
        return Compiler.javac().withClasspath(path).withOptions("-proc:none");
    }

    /** The text of a generated source file. */
    static String generated(Compilation compilation, String qualifiedName) {
        try {
            return compilation
                    .generatedSourceFile(qualifiedName)
                    .orElseThrow(() ->
                            new AssertionError("not generated: " + qualifiedName + "\n" + compilation.diagnostics()))
                    .getCharContent(false)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All generated sources and resources of a compilation without errors, by path. */
    static Map<String, String> generated(Compilation compilation) throws IOException {
        assertThat(errors(compilation)).isEmpty();
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                String path = file.getName().replaceFirst("^.*(CLASS|SOURCE)_OUTPUT/", "");
                files.put(path, file.getCharContent(false).toString());
            }
        }
        return files;
    }

    /** All errors as {@code File.java:line element: message}, where the element is the word that the compiler points at. */
    static List<String> errors(Compilation compilation) {
        return placed(compilation.errors());
    }

    /** All warnings in the form of {@link #errors}. */
    static List<String> warnings(Compilation compilation) {
        return placed(compilation.warnings());
    }

    private static List<String> placed(List<Diagnostic<? extends JavaFileObject>> problems) {
        List<String> placed = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> problem : problems) {
            placed.add(place(problem) + problem.getMessage(Locale.ROOT));
        }
        return placed;
    }

    /** All errors of sources that are compiled together. */
    static List<String> errors(String... texts) {
        return errors(compile(texts));
    }

    /** The messages of all errors, also of those whose place is not in a source. */
    static List<String> errorsAnywhere(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    private static String place(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject file = error.getSource();
        if (file == null) {
            return "";
        }
        if (error.getPosition() == Diagnostic.NOPOS) {
            return "";
        }
        String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
        return name + ":" + error.getLineNumber() + " " + word(file, (int) error.getPosition()) + ": ";
    }

    private static String word(JavaFileObject file, int at) {
        try {
            String text = file.getCharContent(true).toString();
            int end = at;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            return text.substring(at, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
