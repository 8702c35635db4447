package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

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
            found = sources.contain(type) || sources.lack(type) ? ofSource(type) : ofClassFile(type);
            known.put(name, found);
        }
        return found;
    }

    private ExtractedEnum ofSource(TypeElement type) {
        String name = type.getQualifiedName().toString();
        Docs docs = Docs.empty();
        List<Constant> constants = new ArrayList<>();
        for (Element element : constants(type)) {
            DocComment comment = DocComment.of(elements.getDocComment(element));
            Deprecation deprecation = Deprecation.ofConstant(element, comment.main(), comment.deprecated());
            constants.add(constant(element, deprecation.reason()));
            docs.putConstant(name, yamlName(element), deprecation.doc());
        }
        return new ExtractedEnum(type, true, schema(type, constants), docs, false);
    }

    private ExtractedEnum ofClassFile(TypeElement type) {
        Docs docs = written.docsOfClass(type);
        String name = type.getQualifiedName().toString();
        List<Constant> constants = new ArrayList<>();
        List<Element> declared = constants(type);
        declared.sort(Comparator.comparingInt(EclipseFieldIndex::of));
        for (Element element : declared) {
            String doc = docs == null ? "" : docs.ofConstant(name, yamlName(element));
            constants.add(
                    constant(element, Deprecation.ofConstant(element, doc, "").reason()));
        }
        return new ExtractedEnum(
                type, false, schema(type, constants), docs == null ? Docs.empty() : docs, docs == null);
    }

    private static List<Element> constants(TypeElement type) {
        List<Element> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(element);
            }
        }
        return constants;
    }

    private static EnumSchema schema(TypeElement type, List<Constant> constants) {
        return new EnumSchema(
                type.getQualifiedName().toString(), Annotations.has(type, SchemaAnnotation.IGNORE_CASE), constants);
    }

    private static Constant constant(Element element, @Nullable String deprecated) {
        String javaName = element.getSimpleName().toString();
        return new Constant(
                javaName, yamlName(element), Annotations.texts(element, SchemaAnnotation.ALIAS), deprecated);
    }

    private static String yamlName(Element constant) {
        String renamed = Annotations.textOrNull(constant, SchemaAnnotation.KEY);
        return renamed == null ? Names.constant(constant.getSimpleName().toString()) : renamed;
    }
}
