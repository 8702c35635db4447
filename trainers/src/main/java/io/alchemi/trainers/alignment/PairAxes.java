package io.alchemi.trainers.alignment;

import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.trainers.spectra.SensorProjection;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.TokenizerConfig;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What depends only on the axes of both sides: the sensor projection, the tokenizers and the band depths. */
final class PairAxes {
    private final WavelengthGrid grid;
    private final SensorProjection projection;
    private final WavelengthGrid sensorAxis;
    private final BandTokenizer lab;
    private final BandTokenizer sensor;
    private final @Nullable BandDepths depths;

    /**
     * Prepares the axes.
     *
     * @param bands absorption bands to predict, inside the sensor's range; empty for none
     */
    PairAxes(DataConfig data, TokenizerConfig tokenizer, List<BandDepth.Band> bands) {
        this.grid = data.labGridNm().wavelengths();
        this.projection = SensorProjection.of(data.sensor(), grid);
        this.sensorAxis = WavelengthGrid.of(projection.centers());
        double[] labWidth = {data.labFwhmNm()};
        this.lab = new BandTokenizer(tokenizer, grid.toArray(), SpectralUnit.NM, labWidth);
        this.sensor = new BandTokenizer(tokenizer, projection.centers(), SpectralUnit.NM);
        this.depths = bands.isEmpty() ? null : new BandDepths(bands, sensorAxis);
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
