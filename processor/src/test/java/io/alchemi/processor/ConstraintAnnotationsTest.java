package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.testing.ConstraintSamples;
import io.alchemi.processor.extract.ConstraintAnnotations;
import io.alchemi.processor.extract.SchemaAnnotation;
import io.alchemi.schema.Alias;
import io.alchemi.schema.Between;
import io.alchemi.schema.Default;
import io.alchemi.schema.Example;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Flatten;
import io.alchemi.schema.Input;
import io.alchemi.schema.Key;
import io.alchemi.schema.Length;
import io.alchemi.schema.Matches;
import io.alchemi.schema.MultipleOf;
import io.alchemi.schema.Operand;
import io.alchemi.schema.Range;
import io.alchemi.schema.RequiredIf;
import io.alchemi.schema.Secret;
import io.alchemi.schema.Suggest;
import io.alchemi.schema.Unit;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each annotation that states a constraint, by the table that reads them. */
class ConstraintAnnotationsTest {
    /** How each is written on a component to which it applies. */
    private static final Map<Class<? extends Annotation>, String> SAMPLES = Map.of(
            Range.class, "@Default(\"1\") @Range(min = 1) int",
            Between.class, "@Default(\"1s\") @Between(min = \"1s\") java.time.Duration",
            MultipleOf.class, "@Default(\"16\") @MultipleOf(8) int",
            Length.class, "@Default(\"ab\") @Length(2) String",
            Matches.class, "@Default(\"ab\") @Matches(value = \"[a-z]+\", describedAs = \"a word\") String");

    /** The annotations of components that state something else. */
    private static final Set<Class<? extends Annotation>> OTHERS = Set.of(
            Alias.class,
            Default.class,
            Example.class,
            Flag.class,
            Flatten.class,
            Input.class,
            Key.class,
            Operand.class,
            RequiredIf.class,
            Secret.class,
            Suggest.class,
            Suggest.All.class,
            Unit.class);

    /** Otherwise an annotation would be accepted and have no effect. */
    @Test
    void anAnnotationOfComponentsStatesAConstraintOrIsAmongTheOthers() throws Exception {
        Set<Class<?>> known = new HashSet<>(OTHERS);
        known.addAll(annotations());

        assertThat(annotationsOfComponents())
                .hasSizeGreaterThan(10)
                .allSatisfy(annotation -> assertThat(known)
                        .as("@" + annotation.getSimpleName() + " has no row in ConstraintAnnotations")
                        .contains(annotation));
    }

    @Test
    void theProcessorKnowsAllAnnotationsByName() throws Exception {
        assertThat(SchemaAnnotation.values())
                .extracting(SchemaAnnotation::simpleName)
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(namesOfAll());
        for (String name : namesOfAll()) {
            for (Class<?> nested : Class.forName("io.alchemi.schema." + name).getDeclaredClasses()) {
                assertThat(!nested.isAnnotation() || nested.getSimpleName().equals("All"))
                        .as(nested + " is the container of a repeatable annotation, which is called All")
                        .isTrue();
            }
        }
    }

    private static List<String> namesOfAll() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../schema-annotations/src/main/java/io/alchemi/schema"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
        }
    }

    private static List<Class<?>> annotationsOfComponents() throws IOException, ClassNotFoundException {
        Stream.Builder<Class<?>> all = Stream.builder();
        for (String name : namesOfAll()) {
            Class<?> annotation = Class.forName("io.alchemi.schema." + name);
            all.add(annotation);
            Arrays.stream(annotation.getDeclaredClasses())
                    .filter(Class::isAnnotation)
                    .forEach(all::add);
        }
        return all.build()
                .filter(type ->
                        Arrays.asList(type.getAnnotation(Target.class).value()).contains(ElementType.RECORD_COMPONENT))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void anAnnotationBecomesAConstraintOfTheKey(Class<? extends Annotation> annotation) throws Exception {
        assertThat(constraints(annotation)).hasSize(1);
    }

    private static List<Constraint> constraints(Class<? extends Annotation> annotation) throws Exception {
        Compilation compilation = compile(sample(annotation));
        assertThat(Compile.errors(compilation)).isEmpty();

        RecordBinder<?> binder = (RecordBinder<?>) new CompiledClasses(compilation).instance("lab.SampleSchema");
        return Objects.requireNonNull(binder.record().key("value")).constraints();
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void anAnnotationIsRefusedOnATypeToWhichItDoesNotApply(Class<? extends Annotation> annotation) {
        String sample = sample(annotation);
        String stated = sample.substring(sample.indexOf(')') + 2, sample.lastIndexOf(' '));

        assertThat(Compile.errors(compile("@Default(\"true\") " + stated + " boolean")))
                .singleElement()
                .asString()
                .startsWith("Sample.java:4 value: @" + annotation.getSimpleName())
                .endsWith("[ALC121]");
    }

    @Test
    void everyConstraintIsStatedByAnAnnotation() throws Exception {
        Set<Class<?>> stated = new HashSet<>();
        for (Class<? extends Annotation> annotation : annotations()) {
            constraints(annotation).forEach(constraint -> stated.add(constraint.getClass()));
        }

        assertThat(stated).containsExactlyInAnyOrderElementsOf(ConstraintSamples.classes());
    }

    static List<Class<? extends Annotation>> annotations() throws ClassNotFoundException {
        List<Class<? extends Annotation>> annotations = new ArrayList<>();
        for (SchemaAnnotation annotation : ConstraintAnnotations.annotations()) {
            annotations.add(Class.forName(annotation.qualifiedName()).asSubclass(Annotation.class));
        }
        return annotations;
    }

    private static String sample(Class<? extends Annotation> annotation) {
        return Objects.requireNonNull(SAMPLES.get(annotation), "no sample of @" + annotation.getSimpleName());
    }

    private static Compilation compile(String component) {
        return Compile.compile(
                "package lab;\nimport io.alchemi.schema.*;\n@ConfigSchema(id = \"sample\")\nrecord Sample(" + component
                        + " value) {}\n");
    }
}
