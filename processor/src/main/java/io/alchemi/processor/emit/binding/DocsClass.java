package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.Docs;
import io.alchemi.processor.extract.ExtractedEnum;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Builds the {@code …Docs} class of an enum with the docs of its constants. The schemas of all records that use the enum
 * refer to it, also in later compilations, which see the enum as a class file.
 *
 * <p>That of a sealed interface has its doc comment, which only later compilations read.
 *
 * <p>For an enum without docs the class is empty and not public. It tells later compilations that no docs are missing.
 */
public final class DocsClass {
    private final GeneratedFiles files;

    /** Creates a builder. */
    public DocsClass(GeneratedFiles files) {
        this.files = files;
    }

    /** Returns the class for a sealed interface. */
    public TypeSpec.Builder build(TypeElement union, Docs docs) {
        TypeSpec.Builder builder = files.startHidden(union, "Docs")
                .addJavadoc("Docs of {@link $T}. Generated; do not edit.", ClassName.get(union))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        TextConstants.add(builder, docs.write());
        return builder;
    }

    /** Returns the class for an enum. */
    public TypeSpec.Builder build(ExtractedEnum constants) {
        ClassName type = ClassName.get(constants.element());
        boolean documented = !constants.docs().isEmpty();
        TypeSpec.Builder builder =
                documented ? files.start(constants.element(), "Docs") : files.startHidden(constants.element(), "Docs");
        builder.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (!documented) {
            return builder.addJavadoc("Marks {@link $T} as an enum without docs. Generated; do not edit.", type);
        }
        MethodSpec text = TextConstants.addWithMethod(builder, constants.docs().write())
                .addJavadoc("Returns the docs.\n\n@return one line for each constant")
                .addModifiers(Modifier.PUBLIC)
                .build();
        return builder.addJavadoc("Docs of the constants of {@link $T}. Generated; do not edit.", type)
                .addMethod(text);
    }
}
