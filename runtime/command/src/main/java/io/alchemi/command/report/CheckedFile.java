package io.alchemi.command.report;

import org.jspecify.annotations.Nullable;

/**
 * A file that was validated.
 *
 * @param name its name, as in messages
 * @param profile the name of the file of its profile, or null
 * @param schema the id of its schema, or null if it could not be determined
 * @param valid true if it may be used
 */
public record CheckedFile(
        String name, @Nullable String profile, @Nullable String schema, boolean valid) {}
