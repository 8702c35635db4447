package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequiredIfTest {
    @Test
    void theConditionCanHoldAndTheKeyIsNullByDefault() {
        assertThat(Compile.errors("""
                        package lab;

                        import io.alchemi.schema.*;
                        import org.jspecify.annotations.Nullable;

                        @ConfigSchema(id = "bad")
                        record Bad(
                                @Default("disk") Kind type,
                                @Default("1") int count,
                                @Default("false") boolean on,
                                @Default("x") @RequiredIf(key = "type", equals = "s3") String stated,
                                @Nullable @Example("x") @RequiredIf(key = "typ", equals = "s3") String unknown,
                                @Nullable @Example("x") @RequiredIf(key = "itself", equals = "x") String itself,
                                @Nullable @Example("x") @RequiredIf(key = "type", equals = "s4") String never,
                                @Nullable @Example("x") @RequiredIf(key = "count", equals = "1") String number,
                                @Nullable @Example("x") @RequiredIf(key = "on", equals = "yes") String yes,
                                @Nullable @RequiredIf(key = "on", equals = "true") String bare,
                                @Nullable @Example("x") @RequiredIf(key = "type", equals = "s3") String good) {
                            enum Kind { DISK, S3 }
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "Bad.java:11 stated: @RequiredIf on Bad.stated needs a component that is null if the key is missing."
                                + " Make it @Nullable, without @Default. [ALC154]",
                        "Bad.java:12 unknown: @RequiredIf on Bad.unknown refers to 'typ', which is not another key of the"
                                + " record. Did you mean 'type'? Write the name of a key as in YAML. [ALC154]",
                        "Bad.java:13 itself: @RequiredIf on Bad.itself refers to 'itself', which is not another key of the"
                                + " record. Write the name of a key as in YAML. [ALC154]",
                        "Bad.java:14 never: @RequiredIf on Bad.never can never hold: 'type' is 's4', but must be one of disk | s3."
                                + " Write a value that 'type' can have. [ALC154]",
                        "Bad.java:15 number: @RequiredIf on Bad.number depends on 'count', which is of type integer."
                                + " Use a key whose type is an enum, a boolean or a string. [ALC154]",
                        "Bad.java:16 yes: @RequiredIf on Bad.yes compares the boolean 'on' with 'yes'. Write \"true\" or"
                                + " \"false\". [ALC154]",
                        "Bad.java:17 bare: Bad.bare is required, so the template needs a value for 'bare'. Add"
                                + " @Example(\"…\"). [ALC117]");
    }
}
