package io.alchemi.processor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema of two files with a mistake in nearly every component, and all that a compiler says about it. */
final class ManyMistakes {
    private static final String CAMPAIGN = """
            package lab;

            import io.alchemi.schema.*;

            /**
             * One measuring campaign.
             *
             * @param global run-wide settings
             * @param instrument what measures
             * @param averagse measurements per spectrum
             * @param range wavelengths
             * @param site where it stands
             */
            @ConfigSchema(id = "campaign")
            @Moved(from = "instrument..name", to = "site")
            @Moved(from = "gain", to = "instrument.detector.gain")
            @Retired(value = "dark frames", reason = "")
            public record Campaign(
                    Run global,
                    @Default("{detector: 3, letter: [], lamp: bright}") Instrument instrument,
                    @Default("many") int averages,
                    @Default("1") @Range(min = 5, max = 2) double range,
                    @Default("a") @Alias("range") @Matches(value = "(a", describedAs = "an a") String site) {
                @Rule("averages must exceed range")
                static boolean enough(int averages, double rnage) {
                    return averages > rnage;
                }

                @Rule("")
                static boolean drifts(int averages) {
                    return averages > 0;
                }

                @GlobalBlock
                record Run(@Default("42") long seed, @Default("[1]") int device) {}
            }
            """;

    private static final String INSTRUMENT = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;

            record Instrument(
                    Detector detector,
                    @Default("low") Gain gain,
                    @Default("0") Thread reader,
                    @Default("0") char letter,
                    @Default("1") @Unit("") int lamp,
                    @Default("2") int seed,
                    @Default("[]") List<Missing> filters,
                    @Example("no") boolean cooled,
                    @Example("[{name: 1}, {name: b, text: 2}]") List<Note> notes) {
                @Rule("")
                static boolean fast(Detector detector, boolean cooled) {
                    return cooled;
                }

                enum Gain { LOW, HIGH, @Key("low") SLOW }

                record Note(
                        @Default("a") @Range(min = 1) String name,
                        Missing text) {}

                @Key("x")
                record Stray(int y) {}
            }
            """;

    /** The files in the order in which compilers get them. */
    static final List<String> SOURCES = List.of(CAMPAIGN, INSTRUMENT);

    /** The problems in their order, each with its line. */
    static final List<String> PROBLEMS = List.of(
            "Campaign.java:18 ALC106",
            "Campaign.java:18 ALC124",
            "Campaign.java:18 ALC106",
            "Campaign.java:18 ALC109",
            "Campaign.java:20 ALC102",
            "Campaign.java:21 ALC102",
            "Campaign.java:22 ALC105",
            "Campaign.java:23 ALC104",
            "Campaign.java:23 ALC125",
            "Campaign.java:25 ALC110",
            "Campaign.java:30 ALC110",
            "Campaign.java:35 ALC102",
            "Instrument.java:7 ALC126",
            "Instrument.java:8 ALC103",
            "Instrument.java:9 ALC101",
            "Instrument.java:10 ALC101",
            "Instrument.java:11 ALC121",
            "Instrument.java:12 ALC107",
            "Instrument.java:13 ALC126",
            "Instrument.java:14 ALC102",
            "Instrument.java:15 ALC102",
            "Instrument.java:17 ALC110",
            "Instrument.java:24 ALC121",
            "Instrument.java:25 ALC126",
            "Instrument.java:28 ALC121");

    private static final Pattern ID = Pattern.compile("\\[(ALC\\d+)]$", Pattern.MULTILINE);

    private ManyMistakes() {}

    /** The id of a message, empty if it is one of the compiler itself. */
    static String id(String message) {
        Matcher id = ID.matcher(message);
        return id.find() ? id.group(1) : "";
    }
}
