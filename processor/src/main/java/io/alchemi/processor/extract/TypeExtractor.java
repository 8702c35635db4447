package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.IntegerWidth;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RealWidth;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds what YAML value a Java type is, and gathers the enums on the way. */
final class TypeExtractor {
    private final EnumExtractor enumExtractor;
    private final Docs docs;
    private final Map<String, EnumSchema> enums = new LinkedHashMap<>();

    /** Gathers enums of one record, their docs into those of the record. */
    TypeExtractor(EnumExtractor enumExtractor, Docs docs) {
        this.enumExtractor = enumExtractor;
        this.docs = docs;
    }

    /** The enums met so far. */
    List<EnumSchema> enums() {
        return new ArrayList<>(enums.values());
    }

    /** What a value of a Java type is in YAML, or null. */
    @Nullable
    ValueType type(TypeMirror type, boolean input) {
        return switch (type.getKind()) {
            case BOOLEAN -> new BooleanType();
            case BYTE -> new IntegerType(IntegerWidth.BYTE);
            case SHORT -> new IntegerType(IntegerWidth.SHORT);
            case INT -> new IntegerType(IntegerWidth.INT);
            case LONG -> new IntegerType(IntegerWidth.LONG);
            case FLOAT -> new RealType(RealWidth.FLOAT);
            case DOUBLE -> new RealType(RealWidth.DOUBLE);
            case DECLARED -> declared((DeclaredType) type, input);
            default -> null;
        };
    }

    private @Nullable ValueType declared(DeclaredType type, boolean input) {
        Element element = type.asElement();
        if (!(element instanceof TypeElement declared)) {
            return null;
        }
        String name = declared.getQualifiedName().toString();
        return switch (name) {
            case "java.lang.Boolean" -> new BooleanType();
            case "java.lang.Byte" -> new IntegerType(IntegerWidth.BYTE);
            case "java.lang.Short" -> new IntegerType(IntegerWidth.SHORT);
            case "java.lang.Integer" -> new IntegerType(IntegerWidth.INT);
            case "java.lang.Long" -> new IntegerType(IntegerWidth.LONG);
            case "java.lang.Float" -> new RealType(RealWidth.FLOAT);
            case "java.lang.Double" -> new RealType(RealWidth.DOUBLE);
            case "java.lang.String" -> new TextType();
            case "java.nio.file.Path" -> new PathType(input);
            case "java.util.List" -> listOfTexts(type);
            default -> ofKind(declared, name);
        };
    }

    private static @Nullable ValueType listOfTexts(DeclaredType list) {
        boolean texts = list.getTypeArguments().size() == 1
                && list.getTypeArguments().get(0) instanceof DeclaredType item
                && item.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals("java.lang.String");
        return texts ? new ListType(new TextType()) : null;
    }

    private @Nullable ValueType ofKind(TypeElement type, String name) {
        if (type.getKind() == ElementKind.ENUM) {
            enums.computeIfAbsent(name, unmet -> enumExtractor.extract(type, docs));
            return new EnumType(name);
        }
        boolean plainRecord =
                type.getKind() == ElementKind.RECORD && type.getTypeParameters().isEmpty();
        return plainRecord ? new RecordType(name) : null;
    }
}
