package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a {@code main} for a trainer and registers it as a subcommand of {@code alchemi}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface TrainerCommand {
    /** Returns the subcommand, for example {@code pretrain-mae} or {@code align train}. */
    String value();
}
