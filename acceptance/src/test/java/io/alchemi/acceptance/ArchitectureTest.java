package io.alchemi.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import io.alchemi.command.CommandAction;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the allowed dependencies between modules and packages. */
class ArchitectureTest {
    /** The JDK, and annotations that do not exist at run time. */
    private static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations.."};

    /** With an empty import, every rule below that forbids something would hold. */
    @Test
    void allModulesAreChecked() {
        for (String name : new String[] {
            "io.alchemi.schema.ConfigSchema",
            "io.alchemi.config.Loader",
            "io.alchemi.command.Alchemi",
            "io.alchemi.processor.SchemaProcessor",
            "io.alchemi.training.run.Trainer",
            "io.alchemi.trainers.mae.MaePretrainerMain"
        }) {
            Assertions.assertThat(Product.CLASSES.contain(name)).as(name).isTrue();
        }
    }

    /** Each module with the packages that it may depend on. */
    @ParameterizedTest
    @CsvSource({
        "io.alchemi.schema..,",
        "io.alchemi.config..,    org.yaml.snakeyaml..",
        "io.alchemi.command..,   io.alchemi.config.. io.alchemi.schema.. javax.xml.. org.w3c.dom.. org.xml.sax..",
        "io.alchemi.processor.., io.alchemi.config.. io.alchemi.schema.. com.palantir.javapoet.. javax.annotation.processing.."
                + " javax.lang.model.. javax.tools.. com.google.auto.service..",
        "io.alchemi.training..,  io.alchemi.config.. io.alchemi.command.. io.alchemi.schema.. ai.djl.. com.google.gson.."
                + " com.sun.jna.. com.sun.management",
        "io.alchemi.trainers..,  io.alchemi.config.. io.alchemi.command.. io.alchemi.training.. io.alchemi.schema.. ai.djl..",
    })
    void aModuleDependsOnlyOn(String module, String others) {
        dependsOnlyOn(module, others);
    }

    /** The packages of config, from text upwards. The schema package depends only on the diagnostics that its constraints report. */
    @ParameterizedTest
    @CsvSource({
        "io.alchemi.config.text,",
        "io.alchemi.config.diagnose,  io.alchemi.config.text",
        "io.alchemi.config.value,",
        "io.alchemi.config.schema,    io.alchemi.config.diagnose io.alchemi.config.value",
        "io.alchemi.config.tree,      io.alchemi.config.text io.alchemi.config.diagnose org.yaml.snakeyaml..",
        "io.alchemi.config.check,     io.alchemi.config.text io.alchemi.config.diagnose io.alchemi.config.schema"
                + " io.alchemi.config.tree",
        "io.alchemi.config.layer,     io.alchemi.config.text io.alchemi.config.diagnose io.alchemi.config.schema"
                + " io.alchemi.config.tree io.alchemi.config.check",
        "io.alchemi.config.generated, io.alchemi.config.text io.alchemi.config.diagnose io.alchemi.config.schema"
                + " io.alchemi.config.tree io.alchemi.config.check io.alchemi.config.layer",
    })
    void aPackageOfConfigDependsOnlyOn(String name, String others) {
        dependsOnlyOn(name, others);
    }

    private static void dependsOnlyOn(String name, String others) {
        String[] stated = others == null ? new String[0] : others.trim().split(" +");
        String[] all = new String[EVERYWHERE.length + stated.length + 1];
        System.arraycopy(EVERYWHERE, 0, all, 0, EVERYWHERE.length);
        System.arraycopy(stated, 0, all, EVERYWHERE.length, stated.length);
        all[all.length - 1] = name;
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(all).or(JavaClass.Predicates.type(Object[].class)))
                .check(Product.CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.alchemi.(**)").should().beFreeOfCycles().check(Product.CLASSES);
    }

    /** The commands about runs start without the tensor engine, and read only folders. */
    @Test
    void runsAreReadWithoutTheTensorEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.alchemi.training.runs", "io.alchemi.training.report", "io.alchemi.training.folder")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(Product.CLASSES);
    }

    @Test
    void extractionNeitherValidatesNorWrites() {
        noClasses()
                .that()
                .resideInAPackage("io.alchemi.processor.extract")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.annotation.processing.Messager")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.annotation.processing.Filer")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.alchemi.processor.check..", "io.alchemi.processor.emit..")
                .check(Product.CLASSES);
    }

    @Test
    void validationNeverWrites() {
        noClasses()
                .that()
                .resideInAPackage("io.alchemi.processor.check")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.annotation.processing.Filer")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.alchemi.processor.emit..")
                .check(Product.CLASSES);
    }

    @Test
    void writingNeverValidates() {
        noClasses()
                .that()
                .resideInAPackage("io.alchemi.processor.emit..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.annotation.processing.Messager")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.alchemi.processor.check..")
                .check(Product.CLASSES);
    }

    /** JSON Schema, template and page are functions from the description to text. */
    @Test
    void textsDependOnlyOnTheDescription() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.alchemi.processor.emit",
                        "io.alchemi.processor.emit.jsonschema",
                        "io.alchemi.processor.emit.template",
                        "io.alchemi.processor.emit.reference")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.lang.model..",
                        "javax.annotation.processing..",
                        "com.palantir.javapoet..",
                        "io.alchemi.processor.extract..")
                .check(Product.CLASSES);
    }

    /**
     * Only the runtime handles files, the terminal and processes: a trainer has a Run, and a command has its streams. One package reads and
     * writes the user's spectra.
     */
    @Test
    void trainersDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("io.alchemi.trainers..")
                .and()
                .resideOutsideOfPackage("io.alchemi.trainers.spectra.library")
                .and()
                .doNotImplement(CommandAction.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Files.class,
                        File.class,
                        FileChannel.class,
                        FileOutputStream.class,
                        FileWriter.class,
                        PrintStream.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.util.concurrent..")
                .check(Product.CLASSES);
    }

    /** Only generated main classes exit the process, and a second signal, which must not wait. */
    @Test
    void onlyProgramsExit() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .doNotHaveFullyQualifiedName("io.alchemi.command.Alchemi")
                .and()
                .doNotHaveFullyQualifiedName("io.alchemi.training.run.Interruption")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(Product.CLASSES);
    }
}
