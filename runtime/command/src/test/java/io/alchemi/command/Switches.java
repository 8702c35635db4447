package io.alchemi.command;

import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import io.alchemi.schema.Suggest;

/**
 * A configuration of keys with few values.
 *
 * @param mode how fast
 * @param loud make noise
 * @param port where it is plugged in
 */
@ConfigSchema(id = "test.switches")
record Switches(
        @Default("slow") Mode mode,
        @Flag @Default("true") boolean loud,

        @Flag
        @Default("usb")
        @Matches(value = "[a-z]+", describedAs = "letters")
        @Suggest(value = "usb", doc = "the round one")
        @Suggest(value = "serial", doc = "the wide one")
        String port) {

    /** A speed. */
    enum Mode {
        /** Not fast. */
        SLOW,
        /** Faster than fast. */
        VERY_FAST
    }
}
