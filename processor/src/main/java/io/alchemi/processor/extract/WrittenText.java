package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.SchemaTextReader;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads descriptions of records and documentation of enums from the constants of generated classes, for types that are not being
 * compiled.
 *
 * <p>Compilers do not expose doc comments of class files, and some do not expose nullability annotations. Resources of other jars
 * cannot be read in all setups; constants can.
 */
final class WrittenText {
    private final Elements elements;

    WrittenText(Elements elements) {
        this.elements = elements;
    }

    /**
     * Returns the description of a record, or null if it has no generated class.
     *
     * @throws IllegalArgumentException if a newer version generated it
     */
    @Nullable
    RecordSchema schema(TypeElement type) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Schema"));
        String text = generated == null ? "" : constants(generated, "TEXT");
        return text.isEmpty() ? null : SchemaTextReader.read(text);
    }

    /** Returns the docs of a record and of its keys. */
    Docs docs(TypeElement type) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Schema"));
        return Docs.read(generated == null ? "" : docsOf(generated));
    }

    /** Returns the docs of an enum or of a sealed interface, or null if it has no generated class. */
    @Nullable
    Docs docsOfClass(TypeElement type) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Docs"));
        return generated == null ? null : Docs.read(constants(generated, "TEXT"));
    }

    private static String docsOf(TypeElement generated) {
        for (TypeElement nested : ElementFilter.typesIn(generated.getEnclosedElements())) {
            if (nested.getSimpleName().contentEquals("Docs")) {
                return constants(nested, "TEXT");
            }
        }
        return "";
    }

    /** Returns a constant with its continuations, whose names end in 2, 3 and so on, or an empty string if there is none. */
    static String constants(TypeElement holder, String name) {
        StringBuilder text = new StringBuilder();
        int part = 1;
        String value = constant(holder, name);
        while (value != null) {
            text.append(value);
            part++;
            value = constant(holder, name + part);
        }
        return text.toString();
    }

    private static @Nullable String constant(TypeElement holder, String name) {
        for (Element element : holder.getEnclosedElements()) {
            if (element instanceof VariableElement field
                    && field.getSimpleName().contentEquals(name)
                    && field.getConstantValue() instanceof String text) {
                return text;
            }
        }
        return null;
    }
}
