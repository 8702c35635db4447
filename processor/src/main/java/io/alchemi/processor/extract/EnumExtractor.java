package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.schema.Alias;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.schema.Key;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Takes the description of an enum from its constants. */
final class EnumExtractor {
    private final Elements elements;
    private final Sources sources;
    private final WrittenText written;

    EnumExtractor(Elements elements, Sources sources, WrittenText written) {
        this.elements = elements;
        this.sources = sources;
        this.written = written;
    }

    /** The description of an enum; what its constants mean is added to the docs. */
    EnumSchema extract(TypeElement type, Docs docs) {
        String typeName = type.getQualifiedName().toString();
        Docs known = sources.contain(type) ? Docs.empty() : written.constantDocs(type);
        List<Constant> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                Constant constant = constant(element);
                constants.add(constant);
                String doc = DocComment.of(elements.getDocComment(element)).main();
                docs.putConstant(
                        typeName, constant.name(), doc.isEmpty() ? known.ofConstant(typeName, constant.name()) : doc);
            }
        }
        return new EnumSchema(typeName, Annotations.has(type, IgnoreCase.class), constants);
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
