package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.alchemi.config.generated.Item;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import java.util.function.Function;

/** The call by which generated code reads the value of one key: {@code in.intOf("batch_size")}. */
final class ReadCall {
    private final KeySchema key;
    private final Function<String, ClassName> types;
    private final Function<String, ClassName> bindings;

    /**
     * Reads a key.
     *
     * @param types gives the class of a type by its qualified name
     * @param bindings gives the class of the binding of a record by the record's qualified name
     */
    ReadCall(KeySchema key, Function<String, ClassName> types, Function<String, ClassName> bindings) {
        this.key = key;
        this.types = types;
        this.bindings = bindings;
    }

    CodeBlock code() {
        String name = JavaText.literal(key.name());
        if (key.type() instanceof ListType) {
            String call = key.nullable() ? "in.valueOrNull" : "in.valueOf";
            return CodeBlock.of("$L($L, $T.list($T.TEXT))", call, name, Item.class, Item.class);
        }
        String method = "in." + word(key.type()) + (key.nullable() ? "OrNull" : "Of");
        if (key.type() instanceof EnumType constants) {
            return CodeBlock.of("$L($L, $T.values())", method, name, types.apply(constants.type()));
        } else if (key.type() instanceof RecordType section) {
            return CodeBlock.of("$L($L, $T.INSTANCE)", method, name, bindings.apply(section.type()));
        }
        return CodeBlock.of("$L($L)", method, name);
    }

    private static String word(ValueType type) {
        if (type instanceof BooleanType) {
            return "boolean";
        } else if (type instanceof IntegerType integer) {
            return integer.width().word();
        } else if (type instanceof RealType real) {
            return real.width().word();
        } else if (type instanceof TextType) {
            return "text";
        } else if (type instanceof PathType) {
            return "path";
        } else if (type instanceof EnumType) {
            return "constant";
        } else if (type instanceof RecordType) {
            return "record";
        }
        throw new IllegalArgumentException("no way to read " + type);
    }
}
