/**
 * Annotations that turn a record into a configuration schema.
 *
 * <p>The description of a key is the {@code @param} tag of its component in the record's Javadoc. No annotation repeats it.
 * Values in annotations ({@link io.alchemi.schema.Default}, {@link io.alchemi.schema.Example}) are YAML and are parsed by the
 * same code as configuration files.
 *
 * <p>{@link java.lang.Deprecated} on a component or on its accessor deprecates the key. Loading a file that sets the key gives
 * a warning with the reason. The reason is the {@code @deprecated} tag of an explicitly declared accessor; without one, it is
 * the part of the {@code @param} tag after {@code Deprecated:}, for example {@code @param rate samples per second. Deprecated:
 * write 'period'.}
 *
 * <p>The following constraints of Jakarta Validation are supported: {@code @Min @Max @DecimalMin @DecimalMax @Positive
 * @PositiveOrZero @Negative @NegativeOrZero @Size @NotEmpty @NotBlank @Pattern @NotNull}. The compiler reports a warning with
 * the name of any other.
 */
package io.alchemi.schema;
