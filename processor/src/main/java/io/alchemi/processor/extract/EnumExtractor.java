package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.schema.Alias;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.schema.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Extracts the descriptions of enums, each enum once. */
final class EnumExtractor {
    private final Elements elements;
    private final Sources sources;
    private final WrittenText written;
    private final Map<String, ExtractedEnum> known = new HashMap<>();

    /**
     * Creates an extractor for one round.
     *
     * @param elements the utilities of the compiler
     * @param sources the types that are being compiled
     * @param written reads the docs of class files
     */
    EnumExtractor(Elements elements, Sources sources, WrittenText written) {
        this.elements = elements;
        this.sources = sources;
        this.written = written;
    }

    /** Returns the description of an enum. */
    ExtractedEnum extract(TypeElement type) {
        String name = type.getQualifiedName().toString();
        ExtractedEnum found = known.get(name);
        if (found == null) {
            found = sources.contain(type) ? ofSource(type) : ofClassFile(type);
            known.put(name, found);
        }
        return found;
    }

    private ExtractedEnum ofSource(TypeElement type) {
        EnumSchema schema = schema(type);
        Docs docs = Docs.empty();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                String doc = DocComment.of(elements.getDocComment(element)).main();
                docs.putConstant(schema.type(), constant(element).name(), doc);
            }
        }
        return new ExtractedEnum(type, true, schema, docs, false);
    }

    private ExtractedEnum ofClassFile(TypeElement type) {
        Docs docs = written.docsOfEnum(type);
        return new ExtractedEnum(type, false, schema(type), docs == null ? Docs.empty() : docs, docs == null);
    }

    private static EnumSchema schema(TypeElement type) {
        List<Constant> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(constant(element));
            }
        }
        return new EnumSchema(type.getQualifiedName().toString(), Annotations.has(type, IgnoreCase.class), constants);
    }

    private static Constant constant(Element element) {
        String javaName = element.getSimpleName().toString();
        String renamed = Annotations.textOrNull(element, Key.class);
        return new Constant(
                javaName,
                renamed == null ? Names.constant(javaName) : renamed,
                Annotations.texts(element, Alias.class));
    }
}
