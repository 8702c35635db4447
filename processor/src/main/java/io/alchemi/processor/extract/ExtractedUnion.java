package io.alchemi.processor.extract;

import io.alchemi.config.schema.ValueType.UnionType;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A sealed interface with the types that it permits.
 *
 * @param element the interface
 * @param type its description; only plain records are branches
 * @param permitted what it permits, the types of sealed interfaces inside it in their place
 * @param place where to report, or null if it is not being compiled
 * @param unresolved whether it permits a type that does not exist
 */
public record ExtractedUnion(
        TypeElement element,
        UnionType type,
        List<Permitted> permitted,
        @Nullable Element place,
        boolean unresolved) {

    /**
     * A permitted type.
     *
     * @param element the type
     * @param tag its tag; where the kind of the YAML value decides, that kind
     * @param form what it is
     * @param place where to report, or null if it is not being compiled
     */
    public record Permitted(
            TypeElement element,
            String tag,
            Form form,
            @Nullable Element place) {}

    /** What a permitted type is. */
    public enum Form {
        /** A record without type parameters, which is a branch. */
        RECORD,
        /** A sealed interface with a discriminator of its own. */
        OTHER_UNION,
        /** Anything else. */
        OTHER
    }
}
