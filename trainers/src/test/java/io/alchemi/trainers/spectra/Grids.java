package io.alchemi.trainers.spectra;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.trainers.vectors.VectorFile;

/** Reads the grids of the vector files: even grids from their ends, others from lists. */
final class Grids {
    private Grids() {}

    static WavelengthGrid read(JsonElement grid) {
        if (grid.isJsonArray()) {
            return WavelengthGrid.of(VectorFile.flat(grid));
        }
        JsonObject even = grid.getAsJsonObject();
        return WavelengthGrid.even(
                even.get("start").getAsDouble(),
                even.get("stop").getAsDouble(),
                even.get("num").getAsInt());
    }

    static double[][] rows(JsonElement matrix) {
        return matrix.getAsJsonArray().asList().stream().map(VectorFile::flat).toArray(double[][]::new);
    }
}
