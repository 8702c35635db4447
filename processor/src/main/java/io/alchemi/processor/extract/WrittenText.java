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
 * Reads the description of a record, or the docs of an enum, that is not being compiled from the constants of its generated class.
 *
 * <p>Compilers give neither the docs nor, some of them, the nullability of class files, and resources of other jars cannot be
 * found everywhere; constants can.
 */
final class WrittenText {
    private final Elements elements;

    WrittenText(Elements elements) {
        this.elements = elements;
    }

    /**
     * The description of a record, or null if it has no generated class.
     *
     * @throws IllegalArgumentException if a newer version wrote it
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
                type, false, schema, Docs.read(docs(generated)), List.of(), List.of(), List.of(), List.of());
    }

    /** The docs of an enum's constants: of its own class if it has one, else of the records in whose file it stands. */
    Docs constantDocs(TypeElement type) {
        TypeElement generated = elements.getTypeElement(Names.qualified(type, "Docs"));
        if (generated != null) {
            return Docs.read(constants(generated));
        }
        StringBuilder text = new StringBuilder();
        addDocs(Sources.outermost(type), text);
        return Docs.read(text.toString());
    }

    /** Adds the docs of a record and of all that are nested in it. */
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

    /** The text that stands in the constants {@code TEXT}, {@code TEXT2} and so on. */
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
