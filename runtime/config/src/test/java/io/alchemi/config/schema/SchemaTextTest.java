package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.testing.ConstraintSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTextTest {
    private static final ValueType STRING = new ScalarType(ScalarKind.STRING);

    @Test
    void everyFactOfADescriptionSurvivesItsText() {
        List<KeySchema> keys = List.of(
                key("plain", new ScalarType(ScalarKind.BOOLEAN)).build(),
                key("batch_size", new ScalarType(ScalarKind.INT))
                        .defaultText("64")
                        .exampleText("8")
                        .alias("bs")
                        .alias("batch size")
                        .constraint(new Bounds(1, false, 1e6, true))
                        .flag(new FlagSchema("batch-size", "b"))
                        .build(),
                key("lr", new ScalarType(ScalarKind.FLOAT))
                        .nullable(true)
                        .defaultText("")
                        .constraint(new Bounds(0.1, true, Double.POSITIVE_INFINITY, false))
                        .unit("per step")
                        .flag(new FlagSchema("lr", ""))
                        .build(),
                key("device", STRING)
                        .defaultText("a \"b\" \\ \n\t c")
                        .constraint(new LengthBounds(2, 99))
                        .format("a \"format\"")
                        .constraint(new StringPattern(
                                "cuda:[0-9]+|\"\\d", "a device, such as cpu", List.of("cpu", "", "suggest")))
                        .build(),
                key("files", new MapType(new ListType(new ScalarType(ScalarKind.INPUT))))
                        .build(),
                key(
                                "grid",
                                union(
                                        "a.Grid",
                                        "the type",
                                        new Branch("even", new RecordType("a.Even")),
                                        new Branch("\"odd\" ones", new RecordType("a.Odd"))))
                        .build(),
                key(
                                "either",
                                new ListType(
                                        union("a.Either", "", new Branch(UnionType.SCALAR, new RecordType("a.One"))),
                                        true))
                        .build(),
                key("times", new MapType(new EnumType("a.Mode"), new ScalarType(ScalarKind.DURATION)))
                        .build(),
                key("settings", new ScalarType(ScalarKind.INPUT, "band.depth"))
                        .nullable(true)
                        .alias("bands")
                        .build(),
                key("others", new ListType(new ScalarType(ScalarKind.INPUT, "an \"odd\" id")))
                        .defaultText("[]")
                        .build(),
                key("mode", new EnumType("a.Mode"))
                        .defaultText("mae")
                        .deprecated("use 'kind' instead")
                        .operand(true)
                        .build(),
                key("part", new RecordType("a.Part")).nullable(true).build());
        RecordSchema written = new RecordSchema(
                "a.b.Outer.Inner",
                keys,
                List.of(
                        new RuleSchema("headsDivide", "embed_dim must be divisible by n_heads", List.of("a", "b")),
                        new RuleSchema("other", "x", List.of())),
                List.of(new RetiredKey("old", "use 'new' instead")),
                List.of(new MovedKey("train.seed", "global.seed")),
                List.of(
                        new EnumSchema(
                                "a.Mode",
                                true,
                                List.of(
                                        new EnumSchema.Constant("MAE", "mae", List.of(), "use 'real'"),
                                        new EnumSchema.Constant("REAL", "real", List.of("r", "data set"), null))),
                        new EnumSchema("a.Other", false, List.of(new EnumSchema.Constant("X", "x", List.of(), null)))),
                new RootSchema("train.mae", List.of("train.mae*.yaml", "x.yml"), "configs/train.mae.yaml", "MAE"),
                "ALCHEMI_GLOBAL");

        assertThat(SchemaTextReader.read(SchemaText.write(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void everyScalarKindSurvivesItsText(ScalarKind kind) {
        survives(key("k", new ScalarType(kind)).build());
    }

    /** Also between others: what a constraint does not take, the next one must. */
    @ParameterizedTest
    @MethodSource("constraints")
    void everyConstraintSurvivesItsText(Constraint constraint) {
        survives(key("k", STRING)
                .constraint(constraint)
                .unit("nm")
                .alias("other")
                .build());
    }

    static List<Constraint> constraints() {
        return ConstraintSamples.all();
    }

    @Test
    void allConstraintsOfAKeySurviveTheirText() {
        KeySchema.Builder key = key("k", STRING);
        Map<Class<?>, Constraint> oneOfEach = new LinkedHashMap<>();
        constraints().forEach(constraint -> oneOfEach.put(constraint.getClass(), constraint));
        oneOfEach.values().forEach(key::constraint);

        survives(key.build());
    }

    private static void survives(KeySchema key) {
        RecordSchema record =
                new RecordSchema("a.B", List.of(key), List.of(), List.of(), List.of(), List.of(), null, null);

        assertThat(SchemaTextReader.read(SchemaText.write(record))).isEqualTo(record);
    }

    @Test
    void aTextOfAnotherVersionIsRefusedByName() {
        assertThatThrownBy(() -> SchemaTextReader.read("alchemi 2\nrecord a.B\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alchemi 2")
                .hasMessageContaining("update Alchemi");
    }

    @Test
    void anUnknownWordOfADescriptionIsRefusedByName() {
        assertThatThrownBy(() -> SchemaTextReader.read("alchemi 1\nrecord a.B\nkey k k int prime\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prime'")
                .hasMessageContaining("update Alchemi");
    }

    @Test
    void docsSurviveTheirText() {
        Docs written = Docs.empty();
        written.putRecord("One run.\n\nTabs\tand \\n backslashes.");
        written.putKey("device", "where it computes");
        written.putSuggestion("device", "cpu", "no GPU");
        written.putConstant("a.Mode", "mae", "masked");

        Docs read = Docs.read(written.write());

        assertThat(read.ofRecord()).isEqualTo("One run.\n\nTabs\tand \\n backslashes.");
        assertThat(read.ofKey("device")).isEqualTo("where it computes");
        assertThat(read.ofSuggestion("device", "cpu")).isEqualTo("no GPU");
        assertThat(read.ofConstant("a.Mode", "mae")).isEqualTo("masked");
        assertThat(read.ofKey("absent")).isEmpty();
    }

    private static UnionType union(String type, String discriminator, Branch... branches) {
        return new UnionType(type, discriminator, List.of(branches));
    }

    private static KeySchema.Builder key(String name, ValueType type) {
        return KeySchema.of(name, name + "Component", type);
    }
}
