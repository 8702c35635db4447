package io.alchemi.processor;

import java.util.List;

/** Sources of a schema with a key of every type, and a document that states each of them. */
public final class EveryType {
    /** The root. */
    static final String EVERYTHING = """
            package lab;

            import io.alchemi.schema.*;
            import java.math.*;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A key of every type.
             *
             * @param flag a boolean
             * @param tiny a byte
             * @param small a short
             * @param number an int
             * @param big a long
             * @param huge a whole number of any size
             * @param share a float
             * @param rate a double
             * @param exact a decimal number of any precision
             * @param boxed a boxed int
             * @param maybeBoxed a boxed int or null
             * @param text a text
             * @param mode an enum
             * @param path a path
             * @param input a path that is read
             * @param base another configuration
             * @param site a URI
             * @param pause a duration
             * @param day a day
             * @param moment a moment
             * @param maybeText a text or nothing
             * @param maybeMode an enum or nothing
             * @param maybeExact a decimal number or nothing
             * @param maybeInt an int or nothing
             * @param maybeLong a long or nothing
             * @param maybeDouble a double or nothing
             * @param maybePoint a section or nothing
             * @param maybeShape one of several sections or nothing
             * @param numbers a list
             * @param names a set
             * @param modes a set of constants
             * @param betas an array of primitives
             * @param words an array of texts
             * @param rows an array of arrays
             * @param nested a list of lists
             * @param weights a map
             * @param byMode a map with constants as keys
             * @param point a section
             * @param points a list of sections
             * @param pointArray an array of sections
             * @param named a map of sections
             * @param shape one of several sections, by tag
             * @param shapes a list of these
             * @param grid a section, a list or a word
             * @param node a section that may hold itself
             * @param anything any value
             * @param others any values
             * @param oldRate no longer used
             */
            @ConfigSchema(id = "every", files = "every*.yaml")
            public record Everything(
                    @Default("true") boolean flag,
                    @Default("1") byte tiny,
                    @Default("2") short small,
                    @Default("3") @Range(min = 1, max = 9) @Flag int number,
                    @Default("4") long big,
                    @Default("12345678901234567890") BigInteger huge,
                    @Default("0.5") float share,
                    @Default("0.25") @Range(min = 0, minExclusive = true) @Unit("nm") double rate,
                    @Default("0.1") BigDecimal exact,
                    @Default("5") Integer boxed,
                    @Nullable Integer maybeBoxed,
                    @Default("word") @Length(min = 2, max = 8) String text,
                    @Default("fast") Mode mode,
                    @Default("out.csv") Path path,
                    @Input @Default("in.csv") Path input,
                    @Input(schema = Everything.class) @Nullable Path base,
                    @Default("https://example.org/a?b=c") URI site,
                    @Default("30s") Duration pause,
                    @Default("2026-01-31") LocalDate day,
                    @Default("2026-01-31T12:00:00Z") Instant moment,
                    Optional<String> maybeText,
                    Optional<Mode> maybeMode,
                    Optional<BigDecimal> maybeExact,
                    OptionalInt maybeInt,
                    OptionalLong maybeLong,
                    OptionalDouble maybeDouble,
                    Optional<Point> maybePoint,
                    Optional<Shape> maybeShape,
                    @Default("[1, 2]") @Range(min = 0) List<Double> numbers,
                    @Default("[a, b]") Set<String> names,
                    @Default("[slow]") Set<Mode> modes,
                    @Default("[0.9, 0.999]") @Length(2) double[] betas,
                    @Default("[x]") String[] words,
                    @Default("[[1], [2, 3]]") int[][] rows,
                    @Default("[[1], []]") List<List<Long>> nested,
                    @Default("{a: 1}") Map<String, Integer> weights,
                    @Default("{slow: 1.5}") Map<Mode, Double> byMode,
                    Point point,
                    @Default("[{x: 1}]") List<Point> points,
                    @Default("[]") Point[] pointArray,
                    @Default("{a: {x: 2}}") Map<String, Point> named,
                    @Default("{type: circle}") Shape shape,
                    @Default("[]") List<Shape> shapes,
                    @Default("[380, 400]") Grid grid,
                    Node node,
                    @Default("{a: [1, '2'], b: null}") io.alchemi.config.tree.Node anything,
                    @Default("{}") Map<String, io.alchemi.config.tree.Node> others,
                    @Default("1") double oldRate) {

                /**
                 * Old.
                 *
                 * @deprecated write 'rate'
                 */
                @Deprecated
                public double oldRate() {
                    return oldRate;
                }

                /** Speeds. */
                public enum Mode {
                    /** Takes long. */
                    SLOW,
                    /** Takes no time. */
                    @Alias("quick") FAST
                }

                /**
                 * A point.
                 *
                 * @param x across
                 * @param y up
                 */
                public record Point(@Default("0") int x, @Default("0") int y) {
                    /** Refuses the origin's left. */
                    public Point {
                        if (x < 0) {
                            throw new IllegalArgumentException("x must not be negative");
                        }
                    }

                    @Rule("y must not exceed 100")
                    static boolean low(int y) {
                        return y <= 100;
                    }
                }

                /**
                 * A node.
                 *
                 * @param depth how deep
                 * @param next the next or null
                 * @param children others below
                 */
                public record Node(
                        @Default("0") int depth, @Nullable Node next, @Default("[]") List<Node> children) {}
            }
            """;

    /** Sections that a tag tells apart. */
    static final String SHAPE = """
            package lab;

            import io.alchemi.schema.*;

            /** A shape. */
            @Discriminator("type")
            public sealed interface Shape permits Shape.Circle, Shape.Rectangle, Shape.Round {
                /**
                 * A circle.
                 *
                 * @param radius its radius
                 */
                record Circle(@Default("1") @Range(min = 0) double radius) implements Shape {}

                /**
                 * A box.
                 *
                 * @param width its width
                 * @param corner where it begins
                 */
                @Key("box")
                record Rectangle(@Example("2") double width, Everything.Point corner) implements Shape {
                    @Rule("a box must be wider than it is far away")
                    static boolean wide(double width, Everything.Point corner) {
                        return width > corner.x();
                    }
                }

                /** Shapes of other kinds. */
                sealed interface Round extends Shape {}

                /**
                 * An egg.
                 *
                 * @param length its length
                 */
                record LongEgg(@Default("3") int length) implements Round {}
            }
            """;

    /** Sections that the kind of the value tells apart. */
    static final String GRID = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.List;

            /** A grid. */
            public sealed interface Grid {
                /**
                 * An even grid.
                 *
                 * @param start first
                 * @param stop last
                 */
                record Even(@Default("380") double start, @Default("2500") double stop) implements Grid {}

                /**
                 * A grid that is written out.
                 *
                 * @param values its values
                 */
                record Listed(@Example("[1, 2]") @Range(min = 0) List<Double> values) implements Grid {
                    /** Refuses nothing at all. */
                    public Listed {
                        if (values.isEmpty()) {
                            throw new IllegalArgumentException("a grid holds a value");
                        }
                    }
                }

                /**
                 * A grid that has a name.
                 *
                 * @param name emit or enmap
                 */
                record Named(
                        @Example("emit") @Matches(value = "emit|enmap", describedAs = "emit or enmap") String name)
                        implements Grid {}
            }
            """;

    /** All sources. */
    static final String[] SOURCES = {EVERYTHING, SHAPE, GRID};

    /** A value for each key, none of them the default. */
    static final String DOCUMENT = """
            flag: false
            tiny: 11
            small: 12
            number: 7
            big: 14
            huge: 98765432109876543210
            share: 1.5
            rate: 2.5
            exact: 3.14159265358979323846
            boxed: 15
            maybe_boxed: 16
            text: other
            mode: slow
            path: x/y.csv
            input: z.csv
            base: every.yaml
            site: mailto:a@b.c
            pause: PT1H30M
            day: 2024-02-29
            moment: 2024-02-29T01:02:03.5+01:00
            maybe_text: there
            maybe_mode: quick
            maybe_exact: 0.5
            maybe_int: 21
            maybe_long: 22
            maybe_double: 23.5
            maybe_point: {x: 3, y: 4}
            maybe_shape: {type: box, width: 9}
            numbers: [3]
            names: [z, y]
            modes: [fast, slow]
            betas: [0.5, 0.25]
            words: [p, q]
            rows: [[7, 8]]
            nested: [[], [9]]
            weights: {b: 2, c: 3}
            by_mode: {quick: 2.5, slow: 3}
            point: {x: 5}
            points: [{x: 6}, {y: 7}]
            point_array: [{x: 8}]
            named: {p: {y: 9}}
            shape: {type: long_egg, length: 4}
            shapes: [{type: circle, radius: 2}, {type: box, width: 3, corner: {x: 1}}]
            grid: {start: 1}
            node: {depth: 1, next: {depth: 2}, children: [{depth: 3, children: [{}]}]}
            anything: [1, {x: 'y z'}]
            others: {a: null, b: [2]}
            old_rate: 2
            """;

    private EveryType() {}

    /** All sources, for the tests of other modules. */
    public static List<String> sources() {
        return List.of(SOURCES);
    }
}
