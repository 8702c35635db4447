package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component of a command's options a positional argument, in the order of declaration. The argument is optional if the
 * component has a {@link Default} or may be null; optional arguments come last. A list takes all remaining arguments.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Operand {}
