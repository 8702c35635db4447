package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Builds the {@code …Docs} class of an enum. Nothing calls it; it keeps the docs for the day on which a record that uses the enum
 * is compiled again and the enum is not.
 */
public final class EnumDocsClass {
    private final GeneratedFiles files;

    /** Builds with these. */
    public EnumDocsClass(GeneratedFiles files) {
        this.files = files;
    }

    /** The class of an enum, its docs taken from those of a record that uses it. */
    public TypeSpec.Builder build(TypeElement type, EnumSchema constants, Docs ofRecord) {
        Docs docs = Docs.empty();
        for (Constant constant : constants.constants()) {
            docs.putConstant(constants.type(), constant.name(), ofRecord.ofConstant(constants.type(), constant.name()));
        }
        TypeSpec.Builder builder = files.start(type, "Docs")
                .addJavadoc("What the constants of {@link $T} mean. Generated from it.", ClassName.get(type));
        TextConstants.add(builder, docs.write());
        return builder.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }
}
