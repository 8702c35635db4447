package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.processor.extract.ExtractedEnum;
import javax.lang.model.element.Modifier;

/**
 * Builds the {@code …Docs} class of an enum with the docs of its constants. The schemas of all records that use the enum
 * refer to it, also in later compilations, which see the enum as a class file.
 *
 * <p>For an enum without docs the class is empty and not public. It tells later compilations that no docs are missing.
 */
public final class EnumDocsClass {
    private final GeneratedFiles files;

    /** Creates a builder. */
    public EnumDocsClass(GeneratedFiles files) {
        this.files = files;
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
