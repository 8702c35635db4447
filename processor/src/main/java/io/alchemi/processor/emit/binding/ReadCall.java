package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RealWidth;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.processor.extract.JavaTypes;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The call by which generated code reads the value of one key: {@code in.intOf("batch_size")}. */
final class ReadCall {
    private final KeySchema key;
    private final TypeMirror java;
    private final Function<String, ClassName> types;
    private final Function<String, ClassName> bindings;

    /**
     * Reads a key.
     *
     * @param java the type of the component
     * @param types gives the class of a type by its qualified name
     * @param bindings gives the class of the binding of a record by the record's qualified name
     */
    ReadCall(KeySchema key, TypeMirror java, Function<String, ClassName> types, Function<String, ClassName> bindings) {
        this.key = key;
        this.java = java;
        this.types = types;
        this.bindings = bindings;
    }

    CodeBlock code() {
        String primitive = JavaTypes.primitiveOfOptional(java);
        if (primitive != null) {
            String method = Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
            return CodeBlock.of("in.optional$L($L)", method, JavaText.literal(key.name()));
        }
        TypeMirror held = JavaTypes.isOptional(java) ? JavaTypes.argument(java, 0) : null;
        return held == null ? plain(java) : CodeBlock.of("$T.ofNullable($L)", Optional.class, plain(held));
    }

    private CodeBlock plain(TypeMirror type) {
        String name = JavaText.literal(key.name());
        String suffix = key.nullable() ? "OrNull" : "Of";
        String word = word(key.type());
        if (word == null) {
            CodeBlock item = new ItemCall(types, bindings).code(key.type(), type);
            return CodeBlock.of("in.value$L($L, $L)", suffix, name, item);
        }
        String method = "in." + word + suffix;
        if (key.type() instanceof EnumType constants) {
            return CodeBlock.of("$L($L, $T.values())", method, name, types.apply(constants.type()));
        } else if (key.type() instanceof RecordType section) {
            return CodeBlock.of("$L($L, $T.INSTANCE)", method, name, bindings.apply(section.type()));
        }
        return CodeBlock.of("$L($L)", method, name);
    }

    /** The word for a type that has reads of its own, or null. */
    private static @Nullable String word(ValueType type) {
        if (type instanceof BooleanType) {
            return "boolean";
        } else if (type instanceof IntegerType integer) {
            return integer.width().isUnlimited() ? null : integer.width().word();
        } else if (type instanceof RealType real) {
            return real.width() == RealWidth.BIG ? null : real.width().word();
        } else if (type instanceof TextType) {
            return "text";
        } else if (type instanceof PathType) {
            return "path";
        } else if (type instanceof EnumType) {
            return "constant";
        }
        return type instanceof RecordType ? "record" : null;
    }
}
