package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.Loader;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.extract.ExtractedRecord;
import java.io.InputStream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Builds the {@code …Loader} class of a root record. */
public final class LoaderClass {
    private static final ClassName LOADER = ClassName.get(Loader.class);

    private final GeneratedFiles files;

    /** Creates a builder. */
    public LoaderClass(GeneratedFiles files) {
        this.files = files;
    }

    /** Returns the class for a root record. */
    public TypeSpec.Builder build(ExtractedRecord record, RootSchema root) {
        TypeElement element = record.element();
        ClassName type = ClassName.get(element);
        ClassName self = GeneratedFiles.name(element, "Loader");
        return files.start(element, "Loader")
                .addJavadoc("Loads {@link $T} from YAML (schema {@code $L}). Generated; do not edit.", type, root.id())
                .superclass(ParameterizedTypeName.get(LOADER, type))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Creates a loader.")
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("super($T.INSTANCE)", GeneratedFiles.name(element, "Schema"))
                        .build())
                .addMethod(MethodSpec.methodBuilder("open")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(files.nullable(ClassName.get(InputStream.class), element))
                        .addParameter(String.class, "name")
                        .addStatement("return $T.class.getResourceAsStream(name)", self)
                        .build());
    }
}
