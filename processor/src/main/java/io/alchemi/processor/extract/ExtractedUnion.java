package io.alchemi.processor.extract;

import io.alchemi.config.schema.ValueType.UnionType;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Sealed interface with its permitted types.
 *
 * @param element the interface
 * @param type the description; only plain records are branches
 * @param permitted the permitted types; a nested sealed interface without a discriminator is replaced by its permitted types
 * @param byKeys true if the keys of a mapping select the record
 * @param place the element at which problems are reported, or null if it is not being compiled
 * @param unresolved true if it permits a type that does not exist yet
 */
public record ExtractedUnion(
        TypeElement element,
        UnionType type,
        List<Permitted> permitted,
        boolean byKeys,
        @Nullable Element place,
        boolean unresolved) {

    /**
     * Permitted type.
     *
     * @param element the type
     * @param tag the tag, or the kind of YAML value if the interface has no discriminator
     * @param form the form of the type
     * @param place the element at which problems are reported, or null if it is not being compiled
     */
    public record Permitted(
            TypeElement element,
            String tag,
            Form form,
            @Nullable Element place) {}

    /** Form of a permitted type. */
    public enum Form {
        /** A record without type parameters. Only these are branches. */
        RECORD,
        /** A nested sealed interface with a discriminator. */
        OTHER_UNION,
        /** Anything else. */
        OTHER
    }
}
