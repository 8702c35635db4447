package lab;

import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.PrimitiveArrays;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.ValueReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * YAML binding of {@link Everything}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class EverythingSchema extends RecordBinder<Everything> {
    /**
     * The only instance.
     */
    public static final EverythingSchema INSTANCE = new EverythingSchema();

    static final String TEXT = "alchemi 1\n"
            + "record lab.Everything\n"
            + "schema every file every*.yaml\n"
            + "key flag flag boolean default true\n"
            + "key tiny tiny byte default 1\n"
            + "key small small short default 2\n"
            + "key number number int default 3 min 1 max 9 flag number\n"
            + "key big big long default 4\n"
            + "key huge huge biginteger default 12345678901234567890\n"
            + "key share share float default 0.5\n"
            + "key rate rate double default 0.25 over 0 unit nm\n"
            + "key exact exact bigdecimal default 0.1\n"
            + "key boxed boxed int default 5\n"
            + "key maybe_boxed maybeBoxed int nullable\n"
            + "key text text string default word minlength 2 maxlength 8\n"
            + "key mode mode enum lab.Everything.Mode default fast\n"
            + "key path path path default out.csv\n"
            + "key input input input default in.csv\n"
            + "key base base inputof every nullable\n"
            + "key site site uri default https://example.org/a?b=c\n"
            + "key pause pause duration default 30s\n"
            + "key day day date default 2026-01-31\n"
            + "key moment moment instant default 2026-01-31T12:00:00Z\n"
            + "key maybe_text maybeText string nullable\n"
            + "key maybe_mode maybeMode enum lab.Everything.Mode nullable\n"
            + "key maybe_exact maybeExact bigdecimal nullable\n"
            + "key maybe_int maybeInt int nullable\n"
            + "key maybe_long maybeLong long nullable\n"
            + "key maybe_double maybeDouble double nullable\n"
            + "key maybe_point maybePoint record lab.Everything.Point nullable\n"
            + "key maybe_shape maybeShape union lab.Shape type 3 circle lab.Shape.Circle box lab.Shape.Rectangle long_egg lab.Shape.LongEgg nullable\n"
            + "key numbers numbers list double default \"[1, 2]\" min 0\n"
            + "key names names set string default \"[a, b]\"\n"
            + "key modes modes set enum lab.Everything.Mode default [slow]\n"
            + "key betas betas list double default \"[0.9, 0.999]\" minlength 2 maxlength 2\n"
            + "key words words list string default [x]\n"
            + "key rows rows list list int default \"[[1], [2, 3]]\"\n"
            + "key nested nested list list long default \"[[1], []]\"\n"
            + "key weights weights map int default \"{a: 1}\"\n"
            + "key by_mode byMode enummap lab.Everything.Mode double default \"{slow: 1.5}\"\n"
            + "key point point record lab.Everything.Point\n"
            + "key points points list record lab.Everything.Point default \"[{x: 1}]\"\n"
            + "key point_array pointArray list record lab.Everything.Point default []\n"
            + "key named named map record lab.Everything.Point default \"{a: {x: 2}}\"\n"
            + "key shape shape union lab.Shape type 3 circle lab.Shape.Circle box lab.Shape.Rectangle long_egg lab.Shape.LongEgg default \"{type: circle}\"\n"
            + "key shapes shapes list union lab.Shape type 3 circle lab.Shape.Circle box lab.Shape.Rectangle long_egg lab.Shape.LongEgg default []\n"
            + "key grid grid union lab.Grid \"\" 3 mapping lab.Grid.Even sequence lab.Grid.Listed scalar lab.Grid.Named default \"[380, 400]\"\n"
            + "key node node record lab.Everything.Node\n"
            + "key anything anything any default \"{a: [1, '2'], b: null}\"\n"
            + "key others others map any default {}\n"
            + "key old_rate oldRate double default 1 deprecated \"write 'rate'\"\n"
            + "enum lab.Everything.Mode\n"
            + "constant SLOW slow\n"
            + "constant FAST fast quick\n";

    private EverythingSchema() {
    }

    @Override
    protected String text() {
        return TEXT;
    }

    @Override
    protected String docsText() {
        return Docs.text().concat(Everything_ModeDocs.text());
    }

    @Override
    protected RecordBinder<?>[] parts() {
        return new RecordBinder<?>[] {
            Everything_PointSchema.INSTANCE,
            Shape_CircleSchema.INSTANCE,
            Shape_RectangleSchema.INSTANCE,
            Shape_LongEggSchema.INSTANCE,
            Grid_EvenSchema.INSTANCE,
            Grid_ListedSchema.INSTANCE,
            Grid_NamedSchema.INSTANCE,
            Everything_NodeSchema.INSTANCE
        };
    }

    @Override
    protected RecordBinder<?>[] inputs() {
        return new RecordBinder<?>[] {lab.EverythingSchema.INSTANCE};
    }

    @Override
    public Everything bind(Fields in) {
        return new Everything(
                in.booleanOf("flag"),
                in.byteOf("tiny"),
                in.shortOf("small"),
                in.intOf("number"),
                in.longOf("big"),
                in.valueOf("huge", ValueReader.scalar(BigInteger.class)),
                in.floatOf("share"),
                in.doubleOf("rate"),
                in.valueOf("exact", ValueReader.scalar(BigDecimal.class)),
                in.intOf("boxed"),
                in.intOrNull("maybe_boxed"),
                in.stringOf("text"),
                in.constantOf("mode", Everything.Mode.values()),
                in.pathOf("path"),
                in.pathOf("input"),
                in.pathOrNull("base"),
                in.valueOf("site", ValueReader.scalar(URI.class)),
                in.valueOf("pause", ValueReader.scalar(Duration.class)),
                in.valueOf("day", ValueReader.scalar(LocalDate.class)),
                in.valueOf("moment", ValueReader.scalar(Instant.class)),
                Optional.ofNullable(in.stringOrNull("maybe_text")),
                Optional.ofNullable(in.constantOrNull("maybe_mode", Everything.Mode.values())),
                Optional.ofNullable(in.valueOrNull("maybe_exact", ValueReader.scalar(BigDecimal.class))),
                in.optionalInt("maybe_int"),
                in.optionalLong("maybe_long"),
                in.optionalDouble("maybe_double"),
                Optional.ofNullable(in.recordOrNull("maybe_point", Everything_PointSchema.INSTANCE)),
                Optional.ofNullable(in.valueOrNull("maybe_shape", ValueReader.<Shape>union(Shape_CircleSchema.INSTANCE, Shape_RectangleSchema.INSTANCE, Shape_LongEggSchema.INSTANCE))),
                in.valueOf("numbers", ValueReader.list(ValueReader.scalar(Double.class))),
                in.valueOf("names", ValueReader.set(ValueReader.scalar(String.class))),
                in.valueOf("modes", ValueReader.set(ValueReader.constant(Everything.Mode.values()))),
                in.valueOf("betas", PrimitiveArrays.DOUBLES),
                in.valueOf("words", ValueReader.array(ValueReader.scalar(String.class), new String[0])),
                in.valueOf("rows", ValueReader.array(PrimitiveArrays.INTS, new int[0][])),
                in.valueOf("nested", ValueReader.list(ValueReader.list(ValueReader.scalar(Long.class)))),
                in.valueOf("weights", ValueReader.map(ValueReader.scalar(Integer.class))),
                in.valueOf("by_mode", ValueReader.map(Everything.Mode.values(), ValueReader.scalar(Double.class))),
                in.recordOf("point", Everything_PointSchema.INSTANCE),
                in.valueOf("points", ValueReader.list(ValueReader.record(Everything_PointSchema.INSTANCE))),
                in.valueOf("point_array", ValueReader.array(ValueReader.record(Everything_PointSchema.INSTANCE), new Everything.Point[0])),
                in.valueOf("named", ValueReader.map(ValueReader.record(Everything_PointSchema.INSTANCE))),
                in.valueOf("shape", ValueReader.<Shape>union(Shape_CircleSchema.INSTANCE, Shape_RectangleSchema.INSTANCE, Shape_LongEggSchema.INSTANCE)),
                in.valueOf("shapes", ValueReader.list(ValueReader.<Shape>union(Shape_CircleSchema.INSTANCE, Shape_RectangleSchema.INSTANCE, Shape_LongEggSchema.INSTANCE))),
                in.valueOf("grid", ValueReader.<Grid>union(Grid_EvenSchema.INSTANCE, Grid_ListedSchema.INSTANCE, Grid_NamedSchema.INSTANCE)),
                in.recordOf("node", Everything_NodeSchema.INSTANCE),
                in.valueOf("anything", ValueReader.any()),
                in.valueOf("others", ValueReader.map(ValueReader.any())),
                in.doubleOf("old_rate"));
    }

    /**
     * Docs of the record and of its keys, loaded only when they are shown.
     */
    static final class Docs {
        static final String TEXT = "\tA key of every type.\n"
                + "flag\ta boolean\n"
                + "tiny\ta byte\n"
                + "small\ta short\n"
                + "number\tan int\n"
                + "big\ta long\n"
                + "huge\ta whole number of any size\n"
                + "share\ta float\n"
                + "rate\ta double\n"
                + "exact\ta decimal number of any precision\n"
                + "boxed\ta boxed int\n"
                + "maybe_boxed\ta boxed int or null\n"
                + "text\ta text\n"
                + "mode\tan enum\n"
                + "path\ta path\n"
                + "input\ta path that is read\n"
                + "base\tanother configuration\n"
                + "site\ta URI\n"
                + "pause\ta duration\n"
                + "day\ta day\n"
                + "moment\ta moment\n"
                + "maybe_text\ta text or nothing\n"
                + "maybe_mode\tan enum or nothing\n"
                + "maybe_exact\ta decimal number or nothing\n"
                + "maybe_int\tan int or nothing\n"
                + "maybe_long\ta long or nothing\n"
                + "maybe_double\ta double or nothing\n"
                + "maybe_point\ta section or nothing\n"
                + "maybe_shape\tone of several sections or nothing\n"
                + "numbers\ta list\n"
                + "names\ta set\n"
                + "modes\ta set of constants\n"
                + "betas\tan array of primitives\n"
                + "words\tan array of texts\n"
                + "rows\tan array of arrays\n"
                + "nested\ta list of lists\n"
                + "weights\ta map\n"
                + "by_mode\ta map with constants as keys\n"
                + "point\ta section\n"
                + "points\ta list of sections\n"
                + "point_array\tan array of sections\n"
                + "named\ta map of sections\n"
                + "shape\tone of several sections, by tag\n"
                + "shapes\ta list of these\n"
                + "grid\ta section, a list or a word\n"
                + "node\ta section that may hold itself\n"
                + "anything\tany value\n"
                + "others\tany values\n"
                + "old_rate\tno longer used\n";

        private Docs() {
        }

        static String text() {
            return TEXT;
        }
    }
}
