package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.SchemaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Constraints of Jakarta Validation, known by their names alone. */
class JakartaConstraintsTest {
    /** Annotations with the targets and members of the originals. */
    static final List<JavaFileObject> JAKARTA = Stream.of(
                    constraint("Min", "long value();", true),
                    constraint("Max", "long value();", false),
                    constraint("DecimalMin", "String value(); boolean inclusive() default true;", false),
                    constraint("DecimalMax", "String value(); boolean inclusive() default true;", false),
                    constraint("Positive", "", false),
                    constraint("PositiveOrZero", "", false),
                    constraint("Negative", "", false),
                    constraint("NegativeOrZero", "", false),
                    constraint("Size", "int min() default 0; int max() default Integer.MAX_VALUE;", false),
                    constraint("NotNull", "", false),
                    constraint("NotEmpty", "", false),
                    constraint("NotBlank", "", false),
                    constraint("Email", "", false),
                    constraint("AssertTrue", "", false),
                    constraint("Digits", "int integer(); int fraction();", false),
                    constraint(
                            "Pattern",
                            "String regexp(); Flag[] flags() default {}; enum Flag { CASE_INSENSITIVE }",
                            false),
                    """
                    package jakarta.validation;

                    public @interface Constraint {
                        Class<?>[] validatedBy();
                    }
                    """)
            .map(Compile::source)
            .toList();

    private static String constraint(String name, String members, boolean repeatable) {
        return """
                package jakarta.validation.constraints;

                import static java.lang.annotation.ElementType.*;

                import java.lang.annotation.*;

                @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
                REPEATABLE
                public @interface NAME {
                    MEMBERS

                    String message() default "{}";

                    @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
                    @interface List {
                        NAME[] value();
                    }
                }
                """.replace("REPEATABLE", repeatable ? "@Repeatable(NAME.List.class)" : "")
                .replace("MEMBERS", members)
                .replace("NAME", name);
    }

    @Test
    void theyNarrowWhatFilesMayHold() throws Exception {
        Compilation compilation = compile("""
                package lab;

                import io.alchemi.schema.*;
                import jakarta.validation.constraints.*;
                import java.util.*;

                @ConfigSchema(id = "fine")
                record Fine(
                        @Default("5") @Min(1) @Max(9) int both,
                        @Default("5") @Min(1) @Min(3) int twice,
                        @Default("5") @Range(min = 2, max = 8) @Min(1) @Max(7) int ours,
                        @Default("5") @DecimalMin(value = "0.5", inclusive = false) @DecimalMax("9.5") double decimal,
                        @Default("5") @Positive int positive,
                        @Default("0") @PositiveOrZero int positiveOrZero,
                        @Default("-5") @Negative int negative,
                        @Default("0") @NegativeOrZero int negativeOrZero,
                        @Default("ab") @Size(min = 1, max = 3) String sized,
                        @Default("[1]") @NotEmpty List<@Positive Integer> items,
                        @Default("[a]") @Size(max = 2) String[] array,
                        @Default("ab") @NotBlank String notBlank,
                        @Default("ab") @Pattern(regexp = "[a-z]+") String pattern,
                        @Default("ab") @NotNull String notNull,
                        Optional<@Positive Integer> maybe) {}
                """);

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(constraints(compilation))
                .containsExactly(
                        "both min 1 max 9",
                        "twice min 3",
                        "ours min 2 max 7",
                        "decimal over 0.5 max 9.5",
                        "positive over 0",
                        "positive_or_zero min 0",
                        "negative under 0",
                        "negative_or_zero max 0",
                        "sized minlength 1 maxlength 3",
                        "items minlength 1 over 0",
                        "array maxlength 2",
                        "not_blank matches \"[\\\\d\\\\D]*[^\\\\x00-\\\\x20][\\\\d\\\\D]*\" \"a non-blank string\"",
                        "pattern matches [a-z]+ \"a string that matches [a-z]+\"",
                        "not_null",
                        "maybe over 0");
    }

    @Test
    void whatADescriptionCannotSayIsWarnedOfByName() {
        Compilation compilation = compile("""
                package lab;

                import io.alchemi.schema.*;
                import jakarta.validation.constraints.*;
                import java.util.*;

                @ConfigSchema(id = "warned")
                record Warned(
                        @Default("a@b.c") @Email String mail,
                        @Default("5") @Digits(integer = 1, fraction = 0) int digits,
                        @Default("ab") @Pattern(regexp = "AB", flags = Pattern.Flag.CASE_INSENSITIVE) String flags,
                        @Default("ab") @Min(1) String text,
                        @Default("5") @Size(min = 1) int number,
                        @Default("[ab]") List<@Size(min = 1) String> items,
                        @Default("ab") @NotBlank @Pattern(regexp = "ab") String twice,
                        @Default("1") @DecimalMin("one") double worded,
                        @Default("1") @Even int custom,
                        @Default("5") @Min(value = 1, message = "too small") int told,
                        @Default("a@b.c") @SuppressWarnings("ALC139") @Email String silenced) {

                    @AssertTrue
                    boolean isEven() {
                        return digits % 2 == 0;
                    }

                    @AssertTrue
                    @SuppressWarnings("ALC139")
                    boolean isOdd() {
                        return digits % 2 == 1;
                    }
                }

                @jakarta.validation.Constraint(validatedBy = {})
                @interface Even {}
                """);

        String suppress = ", or suppress this warning with @SuppressWarnings(\"ALC139\"). [ALC139]";
        String rest =
                ", so files are not checked against it. Use @Range, @Length, @Matches or @Rule instead" + suppress;
        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(warnings(compilation))
                .containsExactly(
                        "9: @Email on Warned.mail is not supported" + rest,
                        "10: @Digits on Warned.digits is not supported" + rest,
                        "11: @Pattern on Warned.flags has flags, which JSON Schema does not support" + rest,
                        "12: @Min on Warned.text applies only to numbers" + rest,
                        "13: @Size on Warned.number applies only to strings and to whole lists, sets and maps" + rest,
                        "14: @Size on Warned.items applies only to strings and to whole lists, sets and maps" + rest,
                        "15: @Pattern on Warned.twice is a second pattern, and a string can have only one" + rest,
                        "16: @DecimalMin on Warned.worded has a value that is not a number" + rest,
                        "17: @Even on Warned.custom is not supported" + rest,
                        "18: @Min on Warned.told has a message that is never shown, because diagnostics state the"
                                + " constraint themselves. Remove the message, or use @Matches(describedAs = …) or"
                                + " @Rule instead" + suppress,
                        "22: @AssertTrue on Warned.isEven applies to a method, so files are not checked against it."
                                + " Use @Rule on a static method whose parameters are components instead" + suppress);
    }

    @Test
    void togetherWithOursTheyMustLeaveAValue() {
        assertThat(Compile.errors(compile("""
                        package lab;

                        import io.alchemi.schema.*;
                        import jakarta.validation.constraints.*;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("5") @Range(max = 9) @Min(10) int range,
                                @Default("ab") @Length(max = 2) @Size(min = 3) String text) {}
                        """)))
                .hasSize(2)
                .anySatisfy(error ->
                        assertThat(error).startsWith("Bad.java:8 range: ").contains("[ALC105]"))
                .anySatisfy(error ->
                        assertThat(error).startsWith("Bad.java:9 text: ").contains("[ALC134]"));
    }

    private static Compilation compile(String text) {
        List<JavaFileObject> sources = new ArrayList<>(JAKARTA);
        sources.add(Compile.source(text));
        return Compile.compiler().withOptions("--release", "17").compile(sources);
    }

    private static List<String> constraints(Compilation compilation) throws ReflectiveOperationException {
        RecordSchema record = ((RecordBinder<?>) new CompiledClasses(compilation).instance("lab.FineSchema")).record();
        List<String> constraints = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            String line = SchemaText.write(record)
                    .lines()
                    .filter(candidate -> candidate.startsWith("key " + key.name() + " "))
                    .findFirst()
                    .orElseThrow();
            int start = line.indexOf("default");
            int end = start < 0 ? line.indexOf("nullable") : line.indexOf(' ', start + 8);
            constraints.add(key.name() + (end < 0 ? "" : line.substring(start < 0 ? end + 8 : end)));
        }
        return constraints;
    }

    private static List<String> warnings(Compilation compilation) {
        List<String> warnings = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> warning : compilation.warnings()) {
            warnings.add(warning.getLineNumber() + ": " + warning.getMessage(Locale.ROOT));
        }
        return warnings;
    }
}
