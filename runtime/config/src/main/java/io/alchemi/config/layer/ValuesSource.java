package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Source of values for paths. All values form one layer; later ones override earlier ones. A value without a place is left out. Values
 * up to the next index are merged together, because a merge copies all entries of a section.
 */
record ValuesSource(List<PlacedValue> values) implements Source {

    @Override
    public Mapping read(ReadContext reading) {
        Overlay overlay = new Overlay(reading.schema());
        Mapping layer = null;
        List<PlacedValue> pending = new ArrayList<>();
        for (PlacedValue value : values) {
            reading.problems().register(value.place().document());
            if (!value.hasIndex()) {
                pending.add(value);
                continue;
            }
            layer = overlay.over(layer, pending);
            pending.clear();
            Mapping below = layer == null ? reading.below() : overlay.over(reading.below(), layer);
            Mapping stated = value.in(reading.schema(), below, reading.problems());
            if (stated != null) {
                layer = layer == null ? stated : overlay.over(layer, stated);
            }
        }
        layer = overlay.over(layer, pending);
        return layer == null ? new Mapping(reading.below().place(), List.of()) : layer;
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return values.size() + " values";
    }
}
