package io.alchemi.trainers.spectra;

/**
 * Normal draws by the ziggurat algorithm (Marsaglia and Tsang, <i>The ziggurat method for generating random variables</i>, 2000), with
 * 256 layers as in numpy.
 *
 * <p>Layer i reaches from 0 to x_i. All layers have the same area, and the lowest includes the tail beyond x_255. The tables follow from
 * these two numbers by {@code f(x_i) = area / x_(i+1) + f(x_(i+1))}. Numpy's printed tables contain rounding errors, so the draws agree
 * with numpy's to 13 digits, not always to the last bit.
 */
final class Ziggurat {
    private static final int LAYERS = 256;
    private static final double TAIL = 3.654152885361009;
    private static final double AREA = 0.004928673233974655;
    private static final double STEPS = 0x1.0p52;

    /** A layer's draw is accepted at once if its 52 random bits are below this. */
    private static final long[] INSIDE = new long[LAYERS];

    /** The size of one of the 2^52 steps of a layer. */
    private static final double[] STEP = new double[LAYERS];

    /** The density, times sqrt(2 pi), at the end of a layer. */
    private static final double[] DENSITY = new double[LAYERS];

    static {
        double x = TAIL;
        for (int i = LAYERS - 1; i > 0; i--) {
            STEP[i] = x / STEPS;
            DENSITY[i] = density(x);
            double above = i == 1 ? 0 : StrictMath.sqrt(-2 * StrictMath.log(AREA / x + DENSITY[i]));
            INSIDE[i] = (long) (above / x * STEPS);
            x = above;
        }
        // The lowest layer is drawn as a rectangle with the height at its end and the area of the layer including its
        // tail.
        double base = AREA / density(TAIL);
        STEP[0] = base / STEPS;
        INSIDE[0] = (long) (TAIL / base * STEPS);
        DENSITY[0] = 1;
    }

    private Ziggurat() {}

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }

    static double next(NumpyRandom random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) (bits & 0xFF);
            long magnitude = (bits >>> 9) & 0x000F_FFFF_FFFF_FFFFL;
            boolean negative = ((bits >>> 8) & 1) == 1;
            double x = magnitude * STEP[layer];
            if (magnitude < INSIDE[layer]) {
                return negative ? -x : x;
            }
            if (layer == 0) {
                double beyond = tail(random);
                return ((magnitude >>> 8) & 1) == 1 ? -beyond : beyond;
            }
            double height = (DENSITY[layer - 1] - DENSITY[layer]) * random.nextUniform() + DENSITY[layer];
            if (height < density(x)) {
                return negative ? -x : x;
            }
        }
    }

    private static double tail(NumpyRandom random) {
        while (true) {
            double beyond = -StrictMath.log1p(-random.nextUniform()) / TAIL;
            double y = -StrictMath.log1p(-random.nextUniform());
            if (y + y > beyond * beyond) {
                return TAIL + beyond;
            }
        }
    }
}
