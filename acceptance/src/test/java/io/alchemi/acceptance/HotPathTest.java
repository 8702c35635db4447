package io.alchemi.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that code on the path of reading a valid configuration avoids features that cost several milliseconds of class loading per
 * start. Covers config and command, and the code generated for users' records.
 */
class HotPathTest {
    private static final DescribedPredicate<JavaClass> HOT = resideInAnyPackage(
                    "io.alchemi.config..", "io.alchemi.command..")
            .or(describe(
                    "generated schemas and loaders",
                    type -> type.getSimpleName().endsWith("Schema")
                            || type.getSimpleName().endsWith("Loader")
                            || type.getSimpleName().endsWith("Main")))
            .and(resideInAnyPackage(
                    "io.alchemi.config..", "io.alchemi.command..", "io.alchemi.training..", "io.alchemi.trainers.."))
            .and(describe(
                    "not settings of editors, which are written on request",
                    type -> !type.getPackageName().equals("io.alchemi.command.editor")
                            || type.getSimpleName().equals("WrittenConfiguration")))
            .as("the hot path");

    @Test
    void noStreamsLoggersAndServices() {
        noClasses()
                .that(HOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.stream..", "java.util.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ServiceLoader.class, System.Logger.class)
                .check(Product.CLASSES);
    }

    /** Only schemas with {@code @Matches} or a string with a format need regular expressions. */
    @Test
    void regularExpressionsOnlyInTheCheckOfStrings() {
        noClasses()
                .that(HOT)
                .and()
                .doNotHaveFullyQualifiedName("io.alchemi.config.schema.ScalarKind")
                .and()
                .doNotHaveFullyQualifiedName("io.alchemi.config.schema.StringPattern")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")
                .orShould()
                .callMethodWhere(callsStringMethod(Set.of("matches", "replaceAll", "replaceFirst")))
                .check(Product.CLASSES);
    }

    @Test
    void noFormatting() {
        noClasses()
                .that(HOT)
                .should()
                .callMethodWhere(callsStringMethod(Set.of("format", "formatted")))
                .orShould()
                .callMethodWhere(describe("printf", call -> call.getName().equals("printf")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Formatter")
                .check(Product.CLASSES);
    }

    /** SnakeYAML's Yaml class starts java.util.logging and looks for services; the parser's events do not. */
    @Test
    void noYamlObject() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.yaml.snakeyaml.Yaml")
                .check(Product.CLASSES);
    }

    @Test
    void noLambdas() {
        classes()
                .that(HOT)
                .should(notMention("java/lang/invoke/LambdaMetafactory"))
                .check(Product.CLASSES);
    }

    /** Concatenation through invokedynamic costs 31 ms per start. The compiler flag that disables it is easily lost. */
    @Test
    void noBootstrappedConcatenation() {
        classes().should(notMention("java/lang/invoke/StringConcatFactory")).check(Product.CLASSES);
    }

    /** Code that only mistakes need may use them. */
    @Test
    void aGoodFileIsCheckedWithoutAnyOfThem(@TempDir Path folder) throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        StartedProcess validate = StartedProcess.start(
                work,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        Checkout.REPOSITORY
                                .resolve("trainers/target/dist/alchemi.jar")
                                .toString(),
                        "io.alchemi.command.Alchemi",
                        "validate",
                        Checkout.REPOSITORY
                                .resolve("configs/phase2/alignment.yaml")
                                .toString()));
        assertThat(validate.exitCode()).as(validate.err()).isZero();
        assertThat(validate.out())
                .contains("io.alchemi.config.tree.SimpleYaml ")
                .doesNotContain(
                        "org.yaml.snakeyaml.",
                        "java.util.regex.Pattern$",
                        "java.util.stream.",
                        "java.util.Formatter",
                        "java.lang.invoke.InnerClassLambdaMetafactory");
    }

    private static DescribedPredicate<JavaCall<?>> callsStringMethod(Set<String> names) {
        return describe(
                "String." + names,
                call -> call.getTargetOwner().isEquivalentTo(String.class) && names.contains(call.getName()));
    }

    /** Checks the constant pool, because ArchUnit does not show calls through invokedynamic. */
    private static ArchCondition<JavaClass> notMention(String constant) {
        return new ArchCondition<>("not mention " + constant) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (bytes(type).contains(constant)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " mentions " + constant));
                }
            }
        };
    }

    private static String bytes(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
