package io.alchemi.config.schema;

import java.util.List;

/**
 * The form of a text.
 *
 * @param regex a regular expression that the whole text matches
 * @param describedAs what such a text is, for messages
 * @param suggestions values that editors and shells offer; their docs stand in {@link Docs}
 */
public record TextPattern(String regex, String describedAs, List<String> suggestions) {}
