package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that is generated for {@link org.example.MatchAction}, from the command line to the exit code. */
class ActionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void runsWithOperandsInTheirOrderAndOptions() throws IOException {
        Path lab = Files.writeString(folder.resolve("lab.csv"), "spectra");

        assertThat(print("lab match " + lab + " sensor.csv")).isEqualTo("""
                spectra
                Options[lab=lab.csv, sensorFile=sensor.csv, digits=3, top=5, output=null]
                exit 0
                """);
        assertThat(print("lab match --top 6 -oout.csv -- " + lab + " -s.csv 0")).isEqualTo("""
                spectra
                Options[lab=lab.csv, sensorFile=-s.csv, digits=0, top=6, output=out.csv]
                exit 1
                """);
    }

    @Test
    void helpShowsOperandsAndOptions() {
        assertThat(print("lab match --help x")).isEqualTo("""
                Match spectra of a laboratory with those of a sensor.

                Usage: alchemi lab match LAB SENSOR_FILE [DIGITS] [options]

                Arguments:
                  LAB          spectra of the laboratory (path, required)
                  SENSOR_FILE  spectra of the sensor (path, required)
                  DIGITS       digits after the point (integer ≥ 0, default 3)

                Options:
                  --top N            matches of each spectrum (integer ≥ 1, default 5)
                  -o, --output PATH  file for the matches
                exit 0
                """);
    }

    @Test
    void isListedAmongTheCommands() {
        assertThat(print("--help")).contains("""

                Other commands:
                  lab match   Match spectra of a laboratory with those of a sensor
                  price list  Print the prices of a shop
                  stock       Count what is in stock

                Configurations:
                """).doesNotContain("Training:");
    }

    @Test
    void missingAndUnexpectedArgumentsAreUsageErrors() {
        assertThat(print("lab match")).isEqualTo("""
                alchemi lab match: error: missing arguments LAB, SENSOR_FILE [ALC501]
                  |
                  | alchemi lab match
                  | ^^^^^^^^^^^^^^^^^ usage: alchemi lab match LAB SENSOR_FILE [DIGITS] [options]
                exit 2
                """);
        assertThat(print("lab match a.csv --top 1")).isEqualTo("""
                alchemi lab match: error: missing argument SENSOR_FILE [ALC501]
                  |
                  | alchemi lab match
                  | ^^^^^^^^^^^^^^^^^ usage: alchemi lab match LAB SENSOR_FILE [DIGITS] [options]
                exit 2
                """);
        assertThat(print("lab match a.csv b.csv 1 c.csv d.csv")).isEqualTo("""
                c.csv: error: unexpected argument [ALC501]
                  |
                  | c.csv
                  | ^^^^^ usage: alchemi lab match LAB SENSOR_FILE [DIGITS] [options]
                exit 2
                """);
    }

    @Test
    void invalidValuesAreUsageErrors() {
        assertThat(print("lab match a.csv b.csv x --top 0")).isEqualTo("""
                DIGITS: error: 'digits' must be an integer ≥ 0, but is the string 'x' [ALC501]
                  |
                  | x
                  | ^ write an integer ≥ 0
                  = digits: digits after the point (integer ≥ 0, default 3)

                --top: error: 'top' is 0, but must be ≥ 1 [ALC501]
                  |
                  | --top 0
                  |       ^ the default is 5
                  = top: matches of each spectrum (integer ≥ 1, default 5)

                2 errors
                exit 2
                """);
        assertThat(print("lab match a.csv b.csv 10")).isEqualTo("""
                DIGITS: error: digits must not exceed 9 [ALC501]
                  |
                  | 10
                  | ^^
                  = digits: 10 (DIGITS)
                exit 2
                """);
    }

    @Test
    void failuresOfTheActionHaveTheirExitCodes() {
        assertThat(print("lab match none.csv b.csv"))
                .startsWith("none.csv: error: file not found [ALC502]\n")
                .endsWith("exit 66\n");
        assertThat(print("lab match a.csv b.csv --top 2")).isEqualTo("""
                run: error: the run is not finished [ALC501]
                  |
                  | run
                  | ^^^
                exit 2
                """);
        assertThat(print("lab match a.csv b.csv --top 3")).isEqualTo("error: the disk is full\nexit 1\n");
        assertThat(print("lab match a.csv b.csv --top 4"))
                .startsWith("This is a bug in the command org.example.MatchAction. Please report it")
                .contains(
                        "  java.lang.IllegalStateException: four\n    at ",
                        "org.example.MatchAction.run(MatchAction.java:")
                .endsWith("exit 70\n");
    }

    private String print(String line) {
        return CommandLine.print(List.of(line.split(" "))).replace(folder + "/", "");
    }
}
