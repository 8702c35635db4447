package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No {@code @Nullable} of another library is ignored. */
class NullableOfAnyPackageTest {
    private static final String TRAIN = """
            package lab;

            import io.alchemi.schema.*;
            import other.Nullable;

            @ConfigSchema(id = "train")
            record Train(@Nullable String name) {}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@Target(ElementType.TYPE_USE)",
                "@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})",
                "@Target({ElementType.METHOD, ElementType.PARAMETER})",
                "@Target(ElementType.FIELD)"
            })
    void isHonoured(String target) {
        var compilation = Compile.compile(annotation(target), TRAIN);

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(Compile.generated(compilation, "lab.TrainSchema")).contains("key name name string nullable");
    }

    @Test
    void isRefusedOnItems() {
        assertThat(Compile.errors(
                        annotation("@Target(ElementType.TYPE_USE)"),
                        TRAIN.replace(
                                "@Nullable String name", "@Default(\"[]\") java.util.List<@Nullable String> names")))
                .singleElement()
                .asString()
                .endsWith("[ALC130]");
    }

    private static String annotation(String target) {
        return """
                package other;

                import java.lang.annotation.*;

                %s
                public @interface Nullable {}
                """.formatted(target);
    }
}
