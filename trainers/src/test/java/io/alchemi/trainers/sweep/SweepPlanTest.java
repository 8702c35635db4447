package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the checks of a sweep before anything starts. */
class SweepPlanTest {
    @TempDir
    private Path folder;

    private Path base;
    private CommandLine sweep;

    @BeforeEach
    void copyBase() throws IOException {
        base = folder.resolve("base.yaml");
        Files.copy(CommandLine.SMALL, base);
        sweep = new CommandLine(folder.resolve("runs"), "sweep");
    }

    private String file(String rest) throws IOException {
        return Files.writeString(folder.resolve("my.sweep.yaml"), "command: pretrain-mae\nconfig: base.yaml\n" + rest)
                .toString();
    }

    private List<String> trials(String rest) throws IOException {
        CommandLine.Outcome outcome = sweep.train("run", "--dry-run", file(rest));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out().lines().skip(1).toList();
    }

    @Test
    void theBaseMayExtendAnotherFile() throws IOException {
        Files.move(base, folder.resolve("common.yaml"));
        Files.writeString(base, "extends: common.yaml\ntrain: {max_steps: 3}\n");

        assertThat(trials("over: {train.batch_size: [4, 8]}\n")).hasSize(2);
        Files.delete(folder.resolve("common.yaml"));
        assertThat(sweep.train("run", "--dry-run", file("over: {train.batch_size: [4, 8]}\n"))
                        .err())
                .contains("base.yaml:1:10: error: cannot extend 'common.yaml': file not found [ALC313]");
    }

    @Test
    void fiveMistakesAtOnce() throws IOException {
        CommandLine.Outcome outcome = sweep.train("run", file("""
                over:
                  train.lrr: [1e-3]
                  train.smooth_l1: {linear: [0, 1]}
                  train.batch_size: [8, 0]
                  global.seed: [1, two]
                objective: {metric: reconstructon}
                """));

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err().replace(folder + "/", "")).isEqualTo("""
                my.sweep.yaml:4:3: error: unknown key 'lrr' in 'train' [ALC201]
                  |
                4 |   train.lrr: [1e-3]
                  |   ^^^^^^^^^ did you mean 'lr'?
                  = lr: learning rate of AdamW (number ≥ 0, default 3e-4)

                my.sweep.yaml:5:3: error: 'over.train.smooth_l1' has no count, which the sampler grid needs [ALC202]
                  |
                5 |   train.smooth_l1: {linear: [0, 1]}
                  |   ^^^^^^^^^^^^^^^ add 'count: 4' to it, or choose the sampler random

                my.sweep.yaml:6:25: error: 'train.batch_size' is 0, but must be ≥ 1 [ALC204]
                  |
                6 |   train.batch_size: [8, 0]
                  |                         ^ the default is 64
                  = batch_size: samples per optimizer step (integer ≥ 1, default 64)

                my.sweep.yaml:7:20: error: 'global.seed' must be an integer, but is the string 'two' [ALC203]
                  |
                7 |   global.seed: [1, two]
                  |                    ^^^ write an integer
                  = seed: base of all randomness of a run: initial weights, data, masks, dropout (integer, default 42)

                my.sweep.yaml:8:21: error: 'objective.metric' must be a metric of 'alchemi pretrain-mae', but is 'reconstructon' [ALC404]
                  |
                8 | objective: {metric: reconstructon}
                  |                     ^^^^^^^^^^^^^ did you mean 'reconstruction'?
                  = metrics: reconstruction, smoothness, loss

                5 errors

                For more information, run 'alchemi explain ALC201'.
                """);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void everyCombinationInTheOrderOfTheFile() throws IOException {
        assertThat(
                        trials(
                                "over: {train.lr: {log: [1e-4, 1e-1], count: 4}, train.batch_size: {linear: [2, 9], count: 3}}"))
                .containsExactly(
                        "0.0001    2",
                        "0.0001    6",
                        "0.0001    9",
                        "0.001     2",
                        "0.001     6",
                        "0.001     9",
                        "0.01      2",
                        "0.01      6",
                        "0.01      9",
                        "0.1       2",
                        "0.1       6",
                        "0.1       9");
    }

    @Test
    void anUnknownSweepOrCommandIsAnErrorOfTheCommandLine() throws IOException {
        CommandLine.Outcome sweepless = sweep.train("show", "nope");
        assertThat(sweepless.exit()).isEqualTo(66);
        assertThat(sweepless.err()).contains("no sweep 'nope' in ", " [ALC502]", "there are no sweeps; start one");

        CommandLine.Outcome unknown = sweep.train("schema", "pretrain-mea");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("'pretrain-mea' is no command that trains", "did you mean 'pretrain-mae'?");
    }

    @Test
    void aSectionAndAnotherKeyInsideIt() throws IOException {
        assertThat(trials("over: {train: [{max_steps: 1}, {max_steps: 2}], train.batch_size: [4, 8]}"))
                .hasSize(4);
        assertThat(trials("over: {train.batch_size: [4, 8], train: [{max_steps: 1}, {max_steps: 2}]}"))
                .hasSize(4);
    }

    @Test
    void randomCombinationsDependOnlyOnTheSeed() throws IOException {
        String over = "over: {train.lr: {log: [1e-4, 1e-1]}, global.seed: [1, 2]}\n";
        List<String> first = trials(over + "sampler: {trials: 20, seed: 7}");

        assertThat(first).hasSize(20).isEqualTo(trials(over + "sampler: {type: random, trials: 20, seed: 7}"));
        assertThat(first).isNotEqualTo(trials(over + "sampler: {trials: 20, seed: 8}"));
        assertThat(first).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            over: {global.seed: [1, 2]}\\nsampler: {trials: 3}        | 'sampler.trials' is 3, but there are only 2 combinations
            over: {global.seed: {linear: [1, 3]}}\\nsampler: {trials: 9} | 'sampler.trials' is 9, but there are only 3 combinations
            over: {train.lr: [1e-3, 3e-3, 1e-3]}                      | :3:31: error: 'over.train.lr[2]' is a duplicate [ALC213]
            over: {train.lr: [1e-3, 0.001], train.max_steps: [5]}\\nsampler: {trials: 3} | :3:25: error: 'over.train.lr[1]' is a duplicate [ALC304]
            over: {global.seed: [16, 0x10]}                           | 'over.global.seed[1]' is a duplicate [ALC304]
            over: {global.device: [cpu, "cpu"]}                       | 'over.global.device[1]' is a duplicate [ALC213]
            over: {train.no_posenc: [true, True]}                     | 'over.train.no_posenc[1]' is a duplicate [ALC304]
            over: {train: [{lr: 1e-3, depth: 1}, {depth: 1, lr: 0.001}]} | 'over.train[1]' is a duplicate [ALC304]
            over: {train.lr: {linear: [1, 1.0000000000000004]}}\\nsampler: {trials: 16} | 'sampler.trials' is 16, but there are only 3 combinations
            over: {train.batch_size: {linear: [1.2, 1.8], count: 3}}  | :3:36: error: 'over.train.batch_size' needs integers as bounds, but one is 1.2 [ALC203]
            over: {train.batch_size: {log: [1, 2.5], count: 3}}       | 'over.train.batch_size' needs integers as bounds, but one is 2.5 [ALC203]
            over: {train.lr: {log: [1e-400, 1], count: 3}}            | 'over.train.lr' needs bounds that a 64-bit number can have [ALC302]
            over: {train.lr: {linear: [1, 1e400], count: 3}}          | 'over.train.lr' needs bounds that a 64-bit number can have [ALC302]
            over: {train.lr: {log: [0, 1], count: 3}}                 | the numbers of log must be greater than 0
            over: {train.lr: {linear: [1, 0], count: 3}}              | the lowest number must be less than the highest
            over: {train.lr: {linear: [1], count: 3}}                 | exactly one of linear and log must be [lowest, highest]
            over: {train.lr: []}                                      | 'over.train.lr' has 0 items, but must have at least 1
            over: {train.n_heads: [2, 3]} | in 1 of 2 trials, the first of which has train.n_heads=3
            over: {}                                                  | 'over' has 0 entries
            over: {train: {lr: [1]}}                                  | unknown key 'lr' in 'over.train'
            over: {extends: [a.yaml]}                                 | :3:8: error: unknown key 'extends' at the top level [ALC201]
            over: {$schema: [a.json]}                                 | :3:8: error: unknown key '$schema' at the top level [ALC201]
            over: {x-note: [1], train.lr: [1]}                        | :3:8: error: unknown key 'x-note' at the top level [ALC201]
            over: {x-note.text: [1, 2]}                               | :3:8: error: unknown key 'x-note' at the top level [ALC201]
            over: {train.lr: [1e-3], '"train".lr': [1e-4]}            | :3:26: error: duplicate key '"train".lr' [ALC303]
            over: {train: [{lr: 1e-3}], train.lr: [1e-4]}             | :3:29: error: 'train' and 'train.lr' set the same value [ALC303]
            over: {train.lr: [1e-4], train: [{lr: 1e-3}]}             | :3:26: error: 'train.lr' and 'train' set the same value [ALC303]
            over: {train.lr: [1e-4], train: [null]}                   | :3:26: error: 'train.lr' and 'train' set the same value [ALC303]
            over:\\n  train.batch_size[0]: [4]                      | item [0] does not exist [ALC503]
            over: {train..lr: [1]}                                    | 'train..lr' is not the path of a key
            over: {train.lr: [1]}\\nsampler: gird                     | did you mean 'grid'?
            over: {global.seed: {linear: [1, 2000000], count: 10000}, train.batch_size: {linear: [2, 99], count: 98}} | the grid has 980000 combinations
            """)
    void invalidPlans(String rest, String message) throws IOException {
        CommandLine.Outcome outcome = sweep.train("run", "--dry-run", file(rest.replace("\\n", "\n") + "\n"));

        assertThat(outcome.exit()).as(outcome.out()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .yaml           |              | a sweep cannot have the name
            last.sweep.yaml |              | a sweep cannot have the name
            my.sweep.yaml   | --name=..    | --name ..
            my.sweep.yaml   | --slots=0    | --slots 0
            my.sweep.yaml   | --memory=4G  | --memory has no effect on this machine
            my.sweep.yaml   | --sbatch=--x | --sbatch has no effect on this machine
            """)
    void commandLinesThatAreRefused(String name, String option, String message) throws IOException {
        Path named = folder.resolve(name);
        Files.writeString(named, Files.readString(Path.of(file("over: {global.seed: [1]}"))));
        CommandLine.Outcome outcome = option == null
                ? sweep.train("run", "--dry-run", named.toString())
                : sweep.train("run", "--dry-run", named.toString(), option);

        assertThat(outcome.exit()).as(outcome.out()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pretrain-mea | did you mean 'pretrain-mae'?
            runs list    | 'command' must be a command that trains, but is 'runs list'
            """)
    void commandsThatDoNotTrain(String command, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.sweep.yaml"),
                "command: " + command + "\nconfig: base.yaml\nover: {global.seed: [1]}\n");
        CommandLine.Outcome outcome = sweep.train("run", file.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains(message);
    }

    /** Messages show the path of the base as the user can read it, and trials in other folders find it. */
    @Test
    void theBaseHasARelativePathInMessages() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file =
                here.relativize(Path.of(file("over: {train.n_heads: [2, 3]}")).toRealPath());

        assertThat(sweep.train("run", "--dry-run", file.toString()).err())
                .contains("(" + file.resolveSibling("base.yaml") + ":", "(" + file + ":3:27)");
    }

    /** Values of all kinds reach a trial unchanged: its process compares the hash of its configuration. */
    @Test
    void valuesOfAllKinds() throws IOException {
        String file = file("""
                over:
                  train.mask_path: [null, 'a b.json', "it's.json", '1']
                  train.max_steps: [1]
                """);
        assertThat(sweep.train("expand", file).out().lines()).hasSize(4);
        for (int trial = 0; trial < 4; trial++) {
            CommandLine.Outcome outcome = sweep.train("trial", "my", "--index", Integer.toString(trial));
            assertThat(outcome.exit()).as(outcome.err()).isZero();
        }
        Path page = folder.resolve("page.html");
        assertThat(sweep.train("report", "-o", page.toString()).out()).isEqualTo(page + "\n");
        assertThat(page).content().contains("\"name\":\"my\",\"command\":\"pretrain-mae\"", "\\u0027a b.json\\u0027");
        assertThat(sweep.train("show", "--json").out()).contains("\"train.mask_path\":\"'a b.json'\"");
        assertThat(sweep.train("status").out()).contains("4 finished");
    }

    /** Input file paths are relative to the sweep file, but trials run in another folder. */
    @Test
    void inputFilesThatVary() throws IOException {
        for (String name : List.of("one.csv", "two.csv")) {
            Files.writeString(folder.resolve(name), "name,400,500\n" + name + ",0.1,0.2\n");
        }
        Path file = Files.writeString(folder.resolve("data.sweep.yaml"), """
                command: align train
                config: %s
                over: {data.lab_spectra: [one.csv, two.csv]}
                """.formatted(
                        CommandLine.SMALL.resolveSibling("phase2/alignment.learns.yaml")));
        assertThat(sweep.train("expand", file.toString()).err()).isEmpty();
        assertThat(sweep.train("show", "--csv").out())
                .contains(
                        folder.resolve("one.csv").toString(),
                        folder.resolve("two.csv").toString());

        Files.writeString(folder.resolve("two.csv"), "name,400,500\nother,0.1,0.2\n");
        assertThat(sweep.train("trial", "data", "--index", "1").err()).contains("was planned with other inputs");
    }
}
