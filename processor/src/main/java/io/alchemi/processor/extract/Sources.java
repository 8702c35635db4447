package io.alchemi.processor.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.Origin;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Types that are being compiled. All others are class files of other jars or of an earlier build of this module.
 *
 * <p>Root elements can be class files too: a build tool that compiles a part of a module also passes the class files of the rest
 * to the processors, for aggregating ones.
 */
public final class Sources {
    private static final @Nullable Method FILE_OF = fileOf();

    private final Elements elements;
    private final Set<String> roots = new HashSet<>();
    private final Map<String, Boolean> compiled = new HashMap<>();

    /**
     * Creates an empty set.
     *
     * @param elements the utilities of the compiler
     */
    public Sources(Elements elements) {
        this.elements = elements;
    }

    /** Adds the root elements of a round. */
    public void add(Set<? extends Element> ofRound) {
        for (Element root : ofRound) {
            if (root instanceof TypeElement type) {
                roots.add(type.getQualifiedName().toString());
            }
        }
    }

    /**
     * Returns true if a type is being compiled. Call it only for types of schemas, and before their classes are generated: a
     * search for a missing class is slow, and would find a class that was just generated.
     */
    public boolean contain(TypeElement type) {
        TypeElement outermost = outermost(type);
        String name = outermost.getQualifiedName().toString();
        return roots.contains(name) && compiled.computeIfAbsent(name, unknown -> !isClassFile(outermost));
    }

    /** Returns true if a top-level type with a qualified name is in the sources. */
    boolean haveRoot(String name) {
        return roots.contains(name);
    }

    /** Returns true if a type of the same package, or of the same named module, is in the sources. */
    boolean haveNeighbour(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        boolean isNamed = module != null && !module.isUnnamed();
        for (String root : roots) {
            TypeElement compiled = elements.getTypeElement(root);
            if (compiled != null
                    && (elements.getPackageOf(compiled).equals(elements.getPackageOf(type))
                            || (isNamed && module.equals(elements.getModuleOf(compiled))))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the top-level type that contains a type. */
    public static TypeElement outermost(TypeElement type) {
        TypeElement at = type;
        while (at.getEnclosingElement() instanceof TypeElement enclosing) {
            at = enclosing;
        }
        return at;
    }

    /** Returns true if the compiler found the source of a type, but was not given it, so that it is not processed. */
    boolean lack(TypeElement type) {
        TypeElement outermost = outermost(type);
        if (haveRoot(outermost.getQualifiedName().toString())) {
            return false;
        }
        Kind kind = kindOfFile(outermost);
        return kind == null ? looksLikeSource(outermost) : kind == Kind.SOURCE;
    }

    private boolean isClassFile(TypeElement type) {
        Kind kind = kindOfFile(type);
        return kind == null ? looksLikeClassFile(type) : kind == Kind.CLASS;
    }

    /** Returns the kind of the file of a type, or null if the compiler does not say it: javac before Java 18. */
    private @Nullable Kind kindOfFile(TypeElement type) {
        if (!type.getClass().getModule().isNamed()) {
            return kindInEclipse(type);
        }
        if (FILE_OF == null) {
            return null;
        }
        try {
            return FILE_OF.invoke(elements, type) instanceof JavaFileObject file ? file.getKind() : null;
        } catch (IllegalAccessException | InvocationTargetException unknown) {
            return null;
        }
    }

    /**
     * Returns the kind of the file of a type in Eclipse's compiler, which reports no implicit constructors, and whose
     * {@code getFileObjectOf} throws for sources in the IDE.
     */
    private static @Nullable Kind kindInEclipse(TypeElement type) {
        try {
            // Class.getMethod would load the types of all methods, some of which Java 17 lacks.
            String name = (String) MethodHandles.publicLookup()
                    .findVirtual(type.getClass(), "getFileName", MethodType.methodType(String.class))
                    .invoke(type);
            return name.endsWith(Kind.SOURCE.extension) ? Kind.SOURCE : Kind.CLASS;
        } catch (Throwable unknown) {
            return null;
        }
    }

    private boolean looksLikeClassFile(TypeElement type) {
        String suffix = type.getKind() == ElementKind.RECORD ? "Schema" : "Docs";
        return !looksLikeSource(type) && elements.getTypeElement(Names.qualified(type, suffix)) != null;
    }

    /** Returns true if a type has doc comments or implicit constructors, which class files do not have. */
    private boolean looksLikeSource(TypeElement type) {
        return elements.getDocComment(type) != null
                || type.getEnclosedElements().stream().anyMatch(this::isOfSource);
    }

    private boolean isOfSource(Element member) {
        return switch (member.getKind()) {
            case ENUM_CONSTANT -> elements.getDocComment(member) != null;
            case CONSTRUCTOR -> elements.getOrigin(member) == Origin.MANDATED;
            default -> false;
        };
    }

    private static @Nullable Method fileOf() {
        try {
            return Elements.class.getMethod("getFileObjectOf", Element.class);
        } catch (NoSuchMethodException before18) {
            return null;
        }
    }
}
