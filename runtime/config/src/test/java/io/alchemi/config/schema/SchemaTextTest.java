package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.Format;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.IntegerWidth;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RealWidth;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaTextTest {

    @Test
    void everyFactOfADescriptionSurvivesItsText() {
        RecordSchema written = new RecordSchema(
                "a.b.Outer.Inner",
                List.of(
                        key("plain", new BooleanType(), false, null, null, List.of(), Bounds.NONE, null, null),
                        key(
                                "batch_size",
                                new IntegerType(IntegerWidth.INT),
                                false,
                                "64",
                                "8",
                                List.of("bs", "batch size"),
                                new Bounds(1, false, 1e6, true),
                                null,
                                new FlagSchema("batch-size", "b")),
                        key(
                                "lr",
                                new RealType(RealWidth.FLOAT),
                                true,
                                "",
                                null,
                                List.of(),
                                new Bounds(0.1, true, Double.POSITIVE_INFINITY, false),
                                null,
                                new FlagSchema("lr", "")),
                        key(
                                "device",
                                new TextType(),
                                false,
                                "a \"b\" \\ \n\t c",
                                null,
                                List.of(),
                                Bounds.NONE,
                                new TextPattern("cuda:[0-9]+|\"\\d", "a device, such as cpu", List.of("cpu", "")),
                                null),
                        key(
                                "files",
                                new MapType(new ListType(new PathType(true))),
                                false,
                                null,
                                null,
                                List.of(),
                                Bounds.NONE,
                                null,
                                null),
                        key(
                                "grid",
                                new UnionType(
                                        "a.Grid",
                                        "type",
                                        List.of(
                                                new Branch("even", new RecordType("a.Even")),
                                                new Branch("listed", new RecordType("a.Listed")))),
                                false,
                                null,
                                null,
                                List.of(),
                                Bounds.NONE,
                                null,
                                null),
                        key(
                                "either",
                                new ListType(
                                        new UnionType(
                                                "a.Either",
                                                "",
                                                List.of(new Branch(UnionType.SCALAR, new RecordType("a.One")))),
                                        true),
                                false,
                                null,
                                null,
                                List.of(),
                                Bounds.NONE,
                                null,
                                null),
                        key(
                                "times",
                                new MapType(new EnumType("a.Mode"), new FormattedType(Format.DURATION)),
                                false,
                                null,
                                null,
                                List.of(),
                                Bounds.NONE,
                                null,
                                null),
                        key(
                                "big",
                                new ListType(new IntegerType(IntegerWidth.BIG)),
                                false,
                                null,
                                null,
                                List.of(),
                                Bounds.NONE,
                                null,
                                null),
                        key("out", new PathType(false), false, null, null, List.of(), Bounds.NONE, null, null),
                        key(
                                "settings",
                                new PathType(true, "band.depth"),
                                true,
                                null,
                                null,
                                List.of("bands"),
                                Bounds.NONE,
                                null,
                                null),
                        key(
                                "others",
                                new ListType(new PathType(true, "an \"odd\" id")),
                                false,
                                "[]",
                                null,
                                List.of(),
                                Bounds.NONE,
                                null,
                                null),
                        key("mode", new EnumType("a.Mode"), false, "mae", null, List.of(), Bounds.NONE, null, null),
                        key("part", new RecordType("a.Part"), true, null, null, List.of(), Bounds.NONE, null, null)),
                List.of(
                        new RuleSchema("headsDivide", "embed_dim must be divisible by n_heads", List.of("a", "b")),
                        new RuleSchema("other", "x", List.of())),
                List.of(new RetiredKey("old", "use 'new' instead")),
                List.of(
                        new EnumSchema(
                                "a.Mode",
                                true,
                                List.of(
                                        new EnumSchema.Constant("MAE", "mae", List.of()),
                                        new EnumSchema.Constant("REAL", "real", List.of("r", "data set")))),
                        new EnumSchema("a.Other", false, List.of(new EnumSchema.Constant("X", "x", List.of())))),
                new RootSchema(
                        "train.mae",
                        List.of("train.mae*.yaml", "x.yml"),
                        "configs/train.mae.yaml",
                        List.of(new MovedKey("train.seed", "global.seed"))),
                "ALCHEMI_GLOBAL");

        RecordSchema read = SchemaTextReader.read(SchemaText.write(written));

        assertThat(read).isEqualTo(written);
    }

    @Test
    void aTextOfAnotherVersionIsRefusedByName() {
        assertThatThrownBy(() -> SchemaTextReader.read("alchemi 2\nrecord a.B\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alchemi 2")
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

    private static KeySchema key(
            String name,
            ValueType type,
            boolean nullable,
            @Nullable String defaultText,
            @Nullable String exampleText,
            List<String> aliases,
            Bounds bounds,
            @Nullable TextPattern pattern,
            @Nullable FlagSchema flag) {
        return new KeySchema(
                name,
                name + "Component",
                type,
                nullable,
                defaultText,
                exampleText,
                aliases,
                bounds,
                new Length(name.length(), 99),
                pattern,
                name.equals("lr") ? "per step" : "",
                name.equals("mode") ? "use 'kind' instead" : null,
                flag);
    }
}
