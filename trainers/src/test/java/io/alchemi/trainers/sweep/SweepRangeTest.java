package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.trainers.run.CommandLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the numbers of ranges in sweeps. */
class SweepRangeTest {
    @TempDir
    private Path folder;

    private List<String> trials(String rest) throws IOException {
        Path file =
                Files.writeString(folder.resolve("my.sweep.yaml"), "command: pretrain-mae\nconfig: base.yaml\n" + rest);
        Files.copy(CommandLine.SMALL, folder.resolve("base.yaml"));
        CommandLine.Outcome outcome =
                new CommandLine(folder.resolve("runs"), "sweep").train("run", "--dry-run", file.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out().lines().skip(1).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            train.lr: {log: [1e-300, 1e300], count: 3}                      | 1E-300 1 1E+300
            train.lr: {log: [1e-320, 1], count: 3}                          | 1E-320 1E-160 1
            train.lr: {linear: [0, 1.7e308], count: 3}                      | 0 8.5E+307 1.7E+308
            train.lr: {linear: [380.01, 380.09], count: 5}                  | 380.01 380.03 380.05 380.07 380.09
            train.lr: {log: [0.001, 0.001001], count: 3}                    | 0.001 0.0010005 0.001001
            train.lr: {linear: [0.99996, 1.00004], count: 3}                | 0.99996 1 1.00004
            train.lr: {linear: [0.123456, 0.9], count: 3}                   | 0.123456 0.5117 0.9
            train.lr: {linear: [0.10000000000000000001, 0.2], count: 2}     | 0.10000000000000000001 0.2
            train.lr: {linear: [1, 1.0000000000000002], count: 9}           | 1 1.00000000000000013
            global.seed: {linear: [9007199254740993, 9007199254740995], count: 2} | 9007199254740993 9007199254740995
            global.seed: {linear: [9007199254740992, 9007199254740993], count: 2} | 9007199254740992 9007199254740993
            global.seed: {linear: [1, 9223372036854775807], count: 3}       | 1 4611686018427387904 9223372036854775807
            global.seed: {linear: [0, 9], count: 7}                         | 0 2 3 4 6 8 9
            global.seed: {linear: [1, 3], count: 9}                         | 1 2 3
            global.seed: {log: [1e0, 1e3], count: 4}                        | 1 10 100 1000
            """)
    void numbersBetweenExactBounds(String over, String values) throws IOException {
        assertThat(trials("over: {" + over + "}")).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            train.lr: {log: [1e-300, 1e300]}                                | 3
            train.lr: {linear: [0, 1.7e308]}                                | 3
            train.lr: {linear: [0.99996, 1.00004]}                          | 6
            train.lr: {linear: [380.04, 380.06]}                            | 200
            train.lr: {log: [0.001, 0.001001]}                              | 9
            global.seed: {linear: [9007199254740993, 9007199254740995]}     | 3
            global.seed: {log: [1, 9]}                                      | 9
            """)
    void randomNumbersBetweenExactBounds(String over, int count) throws IOException {
        List<String> trials = trials("over: {" + over + "}\nsampler: {trials: " + count + "}");

        assertThat(trials).hasSize(count).doesNotHaveDuplicates();
        String[] bounds = over.replaceAll(".*\\[|\\].*", "").split(", ");
        assertThat(trials)
                .allSatisfy(trial -> assertThat(new BigDecimal(trial))
                        .isBetween(new BigDecimal(bounds[0]), new BigDecimal(bounds[1])));
    }
}
