package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a {@code main} for a {@code CommandAction} and registers it as a subcommand of {@code alchemi}.
 *
 * <p>The action receives a configuration, a record annotated with {@link ConfigSchema}, or options, a record annotated with {@link
 * ConfigRecord} whose components each have {@link Flag} or {@link Operand}. The first sentence of the record's Javadoc is the summary of
 * the command.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Command {
    /** Returns the subcommand, for example {@code align embed}. */
    String value();
}
