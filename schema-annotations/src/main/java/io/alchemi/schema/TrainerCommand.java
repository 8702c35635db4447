package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a trainer for which a {@code main} is generated.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface TrainerCommand {
    /** The words by which {@code alchemi} runs it, for example {@code pretrain-mae} or {@code align train}. */
    String value();
}
