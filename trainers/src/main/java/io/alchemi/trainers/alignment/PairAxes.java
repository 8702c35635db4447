package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.trainers.spectra.SensorProjection;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.WavelengthGrid;
import org.jspecify.annotations.Nullable;

/** What the axes of both sides fix for a whole run: the sensor's view of the grid, and the tokenizers. */
final class PairAxes {
    private final WavelengthGrid grid;
    private final SensorProjection projection;
    private final WavelengthGrid sensorAxis;
    private final BandTokenizer lab;
    private final BandTokenizer sensor;
    private final @Nullable BandDepths depths;

    PairAxes(AlignmentSettings settings) {
        PairSettings pairs = settings.pairs();
        BandDepthSettings bandDepth = settings.bandDepth();
        this.grid = pairs.grid();
        this.projection = SensorProjection.of(pairs.sensor(), grid);
        this.sensorAxis = WavelengthGrid.of(projection.centers());
        double[] labWidth = {pairs.labFwhm()};
        this.lab = new BandTokenizer(pairs.tokenizer(), grid.toArray(), SpectralUnit.NM, labWidth, null);
        this.sensor = new BandTokenizer(pairs.tokenizer(), projection.centers(), SpectralUnit.NM);
        this.depths = bandDepth == null ? null : new BandDepths(bandDepth.bands(), sensorAxis);
    }

    WavelengthGrid grid() {
        return grid;
    }

    WavelengthGrid sensorAxis() {
        return sensorAxis;
    }

    SensorProjection projection() {
        return projection;
    }

    BandTokenizer lab() {
        return lab;
    }

    BandTokenizer sensor() {
        return sensor;
    }

    @Nullable
    BandDepths depths() {
        return depths;
    }
}
