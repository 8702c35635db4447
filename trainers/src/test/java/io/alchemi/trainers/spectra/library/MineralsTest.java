package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.testing.Golden;
import io.alchemi.trainers.spectra.Sensor;
import io.alchemi.trainers.spectra.SensorNoise;
import io.alchemi.trainers.spectra.SensorProjection;
import io.alchemi.trainers.spectra.WavelengthGrid;
import io.alchemi.training.random.RandomStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The synthetic example library {@code configs/spectra/minerals.csv}, generated here from a fixed seed. */
class MineralsTest {
    private static final Path FILE = Path.of(System.getProperty("alchemi.root"), "configs/spectra/minerals.csv");
    private static final long SEED = 7;
    private static final int PER_MINERAL = 8;
    private static final int FIRST_NM = 380;
    private static final int LAST_NM = 2500;
    private static final int STEP_NM = 10;

    /**
     * A kind of mineral. Its reflectance is {@code (level + rise (1 - exp(-(x - 380) / 400))) prod_b (1 - depth_b exp(-((x - center_b) /
     * width_b)^2 / 2))}.
     *
     * @param level reflectance at 380 nm without bands
     * @param rise how much it increases towards long wavelengths
     */
    private record Mineral(String name, double level, double rise, List<Band> bands) {}

    /** An absorption band: centre and standard deviation in nm, relative depth. */
    private record Band(double center, double width, double depth) {}

    private static final List<Mineral> MINERALS = List.of(
            new Mineral(
                    "olivine", 0.25, 0.45, List.of(band(860, 90, 0.2), band(1050, 120, 0.4), band(1250, 130, 0.25))),
            new Mineral("pyroxene", 0.2, 0.4, List.of(band(920, 70, 0.45), band(1900, 170, 0.35))),
            new Mineral("hematite", 0.06, 0.4, List.of(band(530, 50, 0.6), band(860, 60, 0.35))),
            new Mineral("goethite", 0.1, 0.5, List.of(band(480, 45, 0.6), band(670, 40, 0.15), band(920, 80, 0.45))),
            new Mineral(
                    "kaolinite",
                    0.5,
                    0.35,
                    List.of(band(1400, 18, 0.35), band(1910, 25, 0.12), band(2165, 15, 0.2), band(2205, 14, 0.4))),
            new Mineral(
                    "muscovite",
                    0.4,
                    0.3,
                    List.of(band(1410, 16, 0.25), band(2200, 18, 0.4), band(2350, 20, 0.22), band(2440, 20, 0.15))),
            new Mineral(
                    "calcite",
                    0.55,
                    0.35,
                    List.of(band(1880, 25, 0.08), band(1990, 28, 0.1), band(2155, 22, 0.07), band(2340, 32, 0.4))),
            new Mineral(
                    "gypsum",
                    0.6,
                    0.3,
                    List.of(
                            band(1000, 25, 0.06),
                            band(1200, 28, 0.12),
                            band(1450, 22, 0.4),
                            band(1535, 20, 0.25),
                            band(1750, 22, 0.25),
                            band(1945, 30, 0.5),
                            band(2215, 25, 0.25))));

    private static Band band(double center, double width, double depth) {
        return new Band(center, width, depth);
    }

    @Test
    void theFileIsUpToDate() throws IOException {
        Golden.compare(FILE, csv());
    }

    @Test
    void theFileCoversTheDefaultGrid() {
        SpectralLibrary library = SpectralLibrary.read(FILE);

        assertThat(library.size()).isEqualTo(64);
        assertThat(library.names()).startsWith("olivine_1", "olivine_2");
        for (double[] row : library.onGrid(WavelengthGrid.even(FIRST_NM, LAST_NM, 256))) {
            for (double value : row) {
                assertThat(value).isBetween(0.01, 1.0);
            }
        }
    }

    /** EMIT's view of the spectra, with one percent noise. */
    @Test
    void theSensorFileIsUpToDate() throws IOException {
        WavelengthGrid grid = WavelengthGrid.even(FIRST_NM, LAST_NM, 256);
        SpectralLibrary library = SpectralLibrary.read(FILE);
        SensorProjection emit = SensorProjection.of(Sensor.EMIT, grid);
        double[][] lab = library.onGrid(grid);
        double[][] seen = new double[lab.length][emit.bands()];
        for (int i = 0; i < lab.length; i++) {
            emit.apply(lab[i], seen[i]);
        }
        new SensorNoise(0.01).draw(SEED, "minerals/emit", 0, seen);
        StringBuilder out = new StringBuilder("name");
        for (double center : emit.centers()) {
            out.append(',').append(BigDecimal.valueOf(center).setScale(2, RoundingMode.HALF_EVEN));
        }
        for (int i = 0; i < seen.length; i++) {
            out.append('\n').append(library.names().get(i));
            for (double value : seen[i]) {
                out.append(',').append(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN));
            }
        }
        Golden.compare(
                FILE.resolveSibling("minerals.emit.csv"), out.append('\n').toString());
    }

    private static String csv() {
        StringBuilder out = new StringBuilder("name");
        for (int nm = FIRST_NM; nm <= LAST_NM; nm += STEP_NM) {
            out.append(',').append(nm);
        }
        for (Mineral mineral : MINERALS) {
            for (int i = 1; i <= PER_MINERAL; i++) {
                String name = mineral.name() + "_" + i;
                out.append('\n').append(name);
                RandomStream random = new RandomStream(SEED, "minerals/" + name, 0);
                for (int nm = FIRST_NM; nm <= LAST_NM; nm += STEP_NM) {
                    BigDecimal value = BigDecimal.valueOf(reflectance(mineral, nm, random));
                    out.append(',').append(value.setScale(4, RoundingMode.HALF_EVEN));
                }
            }
        }
        return out.append('\n').toString();
    }

    /** Elements 0 and 1 of the stream vary the continuum, and three for each band vary its centre, width and depth. */
    private static double reflectance(Mineral mineral, double nm, RandomStream random) {
        double rise = mineral.rise() * (0.8 + 0.2 * random.uniform(1));
        double value =
                mineral.level() * (0.8 + 0.2 * random.uniform(0)) + rise * (1 - StrictMath.exp(-(nm - FIRST_NM) / 400));
        for (int i = 0; i < mineral.bands().size(); i++) {
            Band band = mineral.bands().get(i);
            double center = band.center() + 6 * random.uniform(3L * i + 2) - 3;
            double width = band.width() * (0.85 + 0.3 * random.uniform(3L * i + 3));
            double depth = band.depth() * (0.7 + 0.5 * random.uniform(3L * i + 4));
            double z = (nm - center) / width;
            value *= 1 - depth * StrictMath.exp(-z * z / 2);
        }
        return value;
    }
}
