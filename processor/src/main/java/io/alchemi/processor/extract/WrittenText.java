package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.List;
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
    ExtractedRecord read(TypeElement type) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Schema"));
        if (generated == null) {
            return null;
        }
        String text = constants(generated);
        if (text.isEmpty()) {
            return null;
        }
        RecordSchema schema = SchemaTextReader.read(text);
        return new ExtractedRecord(
                type, false, schema, Docs.read(docs(generated)), List.of(), List.of(), List.of(), false);
    }

    /** Returns the documentation of an enum's constants, from its generated class or else from the records in the same file. */
    Docs constantDocs(TypeElement type) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Docs"));
        if (generated != null) {
            return Docs.read(constants(generated));
        }
        StringBuilder text = new StringBuilder();
        addDocs(Sources.outermost(type), text);
        return Docs.read(text.toString());
    }

    /** Adds the documentation of a record and of its nested records. */
    private void addDocs(TypeElement type, StringBuilder text) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Schema"));
        if (generated != null) {
            text.append(docs(generated));
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addDocs(nested, text));
    }

    private static String docs(TypeElement generated) {
        for (TypeElement nested : ElementFilter.typesIn(generated.getEnclosedElements())) {
            if (nested.getSimpleName().contentEquals("Docs")) {
                return constants(nested);
            }
        }
        return "";
    }

    /** Returns the concatenated constants {@code TEXT}, {@code TEXT2} and so on. */
    private static String constants(TypeElement holder) {
        StringBuilder text = new StringBuilder();
        int part = 1;
        String value = constant(holder, "TEXT");
        while (value != null) {
            text.append(value);
            part++;
            value = constant(holder, "TEXT" + part);
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
