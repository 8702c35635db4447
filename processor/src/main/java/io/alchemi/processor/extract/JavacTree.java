package io.alchemi.processor.extract;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** What javac's trees know of a source, but not its elements. Other compilers, and wrappers of javac, have none. */
final class JavacTree {
    private JavacTree() {}

    /** Returns true if a sealed type is known to be a source without a permits clause. */
    static boolean lacksPermitsClause(TypeElement type, ProcessingEnvironment environment) {
        ClassLoader compiler = environment.getClass().getClassLoader();
        try {
            Class<?> trees = Class.forName("com.sun.source.util.Trees", true, compiler);
            Object ofEnvironment =
                    trees.getMethod("instance", ProcessingEnvironment.class).invoke(null, environment);
            Object tree = trees.getMethod("getTree", TypeElement.class).invoke(ofEnvironment, type);
            Object clause = Class.forName("com.sun.source.tree.ClassTree", true, compiler)
                    .getMethod("getPermitsClause")
                    .invoke(tree);
            return clause instanceof List<?> permitted && permitted.isEmpty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            return false;
        }
    }
}
