package io.alchemi.trainers.alignment;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.trainers.spectra.Sensor;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The absorption bands whose depths a run predicts. */
final class AbsorptionBands {
    private AbsorptionBands() {}

    /**
     * Returns the bands of the file that a configuration names.
     *
     * @return an empty list if no depths are predicted
     * @throws ConfigException with all bands of the file that lie outside the sensor's range
     */
    static List<BandDepth.Band> of(AlignmentExperiment config, Loaded<?> loaded) {
        Path file = config.banddepth().config();
        if (!config.banddepth().enabled() || file == null) {
            return List.of();
        }
        List<BandDepth.Band> bands = loaded.input(file, BandDepth.class).bands();
        Sensor sensor = config.data().sensor();
        List<Diagnostic> problems = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            BandDepth.Band band = bands.get(i);
            if (!sensor.sees(band.begin()) || !sensor.sees(band.end())) {
                problems.add(unseen(band, "bands[" + i + "]", sensor, file, loaded));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return bands;
    }

    private static Diagnostic unseen(BandDepth.Band band, String path, Sensor sensor, Path file, Loaded<?> loaded) {
        WavelengthGrid axis = sensor.axis();
        boolean isEnd = sensor.sees(band.begin());
        String key = isEnd ? band.right() == null ? "center" : "right" : band.left() == null ? "center" : "left";
        return new Diagnostic(
                DiagnosticId.RULE,
                loaded.inputNode(file, BandDepth.class, path + "." + key).place(),
                "'" + path + "': the band lies from " + band.begin() + " to " + band.end()
                        + " nm, but must lie between the first and the last band of data.sensor, at " + axis.lowest()
                        + " and " + axis.highest() + " nm",
                "delete the band, or choose another data.sensor",
                List.of(
                        "data.sensor: " + sensor.id() + " ("
                                + loaded.origin("data.sensor").describe() + ")",
                        "referenced by banddepth.config ("
                                + loaded.origin("banddepth.config").describe() + ")"));
    }
}
