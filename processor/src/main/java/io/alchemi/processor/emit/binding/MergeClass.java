package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.GlobalMerge;
import io.alchemi.config.generated.GlobalValues;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Builds the {@code …Merge} class of a global block, including the builder of its values. */
public final class MergeClass {
    private static final ClassName MERGE = ClassName.get(GlobalMerge.class);
    private static final ClassName VALUES = ClassName.get(GlobalValues.class);

    private final GeneratedFiles files;

    /** Creates a builder. */
    public MergeClass(GeneratedFiles files) {
        this.files = files;
    }

    /**
     * Returns the class for a global block.
     *
     * @param schema a schema that contains it
     */
    public TypeSpec.Builder build(ExtractedRecord record, ExtractedSchema schema) {
        TypeElement element = record.element();
        ClassName type = ClassName.get(element);
        ClassName values = GeneratedFiles.name(element, "Merge").nestedClass("Values");
        return files.start(element, "Merge")
                .addJavadoc("Merges {@link $T} from all sources. Generated; do not edit.", type)
                .superclass(ParameterizedTypeName.get(MERGE, type))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Creates a merge.")
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("super($T.INSTANCE)", GeneratedFiles.name(element, "Schema"))
                        .build())
                .addMethod(MethodSpec.methodBuilder("values")
                        .addJavadoc("Returns a new source for values that a program sets.\n\n@return an empty source")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(values)
                        .addStatement("return new $T()", values)
                        .build())
                .addType(values(record, schema, values));
    }

    private TypeSpec values(ExtractedRecord record, ExtractedSchema schema, ClassName self) {
        TypeSpec.Builder builder = TypeSpec.classBuilder("Values")
                .addJavadoc("Values that a program sets.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(VALUES)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($T.INSTANCE)", GeneratedFiles.name(record.element(), "Schema"))
                        .build());
        Setters.add(builder, record, self, new Binders(record, schema, files), files);
        return builder.build();
    }
}
