package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.RecordType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the generated classes do when they are loaded. */
class GeneratedCodeTest {
    private final Compilation compilation = Compile.compile(
            Samples.EXPERIMENT,
            Samples.MODEL,
            Samples.RUNTIME_CONFIG,
            Samples.TRAINER,
            Samples.TRAIN_COMMAND,
            Samples.PRETRAINER);
    private final CompiledClasses classes = new CompiledClasses(compilation);

    @Test
    void theDescriptionOfTheRootReachesAllRecordsInTheOrderOfTheKeys() throws Exception {
        Schema schema = binding("lab.ExperimentSchema").schema();

        assertThat(schema.records().keySet())
                .containsExactly("lab.Experiment", "lab.RuntimeConfig", "lab.Experiment.Train", "lab.Model");
        assertThat(schema.rootFacts()).extracting(RootSchema::id).isEqualTo("lab.experiment");
        KeySchema global = schema.globalKey();
        assertThat(global).isNotNull().extracting(KeySchema::name).isEqualTo("global");
    }

    @Test
    void docsAreThoseOfTheDocComments() throws Exception {
        Schema schema = binding("lab.ExperimentSchema").schema();
        RecordSchema train = schema.record(new RecordType("lab.Experiment.Train"));

        assertThat(schema.docs(schema.root()).ofRecord())
                .isEqualTo("One experiment. It has **two** parts.\n\nSee RuntimeConfig.");
        assertThat(schema.docs(schema.root()).ofKey("train"))
                .isEqualTo("the loop, which reads `data` and writes masks");
        assertThat(schema.docs(train).ofKey("batch_size"))
                .isEqualTo("samples per optimizer step; \"more\" is faster, \u00fcber 1 \\ 2");
        assertThat(schema.docs(train).ofConstant("lab.Experiment.Mode", "plain"))
                .isEqualTo("Nothing.");
    }

    @Test
    void aRecordIsConstructedFromTheReadsOfItsKeys() throws Exception {
        List<String> reads = new ArrayList<>();

        Object train = binding("lab.Experiment_TrainSchema").bind(fields(reads));

        assertThat(reads)
                .containsExactly(
                        "intOf batch_size",
                        "doubleOf lr",
                        "doubleOrNull weight_decay",
                        "pathOf data",
                        "pathOrNull mask_path",
                        "constantOf mode",
                        "booleanOf use_amp",
                        "longOrNull limit",
                        "stringOf name");
        assertThat(train)
                .hasToString("Train[batchSize=7, lr=0.5, weightDecay=null, data=a.npz, maskPath=null,"
                        + " mode=MAE, useAmp=true, limit=null, name=text]");
    }

    @Test
    void rulesReportTheirResults() throws Exception {
        List<String> results = new ArrayList<>();
        RecordBinder<Object> model = binding("lab.ModelSchema");

        model.rules(model.bind(fields(new ArrayList<>())), (method, holds) -> results.add(method + " " + holds));

        assertThat(results).containsExactly("headsDivide true");
    }

    @Test
    void docsStandInAClassOfTheirOwn() throws Exception {
        Class<?> docs = classes.loadClass("lab.ModelSchema$Docs");
        String text = new String(bytes("lab/ModelSchema.class"), StandardCharsets.ISO_8859_1);

        assertThat(docs.getDeclaredFields()).hasSize(1);
        assertThat(text).contains("alchemi 1").doesNotContain("The network.");
    }

    @Test
    void loadingAMainTouchesNoTrainer() throws Exception {
        System.clearProperty("lab.Pretrainer");
        Object main = Class.forName("lab.PretrainerMain", true, classes)
                .getConstructor()
                .newInstance();
        assertThat(System.getProperty("lab.Pretrainer")).isNull();

        Method trainer = main.getClass().getDeclaredMethod("trainer");
        trainer.setAccessible(true);
        assertThat(trainer.invoke(main)).isInstanceOf(classes.loadClass("lab.Pretrainer"));
        assertThat(System.getProperty("lab.Pretrainer")).isEqualTo("touched");
    }

    @Test
    void aProgramSetsWhatAnOptionalHolds() {
        Compilation block = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;
                import java.time.Duration;
                import java.util.*;

                @GlobalBlock
                record Run(
                        Optional<String> note, OptionalInt number, OptionalDouble rate, @Default("1s") Duration pause) {}
                """);

        assertThat(block.warnings()).isEmpty();
        assertThat(Compile.generated(block, "lab.RunMerge"))
                .contains(
                        "Values note(@Nullable String note)",
                        "Values number(@Nullable Integer number)",
                        "Values rate(@Nullable Double rate)",
                        "Values pause(Duration pause)");
    }

    @Test
    void packagePrivateAndNestedRecordsWork() throws Exception {
        Compilation hidden = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                @ConfigSchema(id = "hidden")
                record Hidden(Shapes.Square square, Shapes.Outer.Circle circle) {}
                """, """
                package lab;

                import io.alchemi.schema.*;

                public interface Shapes {
                    /**
                     * A square.
                     *
                     * @param side length
                     */
                    record Square(@Default("1") byte side) {}

                    class Outer {
                        protected record Circle(@Default("2") short radius) {}
                    }
                }
                """);
        assertThat(Compile.errors(hidden)).isEmpty();

        CompiledClasses loaded = new CompiledClasses(hidden);
        assertThat(Modifier.isPublic(loaded.loadClass("lab.HiddenSchema").getModifiers()))
                .isFalse();
        assertThat(Modifier.isPublic(loaded.loadClass("lab.HiddenLoader").getModifiers()))
                .isFalse();
        assertThat(Modifier.isPublic(loaded.loadClass("lab.Shapes_SquareSchema").getModifiers()))
                .isTrue();
        assertThat(Modifier.isPublic(
                        loaded.loadClass("lab.Shapes_Outer_CircleSchema").getModifiers()))
                .isFalse();
        assertThat(loaded.instance("lab.HiddenSchema"))
                .isInstanceOfSatisfying(
                        RecordBinder.class,
                        binding -> assertThat(binding.bind(fields(new ArrayList<>())))
                                .hasToString("Hidden[square=Square[side=3], circle=Circle[radius=4]]"));
    }

    @SuppressWarnings("unchecked")
    private RecordBinder<Object> binding(String name) throws ReflectiveOperationException {
        return (RecordBinder<Object>) classes.instance(name);
    }

    private byte[] bytes(String path) throws Exception {
        for (var file : compilation.generatedFiles()) {
            if (file.getName().endsWith(path)) {
                return file.openInputStream().readAllBytes();
            }
        }
        throw new AssertionError(path);
    }

    /** Fields that give a fixed value of each type, and null where that is allowed. */
    private static Fields fields(List<String> reads) {
        Map<String, Object> values = Map.of(
                "booleanOf",
                true,
                "byteOf",
                (byte) 3,
                "shortOf",
                (short) 4,
                "intOf",
                7,
                "doubleOf",
                0.5,
                "stringOf",
                "text",
                "pathOf",
                Path.of("a.npz"));
        return (Fields) Proxy.newProxyInstance(
                Fields.class.getClassLoader(), new Class<?>[] {Fields.class}, (proxy, method, arguments) -> {
                    reads.add(method.getName() + " " + arguments[0]);
                    return value(values, method.getName(), arguments);
                });
    }

    private static @Nullable Object value(Map<String, Object> values, String method, Object[] arguments) {
        if (method.equals("constantOf")) {
            return ((Object[]) arguments[1])[0];
        } else if (method.equals("recordOf")) {
            return ((RecordBinder<?>) arguments[1]).bind(fields(new ArrayList<>()));
        }
        return values.get(method);
    }
}
