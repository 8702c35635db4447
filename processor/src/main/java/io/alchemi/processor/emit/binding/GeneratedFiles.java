package io.alchemi.processor.emit.binding;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.RecordName;
import io.alchemi.processor.extract.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Starts and ends generated classes. */
public final class GeneratedFiles {
    private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    /** The classes of {@code java.lang} that generated code can refer to. */
    private static final List<String> OF_JAVA_LANG = List.of(
            "String",
            "Override",
            "System",
            "Object",
            "SuppressWarnings",
            "Exception",
            "Boolean",
            "Byte",
            "Short",
            "Integer",
            "Long",
            "Float",
            "Double");

    private final Elements elements;
    private final Map<String, Boolean> visible = new HashMap<>();

    /**
     * Creates an instance.
     *
     * @param elements the utilities of the compiler
     */
    public GeneratedFiles(Elements elements) {
        this.elements = elements;
    }

    /** Returns the class of a type in a description. */
    TypeElement element(String type) {
        TypeElement element = elements.getTypeElement(RecordName.of(type).name());
        if (element == null) {
            throw new IllegalStateException("type " + type + " has a description but does not exist");
        }
        return element;
    }

    /** Returns the name of the class that is generated for a type. */
    public static ClassName name(TypeElement type, String suffix) {
        return ClassName.get(Names.packageOf(type), Names.generated(type, suffix));
    }

    /**
     * Starts a class for a type, with the visibility of the type.
     *
     * @param used other elements that the class refers to
     */
    public TypeSpec.Builder start(TypeElement type, String suffix, Element... used) {
        TypeSpec.Builder builder = startHidden(type, suffix, used);
        return isPublic(type) ? builder.addModifiers(Modifier.PUBLIC) : builder;
    }

    /** Starts a package-private class for a type. */
    TypeSpec.Builder startHidden(TypeElement type, String suffix, Element... used) {
        TypeSpec.Builder builder = TypeSpec.classBuilder(name(type, suffix));
        if (isVisible(type, GENERATED)) {
            builder.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", "io.alchemi.processor.SchemaProcessor")
                    .build());
        }
        List<String> warnings = new ArrayList<>();
        if (usesDeprecated(type, used)) {
            warnings.addAll(List.of("deprecation", "removal"));
        }
        if (isOfNamedModule(type)) {
            warnings.add("exports"); // Users decide which of the types in generated signatures their module exports.
        }
        if (!warnings.isEmpty()) {
            builder.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember(
                            "value",
                            "{$L}",
                            warnings.stream().map(JavaText::literal).collect(joining(", ")))
                    .build());
        }
        // The applications of a generic record extend its class.
        return builder.addModifiers(type.getTypeParameters().isEmpty() ? Modifier.FINAL : Modifier.ABSTRACT);
    }

    /** Returns a type annotated as nullable, if JSpecify is visible to the user's module. */
    TypeName nullable(TypeName type, TypeElement user) {
        return isVisible(user, NULLABLE)
                ? type.annotated(AnnotationSpec.builder(NULLABLE).build())
                : type;
    }

    /** Returns true if a module can use a class. Cached, because compilers search again for a class that they did not find. */
    private boolean isVisible(TypeElement user, ClassName wanted) {
        ModuleElement module = elements.getModuleOf(user);
        return visible.computeIfAbsent(module + "/" + wanted.canonicalName(), unknown -> isVisible(module, wanted));
    }

    private boolean isVisible(@Nullable ModuleElement module, ClassName wanted) {
        TypeElement found = module == null
                ? elements.getTypeElement(wanted.canonicalName())
                : elements.getTypeElement(module, wanted.canonicalName());
        return found != null;
    }

    private boolean usesDeprecated(TypeElement type, Element... used) {
        for (Element element : used) {
            if (isDeprecated(element)) {
                return true;
            }
        }
        return isDeprecated(type);
    }

    /** Returns true if references to an element cause warnings, which users cannot suppress in generated code. */
    private boolean isDeprecated(Element element) {
        for (@Nullable Element at = element;
                at != null && !(at instanceof PackageElement);
                at = at.getEnclosingElement()) {
            if (elements.isDeprecated(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfNamedModule(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        return module != null && !module.isUnnamed();
    }

    private static boolean isPublic(TypeElement type) {
        @Nullable Element at = type;
        while (at instanceof TypeElement enclosing) {
            if (!enclosing.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            at = enclosing.getEnclosingElement();
        }
        return true;
    }

    /**
     * Returns the file of a class.
     *
     * @param origin the type that it is generated for
     */
    public JavaFile file(TypeElement origin, TypeSpec.Builder builder) {
        return JavaFile.builder(Names.packageOf(origin), builder.build())
                .skipJavaLangImports(!shadowsJavaLang(origin))
                .indent("    ")
                .build();
    }

    /** Returns true if the package declares a type whose name generated code uses without import. */
    private boolean shadowsJavaLang(TypeElement origin) {
        for (String name : OF_JAVA_LANG) {
            if (isVisible(origin, ClassName.get(Names.packageOf(origin), name))) {
                return true;
            }
        }
        return false;
    }
}
