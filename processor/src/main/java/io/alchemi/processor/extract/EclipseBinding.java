package io.alchemi.processor.extract;

import java.lang.reflect.Field;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What Eclipse's compiler knows about the order of a source, but sorts by name in its API. For other compilers, and if its classes
 * have changed, the order of the API is used.
 */
final class EclipseBinding {
    private EclipseBinding() {}

    /** Returns the index of a field in its class file, or 0 if unknown. */
    static int index(Element field) {
        try {
            Object binding = of(field);
            return binding == null ? 0 : (int) read(binding, "id");
        } catch (ReflectiveOperationException | RuntimeException changed) {
            return 0;
        }
    }

    /** Returns true if a sealed type is known to be a source without a permits clause. */
    static boolean lacksPermitsClause(TypeElement type) {
        try {
            Object binding = of(type);
            return binding != null && read(read(read(binding, "scope"), "referenceContext"), "permittedTypes") == null;
        } catch (ReflectiveOperationException | RuntimeException classFile) {
            return false;
        }
    }

    private static @Nullable Object of(Element element) throws ReflectiveOperationException {
        if (!element.getClass().getName().startsWith("org.eclipse.jdt.")) {
            return null;
        }
        Field holder = element.getClass().getSuperclass().getDeclaredField("_binding");
        holder.setAccessible(true);
        return holder.get(element);
    }

    private static Object read(Object holder, String field) throws ReflectiveOperationException {
        return holder.getClass().getField(field).get(holder);
    }
}
