/**
 * The annotations by which a record becomes a schema.
 *
 * <p>A key's description is the {@code @param} line of the record's Javadoc; it is never repeated in an annotation. Texts of
 * values ({@link io.alchemi.schema.Default}, {@link io.alchemi.schema.Example}) are YAML, read by the code that reads files.
 *
 * <p>A key is deprecated by {@link java.lang.Deprecated} on its component or on its accessor. The reason, with which files that
 * state the key are warned, is the {@code @deprecated} tag of an accessor that is written out, or else what follows {@code
 * Deprecated:} in the {@code @param} line: {@code @param rate samples a second. Deprecated: write 'period'.}
 *
 * <p>The constraints of Jakarta Validation are honoured where they stand: {@code @Min @Max @DecimalMin @DecimalMax @Positive
 * @PositiveOrZero @Negative @NegativeOrZero @Size @NotEmpty @NotBlank @Pattern @NotNull}; the compiler warns of others by name.
 */
package io.alchemi.schema;
