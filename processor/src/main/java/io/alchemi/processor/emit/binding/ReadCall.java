package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.ProgramScalar;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Builds the call that reads the value of one key in generated code: {@code in.intOf("batch_size")}. */
final class ReadCall {
    private final KeySchema key;
    private final TypeMirror java;
    private final Function<String, ClassName> types;
    private final Function<String, ClassName> bindings;

    /**
     * Creates a builder.
     *
     * @param java the type of the component
     * @param types maps the qualified name of a type to its class
     * @param bindings maps the qualified name of a record to the class of its binding
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
        if (key.type() instanceof EnumType constants) {
            return CodeBlock.of("in.constant$L($L, $T.values())", suffix, name, types.apply(constants.type()));
        } else if (key.type() instanceof RecordType section) {
            return CodeBlock.of("in.record$L($L, $T.INSTANCE)", suffix, name, bindings.apply(section.type()));
        }
        String method = key.type() instanceof ScalarType scalar && ProgramScalar.of(type) == null
                ? methodPrefix(scalar.kind())
                : null;
        return method == null
                ? CodeBlock.of(
                        "in.value$L($L, $L)", suffix, name, new ValueReaderCall(types, bindings).code(key.type(), type))
                : CodeBlock.of("in.$L$L($L)", method, suffix, name);
    }

    /** Returns the prefix of the {@link Fields} method that reads a kind, or null if there is no such method. */
    private static @Nullable String methodPrefix(ScalarKind kind) {
        return switch (kind) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, STRING, PATH -> kind.word();
            case INPUT -> ScalarKind.PATH.word();
            case SECRET -> ScalarKind.STRING.word();
            default -> null;
        };
    }
}
