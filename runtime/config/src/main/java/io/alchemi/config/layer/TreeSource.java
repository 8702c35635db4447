package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;

/** Source that was read before, for example the resolved tree of another load. */
record TreeSource(Mapping tree) implements Source {

    @Override
    public Mapping read(ReadContext reading) {
        reading.problems().register(tree.document());
        return tree;
    }
}
