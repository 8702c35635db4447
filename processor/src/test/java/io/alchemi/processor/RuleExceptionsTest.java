package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import org.junit.jupiter.api.Test;

class RuleExceptionsTest {
    @Test
    void rulesAfterOneThatThrowsAreEvaluatedOnce() throws Exception {
        Compilation compilation = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                /**
                 * A study.
                 *
                 * @param x a number
                 */
                @ConfigSchema(id = "study")
                public record Study(@Default("1") int x) {
                    @Rule("a fails")
                    static boolean a(int x) {
                        return x == 1;
                    }

                    @Rule("b throws")
                    static boolean b(int x) {
                        if (x == 2) {
                            throw new IllegalStateException("first");
                        }
                        return true;
                    }

                    @Rule("c fails")
                    static boolean c(int x) {
                        return x == 1;
                    }

                    @Rule("d throws")
                    static boolean d(int x) {
                        if (x == 2) {
                            throw new IllegalStateException("second");
                        }
                        return true;
                    }
                }
                """);
        assertThat(Compile.errors(compilation)).isEmpty();
        Loader<?> loader = (Loader<?>) new CompiledClasses(compilation)
                .loadClass("lab.StudyLoader")
                .getConstructor()
                .newInstance();

        assertThatThrownBy(() -> loader.load("x: 2"))
                .isInstanceOf(ConfigException.class)
                .satisfies(problem -> assertThat(
                                String.valueOf(problem.getMessage()).lines().filter(line -> line.contains("error:")))
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).contains("a fails [ALC305]"),
                                line -> assertThat(line)
                                        .contains("the rule Study.b threw")
                                        .contains("first"),
                                line -> assertThat(line).contains("c fails [ALC305]"),
                                line -> assertThat(line)
                                        .contains("the rule Study.d threw")
                                        .contains("second")));
        assertThat(loader.load("x: 1").value()).hasToString("Study[x=1]");
    }
}
