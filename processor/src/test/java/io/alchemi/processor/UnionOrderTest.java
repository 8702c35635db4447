package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the variants of sealed interfaces: that of their declarations. */
class UnionOrderTest {
    /** Sealed interfaces with and without a permits clause, whose records are not in the order of their names. */
    static final String SOURCE = """
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "study")
                record Study(
                        @Default("{siblings: sgd}") Siblings siblings,
                        @Default("{members: y}") Members members,
                        @Default("{listed: a}") Listed listed,
                        @Default("{spread: z}") Spread spread) {

                    record Before() {
                        record Early(@Default("1") int x) implements Siblings {}
                    }

                    @Discriminator("siblings")
                    sealed interface Siblings {
                        record Own(@Default("1") int x) implements Siblings {}
                    }

                    record Sgd(@Default("1") int x) implements Siblings {}

                    record Adam(@Default("1") int x) implements Siblings {}

                    record AdamW(@Default("1") int x) implements Siblings {}

                    record Inner(@Default("1") int x) implements Later {}

                    record Outer(@Default("1") int x) implements Siblings {}

                    sealed interface Later extends Siblings {}

                    @Discriminator("members")
                    sealed interface Members {
                        record Y(@Default("1") int x) implements Members {}

                        record B(@Default("1") int x) implements Members {}
                    }

                    @Discriminator("listed")
                    sealed interface Listed permits Listed.B, Sub, Listed.A {
                        record A(@Default("1") int x) implements Listed {}

                        record B(@Default("1") int x) implements Listed {}
                    }

                    sealed interface Sub extends Listed permits C2, C1 {}

                    record C1(@Default("1") int x) implements Sub {}

                    record C2(@Default("1") int x) implements Sub {}

                    record Z(@Default("1") int x) implements Spread {}

                    record M(@Default("1") int x) implements Spread {
                        record S(@Default("1") int x) implements Spread {}

                        record R(@Default("1") int x) implements Spread {}
                    }

                    @Discriminator("spread")
                    sealed interface Spread {}

                    record A(@Default("1") int x) implements Spread {}
                }
                """;

    static final String[] ORDERS = {
        "\"early\", \"own\", \"sgd\", \"adam\", \"adam_w\", \"outer\", \"inner\"",
        "\"y\", \"b\"",
        "\"a\", \"b\", \"c1\", \"c2\"",
        "\"z\", \"m\", \"s\", \"r\", \"a\""
    };

    @TempDir
    private Path folder;

    @Test
    void theDeclarationsGiveTheOrder() throws IOException {
        assertThat(orders(Compile.generated(Compile.compile(SOURCE)))).startsWith(ORDERS);
    }

    @Test
    void theOrderIsTheSameInTheOtherRelease() throws Exception {
        Javac other = Javac.ofOtherRelease();
        Path out = other.compile(folder.resolve("classes"), List.of(), false, Javac.sources(SOURCE));

        Map<String, String> generated = Javac.generated(out);
        assertThat(orders(generated)).startsWith(ORDERS);
    }

    /** Returns the values of each tag, as in the JSON Schema. */
    static List<String> orders(Map<String, String> generated) {
        Matcher found =
                Pattern.compile("\"enum\": \\[([^]]*)]").matcher(generated.getOrDefault("lab/study.schema.json", ""));
        List<String> orders = new ArrayList<>();
        while (found.find()) {
            orders.add(found.group(1));
        }
        return orders;
    }
}
