package lab;

import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.PrimitiveArrays;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.ValueReader;
import io.alchemi.config.tree.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

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

    @Override
    protected Object[] values(Everything it) {
        return new Object[] {
                it.flag(),
                it.tiny(),
                it.small(),
                it.number(),
                it.big(),
                it.huge(),
                it.share(),
                it.rate(),
                it.exact(),
                it.boxed(),
                it.maybeBoxed(),
                it.text(),
                it.mode(),
                it.path(),
                it.input(),
                it.base(),
                it.site(),
                it.pause(),
                it.day(),
                it.moment(),
                it.maybeText(),
                it.maybeMode(),
                it.maybeExact(),
                it.maybeInt(),
                it.maybeLong(),
                it.maybeDouble(),
                it.maybePoint(),
                it.maybeShape(),
                it.numbers(),
                it.names(),
                it.modes(),
                it.betas(),
                it.words(),
                it.rows(),
                it.nested(),
                it.weights(),
                it.byMode(),
                it.point(),
                it.points(),
                it.pointArray(),
                it.named(),
                it.shape(),
                it.shapes(),
                it.grid(),
                it.node(),
                it.anything(),
                it.others(),
                it.oldRate()};
    }

    /**
     * Returns a builder with the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder(null);
    }

    /**
     * Returns a builder with the values of a record.
     *
     * @param from the record
     * @return a new builder
     */
    public static Builder builder(Everything from) {
        return new Builder(from);
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

    /**
     * Builds a {@link Everything}, which is checked like a configuration.
     */
    public static final class Builder extends RecordBuilder<Everything> {
        private Builder(@Nullable Everything from) {
            super(INSTANCE, from);
        }

        /**
         * Sets {@code flag}.
         *
         * @param flag a boolean
         * @return this
         */
        public Builder flag(boolean flag) {
            put("flag", flag);
            return this;
        }

        /**
         * Sets {@code tiny}.
         *
         * @param tiny a byte
         * @return this
         */
        public Builder tiny(byte tiny) {
            put("tiny", tiny);
            return this;
        }

        /**
         * Sets {@code small}.
         *
         * @param small a short
         * @return this
         */
        public Builder small(short small) {
            put("small", small);
            return this;
        }

        /**
         * Sets {@code number}.
         *
         * @param number an int
         * @return this
         */
        public Builder number(int number) {
            put("number", number);
            return this;
        }

        /**
         * Sets {@code big}.
         *
         * @param big a long
         * @return this
         */
        public Builder big(long big) {
            put("big", big);
            return this;
        }

        /**
         * Sets {@code huge}.
         *
         * @param huge a whole number of any size
         * @return this
         */
        public Builder huge(BigInteger huge) {
            put("huge", huge);
            return this;
        }

        /**
         * Sets {@code share}.
         *
         * @param share a float
         * @return this
         */
        public Builder share(float share) {
            put("share", share);
            return this;
        }

        /**
         * Sets {@code rate}.
         *
         * @param rate a double
         * @return this
         */
        public Builder rate(double rate) {
            put("rate", rate);
            return this;
        }

        /**
         * Sets {@code exact}.
         *
         * @param exact a decimal number of any precision
         * @return this
         */
        public Builder exact(BigDecimal exact) {
            put("exact", exact);
            return this;
        }

        /**
         * Sets {@code boxed}.
         *
         * @param boxed a boxed int
         * @return this
         */
        public Builder boxed(Integer boxed) {
            put("boxed", boxed);
            return this;
        }

        /**
         * Sets {@code maybe_boxed}.
         *
         * @param maybeBoxed a boxed int or null
         * @return this
         */
        public Builder maybeBoxed(@Nullable Integer maybeBoxed) {
            put("maybe_boxed", maybeBoxed);
            return this;
        }

        /**
         * Sets {@code text}.
         *
         * @param text a text
         * @return this
         */
        public Builder text(String text) {
            put("text", text);
            return this;
        }

        /**
         * Sets {@code mode}.
         *
         * @param mode an enum
         * @return this
         */
        public Builder mode(Everything.Mode mode) {
            put("mode", mode);
            return this;
        }

        /**
         * Sets {@code path}.
         *
         * @param path a path
         * @return this
         */
        public Builder path(Path path) {
            put("path", path);
            return this;
        }

        /**
         * Sets {@code input}.
         *
         * @param input a path that is read
         * @return this
         */
        public Builder input(Path input) {
            put("input", input);
            return this;
        }

        /**
         * Sets {@code base}.
         *
         * @param base another configuration
         * @return this
         */
        public Builder base(@Nullable Path base) {
            put("base", base);
            return this;
        }

        /**
         * Sets {@code site}.
         *
         * @param site a URI
         * @return this
         */
        public Builder site(URI site) {
            put("site", site);
            return this;
        }

        /**
         * Sets {@code pause}.
         *
         * @param pause a duration
         * @return this
         */
        public Builder pause(Duration pause) {
            put("pause", pause);
            return this;
        }

        /**
         * Sets {@code day}.
         *
         * @param day a day
         * @return this
         */
        public Builder day(LocalDate day) {
            put("day", day);
            return this;
        }

        /**
         * Sets {@code moment}.
         *
         * @param moment a moment
         * @return this
         */
        public Builder moment(Instant moment) {
            put("moment", moment);
            return this;
        }

        /**
         * Sets {@code maybe_text}.
         *
         * @param maybeText a text or nothing
         * @return this
         */
        public Builder maybeText(@Nullable String maybeText) {
            put("maybe_text", maybeText);
            return this;
        }

        /**
         * Sets {@code maybe_mode}.
         *
         * @param maybeMode an enum or nothing
         * @return this
         */
        public Builder maybeMode(Everything. @Nullable Mode maybeMode) {
            put("maybe_mode", maybeMode);
            return this;
        }

        /**
         * Sets {@code maybe_exact}.
         *
         * @param maybeExact a decimal number or nothing
         * @return this
         */
        public Builder maybeExact(@Nullable BigDecimal maybeExact) {
            put("maybe_exact", maybeExact);
            return this;
        }

        /**
         * Sets {@code maybe_int}.
         *
         * @param maybeInt an int or nothing
         * @return this
         */
        public Builder maybeInt(@Nullable Integer maybeInt) {
            put("maybe_int", maybeInt);
            return this;
        }

        /**
         * Sets {@code maybe_long}.
         *
         * @param maybeLong a long or nothing
         * @return this
         */
        public Builder maybeLong(@Nullable Long maybeLong) {
            put("maybe_long", maybeLong);
            return this;
        }

        /**
         * Sets {@code maybe_double}.
         *
         * @param maybeDouble a double or nothing
         * @return this
         */
        public Builder maybeDouble(@Nullable Double maybeDouble) {
            put("maybe_double", maybeDouble);
            return this;
        }

        /**
         * Sets {@code maybe_point}.
         *
         * @param maybePoint a section or nothing
         * @return this
         */
        public Builder maybePoint(Everything. @Nullable Point maybePoint) {
            put("maybe_point", maybePoint);
            return this;
        }

        /**
         * Sets {@code maybe_shape}.
         *
         * @param maybeShape one of several sections or nothing
         * @return this
         */
        public Builder maybeShape(@Nullable Shape maybeShape) {
            put("maybe_shape", maybeShape);
            return this;
        }

        /**
         * Sets {@code numbers}.
         *
         * @param numbers a list
         * @return this
         */
        public Builder numbers(List<Double> numbers) {
            put("numbers", numbers);
            return this;
        }

        /**
         * Sets {@code names}.
         *
         * @param names a set
         * @return this
         */
        public Builder names(Set<String> names) {
            put("names", names);
            return this;
        }

        /**
         * Sets {@code modes}.
         *
         * @param modes a set of constants
         * @return this
         */
        public Builder modes(Set<Everything.Mode> modes) {
            put("modes", modes);
            return this;
        }

        /**
         * Sets {@code betas}.
         *
         * @param betas an array of primitives
         * @return this
         */
        public Builder betas(double[] betas) {
            put("betas", betas);
            return this;
        }

        /**
         * Sets {@code words}.
         *
         * @param words an array of texts
         * @return this
         */
        public Builder words(String[] words) {
            put("words", words);
            return this;
        }

        /**
         * Sets {@code rows}.
         *
         * @param rows an array of arrays
         * @return this
         */
        public Builder rows(int[][] rows) {
            put("rows", rows);
            return this;
        }

        /**
         * Sets {@code nested}.
         *
         * @param nested a list of lists
         * @return this
         */
        public Builder nested(List<List<Long>> nested) {
            put("nested", nested);
            return this;
        }

        /**
         * Sets {@code weights}.
         *
         * @param weights a map
         * @return this
         */
        public Builder weights(Map<String, Integer> weights) {
            put("weights", weights);
            return this;
        }

        /**
         * Sets {@code by_mode}.
         *
         * @param byMode a map with constants as keys
         * @return this
         */
        public Builder byMode(Map<Everything.Mode, Double> byMode) {
            put("by_mode", byMode);
            return this;
        }

        /**
         * Sets {@code point}.
         *
         * @param point a section
         * @return this
         */
        public Builder point(Everything.Point point) {
            put("point", point);
            return this;
        }

        /**
         * Sets {@code points}.
         *
         * @param points a list of sections
         * @return this
         */
        public Builder points(List<Everything.Point> points) {
            put("points", points);
            return this;
        }

        /**
         * Sets {@code point_array}.
         *
         * @param pointArray an array of sections
         * @return this
         */
        public Builder pointArray(Everything.Point[] pointArray) {
            put("point_array", pointArray);
            return this;
        }

        /**
         * Sets {@code named}.
         *
         * @param named a map of sections
         * @return this
         */
        public Builder named(Map<String, Everything.Point> named) {
            put("named", named);
            return this;
        }

        /**
         * Sets {@code shape}.
         *
         * @param shape one of several sections, by tag
         * @return this
         */
        public Builder shape(Shape shape) {
            put("shape", shape);
            return this;
        }

        /**
         * Sets {@code shapes}.
         *
         * @param shapes a list of these
         * @return this
         */
        public Builder shapes(List<Shape> shapes) {
            put("shapes", shapes);
            return this;
        }

        /**
         * Sets {@code grid}.
         *
         * @param grid a section, a list or a word
         * @return this
         */
        public Builder grid(Grid grid) {
            put("grid", grid);
            return this;
        }

        /**
         * Sets {@code node}.
         *
         * @param node a section that may hold itself
         * @return this
         */
        public Builder node(Everything.Node node) {
            put("node", node);
            return this;
        }

        /**
         * Sets {@code anything}.
         *
         * @param anything any value
         * @return this
         */
        public Builder anything(Node anything) {
            put("anything", anything);
            return this;
        }

        /**
         * Sets {@code others}.
         *
         * @param others any values
         * @return this
         */
        public Builder others(Map<String, Node> others) {
            put("others", others);
            return this;
        }

        /**
         * Sets {@code old_rate}.
         *
         * @param oldRate no longer used
         * @return this
         */
        public Builder oldRate(double oldRate) {
            put("old_rate", oldRate);
            return this;
        }
    }
}
