package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;

/** Source that was read before, for example the resolved tree of another load. */
record TreeSource(Mapping tree) implements Source {

    @Override
    public Mapping read(ReadContext reading) {
        reading.problems().register(tree.document());
        return tree;
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return "tree with " + tree.entries().size() + " keys";
    }
}
