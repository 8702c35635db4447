package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.alchemi.config.generated.Arrays;
import io.alchemi.config.generated.Item;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.extract.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** The expression that says how values of a type are read: {@code Item.list(Item.DOUBLE)}. */
final class ItemCall {
    private final Function<String, ClassName> types;
    private final Function<String, ClassName> bindings;

    /**
     * Names classes.
     *
     * @param types gives the class of a type by its qualified name
     * @param bindings gives the class of the binding of a record by the record's qualified name
     */
    ItemCall(Function<String, ClassName> types, Function<String, ClassName> bindings) {
        this.types = types;
        this.bindings = bindings;
    }

    /** How values are read that are of a type in YAML and of a type in Java. */
    CodeBlock code(ValueType type, TypeMirror java) {
        if (type instanceof ListType list) {
            return java instanceof ArrayType array
                    ? array(list, array)
                    : call(list.unique() ? "set" : "list", inner(list.item(), java));
        } else if (type instanceof MapType map) {
            EnumType keys = map.keys();
            CodeBlock values = inner(map.value(), java);
            return call("map", keys == null ? values : CodeBlock.of("$L, $L", constants(keys), values));
        } else if (type instanceof EnumType constants) {
            return call("constant", constants(constants));
        } else if (type instanceof RecordType record) {
            return call("record", binding(record));
        } else if (type instanceof UnionType union) {
            List<CodeBlock> branches = new ArrayList<>();
            for (Branch branch : union.branches()) {
                branches.add(binding(branch.record()));
            }
            return call("union", CodeBlock.join(branches, ", "));
        }
        return CodeBlock.of("$T.$L", Item.class, scalar(type));
    }

    private CodeBlock inner(ValueType type, TypeMirror holder) {
        TypeMirror item = JavaTypes.item(holder);
        if (item == null) {
            throw new IllegalArgumentException("no items in " + holder);
        }
        return code(type, item);
    }

    private static CodeBlock call(String method, CodeBlock arguments) {
        return CodeBlock.of("$T.$L($L)", Item.class, method, arguments);
    }

    private CodeBlock constants(EnumType type) {
        return CodeBlock.of("$T.values()", types.apply(type.type()));
    }

    private CodeBlock binding(RecordType record) {
        return CodeBlock.of("$T.INSTANCE", bindings.apply(record.type()));
    }

    private CodeBlock array(ListType list, ArrayType array) {
        TypeMirror item = array.getComponentType();
        if (item.getKind().isPrimitive()) {
            return CodeBlock.of("$T.$LS", Arrays.class, item.getKind().name());
        }
        TypeMirror inmost = item;
        StringBuilder dimensions = new StringBuilder("[0]");
        while (inmost instanceof ArrayType nested) {
            inmost = nested.getComponentType();
            dimensions.append("[]");
        }
        TypeName element = TypeName.get(inmost).withoutAnnotations();
        return call("array", CodeBlock.of("$L, new $T$L", code(list.item(), item), element, dimensions));
    }

    private static String scalar(ValueType type) {
        if (type instanceof BooleanType) {
            return "BOOLEAN";
        } else if (type instanceof IntegerType integer) {
            return integer.width().isUnlimited()
                    ? "BIG_INTEGER"
                    : upper(integer.width().word());
        } else if (type instanceof RealType real) {
            return real.width() == ValueType.RealWidth.BIG
                    ? "BIG_DECIMAL"
                    : upper(real.width().word());
        } else if (type instanceof FormattedType formatted) {
            return upper(formatted.format().word());
        } else if (type instanceof PathType) {
            return "PATH";
        } else if (type instanceof TextType) {
            return "TEXT";
        }
        throw new IllegalArgumentException("no way to read " + type);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
