package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Source of values for paths. All values form one layer; later ones override earlier ones. */
record ValuesSource(List<PlacedValue> values) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        Overlay overlay = new Overlay(reading.schema());
        Mapping layer = null;
        boolean readable = true;
        for (PlacedValue value : values) {
            reading.problems().register(value.place().document());
            Mapping below = layer == null ? reading.below() : overlay.over(reading.below(), layer);
            Mapping stated = value.in(reading.schema(), below, reading.problems());
            if (stated == null) {
                readable = false;
            } else {
                layer = layer == null ? stated : overlay.over(layer, stated);
            }
        }
        if (!readable) {
            return null;
        }
        return layer == null ? new Mapping(reading.below().place(), List.of()) : layer;
    }
}
