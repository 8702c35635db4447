package io.alchemi.processor;

import com.google.testing.compile.Compilation;
import io.alchemi.config.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.tools.JavaFileObject;

/** Loads what a compilation made. */
final class CompiledClasses extends ClassLoader {
    private final Map<String, JavaFileObject> files = new HashMap<>();

    CompiledClasses(Compilation compilation) {
        this(compilation, CompiledClasses.class.getClassLoader());
    }

    CompiledClasses(Compilation compilation, ClassLoader parent) {
        super(parent);
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path =
                        file.getName().replaceFirst("^.*CLASS_OUTPUT/", "").replaceFirst("\\.class$", "");
                files.put(path.replace('/', '.'), file);
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JavaFileObject file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = file.openInputStream()) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Whether anybody has needed a class. */
    boolean hasLoaded(String name) {
        return findLoadedClass(name) != null;
    }

    /** Returns a generated loader. */
    @SuppressWarnings("unchecked")
    Loader<Object> loader(String name) throws ReflectiveOperationException {
        return (Loader<Object>) loadClass(name).getConstructor().newInstance();
    }

    /** Returns the result of a static method without parameters. */
    @SuppressWarnings("unchecked")
    Callable<Object> callable(String type, String method) throws ReflectiveOperationException {
        return (Callable<Object>) loadClass(type).getMethod(method).invoke(null);
    }

    /** The instance of a generated schema class, which may be package-private. */
    Object instance(String name) throws ReflectiveOperationException {
        var field = loadClass(name).getField("INSTANCE");
        field.setAccessible(true);
        return field.get(null);
    }
}
