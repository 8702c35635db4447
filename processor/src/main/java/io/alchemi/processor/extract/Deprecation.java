package io.alchemi.processor.extract;

import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Deprecation of a component or of a constant of an enum.
 *
 * <p>Components have no doc comment. The reason is the {@code @deprecated} tag of an explicitly declared accessor; without one,
 * it is the part of the component's {@code @param} tag after {@code Deprecated:}.
 *
 * @param reason the reason, or null if it is not deprecated
 * @param doc the description, of a component without the reason
 */
record Deprecation(@Nullable String reason, String doc) {
    private static final String DEPRECATED = "java.lang.Deprecated";
    private static final String MARK = "Deprecated:";

    /**
     * Returns the deprecation of a component.
     *
     * @param field the component's field, which holds the annotations that do not target components
     * @param doc the component's {@code @param} tag
     */
    static Deprecation of(RecordComponentElement component, Element field, String doc, Elements elements) {
        Element accessor = component.getAccessor();
        boolean deprecated = Annotations.find(field, DEPRECATED) != null
                || (accessor != null && Annotations.find(accessor, DEPRECATED) != null);
        if (!deprecated) {
            return new Deprecation(null, doc);
        }
        String tag = accessor == null
                ? ""
                : DocComment.of(elements.getDocComment(accessor)).deprecated();
        int mark = doc.indexOf(MARK);
        String line = mark < 0 ? "" : doc.substring(mark + MARK.length()).strip();
        String rest = mark < 0 ? doc : doc.substring(0, mark).strip();
        return new Deprecation(phrase(tag.isEmpty() ? line : tag), rest);
    }

    /**
     * Returns the deprecation of a constant. Its description contains the reason, since class files have no tags.
     *
     * @param doc its description
     * @param tag the text of its {@code @deprecated} tag, empty if there is none or the constant is from a class file
     */
    static Deprecation ofConstant(Element constant, String doc, String tag) {
        if (Annotations.find(constant, DEPRECATED) == null) {
            return new Deprecation(null, doc);
        } else if (!tag.isEmpty()) {
            return new Deprecation(phrase(tag), (doc + " " + MARK + " " + tag).strip());
        }
        int mark = doc.lastIndexOf(MARK);
        return new Deprecation(
                mark < 0 ? "" : phrase(doc.substring(mark + MARK.length()).strip()), doc);
    }

    /** Removes the full stop, since messages append the reason to a sentence. */
    private static String phrase(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
