package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;
import java.util.List;

/** Source of values for paths. All values form one layer; later ones override earlier ones. A value without a place is left out. */
record ValuesSource(List<PlacedValue> values) implements Source {

    @Override
    public Mapping read(ReadContext reading) {
        Overlay overlay = new Overlay(reading.schema());
        Mapping layer = null;
        for (PlacedValue value : values) {
            reading.problems().register(value.place().document());
            Mapping below = layer == null ? reading.below() : overlay.over(reading.below(), layer);
            Mapping stated = value.in(reading.schema(), below, reading.problems());
            if (stated != null) {
                layer = layer == null ? stated : overlay.over(layer, stated);
            }
        }
        return layer == null ? new Mapping(reading.below().place(), List.of()) : layer;
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return values.size() + " values";
    }
}
