package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.alchemi.config.generated.PrimitiveArrays;
import io.alchemi.config.generated.ValueReader;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.ProgramScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Builds the expression that reads values of a type: {@code ValueReader.list(ValueReader.scalar(Double.class))}. */
final class ValueReaderCall {
    private final Function<String, ClassName> types;
    private final Function<String, ClassName> bindings;

    /**
     * Creates a builder.
     *
     * @param types maps the qualified name of a type to its class
     * @param bindings maps the qualified name of a record to the class of its binding
     */
    ValueReaderCall(Function<String, ClassName> types, Function<String, ClassName> bindings) {
        this.types = types;
        this.bindings = bindings;
    }

    /** Returns the expression that reads values with a YAML type and a Java type. */
    CodeBlock code(ValueType type, TypeMirror java) {
        return type.accept(new Reader(java));
    }

    /** Builds the expression for values of a Java type. */
    private final class Reader implements ValueType.Visitor<CodeBlock> {
        private final TypeMirror java;

        Reader(TypeMirror java) {
            this.java = java;
        }

        @Override
        public CodeBlock visitScalar(ScalarType type) {
            ProgramScalar made = ProgramScalar.of(java);
            CodeBlock scalar = CodeBlock.of("$T.class", type.kind().javaType());
            return made == null ? call("scalar", scalar) : call("made", CodeBlock.of("$L, $L", scalar, factory(made)));
        }

        @Override
        public CodeBlock visitEnum(EnumType type) {
            return call("constant", constants(type));
        }

        @Override
        public CodeBlock visitList(ListType type) {
            return java instanceof ArrayType array
                    ? array(type, array)
                    : call(type.unique() ? "set" : "list", inner(type.item(), java));
        }

        @Override
        public CodeBlock visitMap(MapType type) {
            EnumType keys = type.keys();
            CodeBlock values = inner(type.value(), java);
            if (keys != null) {
                return call("map", CodeBlock.of("$L, $L", constants(keys), values));
            }
            TypeMirror key = JavaTypes.argument(java, 0);
            if (key == null || JavaTypes.name(key).equals(String.class.getName())) {
                return call("map", values);
            }
            return call("map", CodeBlock.of("$L, $L", code(new ScalarType(type.keyKind()), key), values));
        }

        @Override
        public CodeBlock visitRecord(RecordType type) {
            return call("record", binding(type));
        }

        @Override
        public CodeBlock visitUnion(UnionType type) {
            List<CodeBlock> branches = new ArrayList<>();
            for (Branch branch : type.branches()) {
                branches.add(binding(branch.record()));
            }
            // Without the type, javac infers it from all branches, and takes most of its time for that.
            ClassName union = types.apply(type.type());
            return CodeBlock.of("$T.<$T>union($L)", ValueReader.class, union, CodeBlock.join(branches, ", "));
        }

        @Override
        public CodeBlock visitAny(AnyType type) {
            return CodeBlock.of("$T.any()", ValueReader.class);
        }
    }

    /** Builds an anonymous class, since the first lambda of a program costs its start more. */
    private CodeBlock factory(ProgramScalar made) {
        Class<?> scalar = made.kind().javaType();
        TypeName type = TypeName.get(made.factory().getReturnType()).withoutAnnotations();
        return CodeBlock.of(
                "new $T.Factory<$T, $T>() {\n$>@$T\npublic $T make($T scalar) throws $T {\n$>return $T.$L(scalar);\n$<}\n$<}",
                ValueReader.class,
                scalar,
                type,
                Override.class,
                type,
                scalar,
                Exception.class,
                type,
                made.factory().getSimpleName());
    }

    private CodeBlock inner(ValueType type, TypeMirror holder) {
        TypeMirror item = JavaTypes.item(holder);
        if (item == null) {
            throw new IllegalArgumentException("no items in " + holder);
        }
        return code(type, item);
    }

    private static CodeBlock call(String method, CodeBlock arguments) {
        return CodeBlock.of("$T.$L($L)", ValueReader.class, method, arguments);
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
            return CodeBlock.of("$T.$LS", PrimitiveArrays.class, item.getKind().name());
        }
        TypeMirror innermost = item;
        StringBuilder dimensions = new StringBuilder("[0]");
        while (innermost instanceof ArrayType nested) {
            innermost = nested.getComponentType();
            dimensions.append("[]");
        }
        TypeName element = TypeName.get(innermost).withoutAnnotations();
        return call("array", CodeBlock.of("$L, new $T$L", code(list.item(), item), element, dimensions));
    }
}
