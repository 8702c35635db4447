package io.alchemi.processor.extract;

import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.Format;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.IntegerWidth;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RealWidth;
import io.alchemi.config.schema.ValueType.TextType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types of the language and of the JDK whose values are single scalars in YAML. */
final class ScalarTypes {
    private ScalarTypes() {}

    /**
     * What a value of a type is in YAML, or null if it is no such type.
     *
     * @param paths what a path is
     */
    static @Nullable ValueType of(TypeMirror type, PathType paths) {
        return switch (type.getKind()) {
            case BOOLEAN -> new BooleanType();
            case BYTE -> new IntegerType(IntegerWidth.BYTE);
            case SHORT -> new IntegerType(IntegerWidth.SHORT);
            case INT -> new IntegerType(IntegerWidth.INT);
            case LONG -> new IntegerType(IntegerWidth.LONG);
            case FLOAT -> new RealType(RealWidth.FLOAT);
            case DOUBLE -> new RealType(RealWidth.DOUBLE);
            case DECLARED -> ofClass(JavaTypes.name(type), paths);
            default -> null;
        };
    }

    private static @Nullable ValueType ofClass(String name, PathType paths) {
        return switch (name) {
            case "java.lang.Boolean" -> new BooleanType();
            case "java.lang.Byte" -> new IntegerType(IntegerWidth.BYTE);
            case "java.lang.Short" -> new IntegerType(IntegerWidth.SHORT);
            case "java.lang.Integer" -> new IntegerType(IntegerWidth.INT);
            case "java.lang.Long" -> new IntegerType(IntegerWidth.LONG);
            case "java.math.BigInteger" -> new IntegerType(IntegerWidth.BIG);
            case "java.lang.Float" -> new RealType(RealWidth.FLOAT);
            case "java.lang.Double" -> new RealType(RealWidth.DOUBLE);
            case "java.math.BigDecimal" -> new RealType(RealWidth.BIG);
            case "java.lang.String" -> new TextType();
            case "java.nio.file.Path" -> paths;
            case "java.net.URI" -> new FormattedType(Format.URI);
            case "java.time.Duration" -> new FormattedType(Format.DURATION);
            case "java.time.LocalDate" -> new FormattedType(Format.DATE);
            case "java.time.Instant" -> new FormattedType(Format.INSTANT);
            default -> null;
        };
    }
}
