package io.alchemi.processor.extract;

import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Why a component should no longer be used.
 *
 * <p>A component has no comment of its own. The reason is that of the {@code @deprecated} tag of its accessor, if that is
 * written out, else what follows {@code Deprecated:} in the component's line of the record's comment.
 *
 * @param reason why, or null if the component may be used
 * @param doc what the component means, without the reason
 */
record Deprecation(@Nullable String reason, String doc) {
    private static final String DEPRECATED = "java.lang.Deprecated";
    private static final String MARK = "Deprecated:";

    /**
     * Reads a component.
     *
     * @param field its field, which bears the annotations of the component that are not for components
     * @param doc its line of the record's comment
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

    /** The reason ends a sentence of ours. */
    private static String phrase(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
