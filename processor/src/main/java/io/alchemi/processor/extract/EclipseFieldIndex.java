package io.alchemi.processor.extract;

import java.lang.reflect.Field;
import javax.lang.model.element.Element;

/** The source order of fields of class files in Eclipse's compiler, whose API has only the order of their names. */
final class EclipseFieldIndex {
    private EclipseFieldIndex() {}

    /** Returns the index of a field in its class file, or 0 if the compiler is another one or its classes have changed. */
    static int of(Element field) {
        if (!field.getClass().getName().startsWith("org.eclipse.jdt.")) {
            return 0;
        }
        try {
            Field holder = field.getClass().getSuperclass().getDeclaredField("_binding");
            holder.setAccessible(true);
            Object binding = holder.get(field);
            return binding.getClass().getField("id").getInt(binding);
        } catch (ReflectiveOperationException | RuntimeException changed) {
            return 0;
        }
    }
}
