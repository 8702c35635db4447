package io.alchemi.trainers.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine.Outcome;
import io.alchemi.trainers.spectra.library.SpectralLibrary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests training on a user's own spectra, and using the trained encoders. */
class OwnSpectraTest {
    private static final String TINY =
            Path.of("src/test/transcripts/alignment.tiny.yaml").toString();
    private static final Path SPECTRA = Path.of(System.getProperty("alchemi.root"), "configs/spectra");
    private static final String MINERALS = SPECTRA.resolve("minerals.csv").toString();
    private static final String EMIT = SPECTRA.resolve("minerals.emit.csv").toString();

    @TempDir
    private Path runs;

    private CommandLine train;

    @BeforeEach
    void commands() {
        train = new CommandLine(runs, "align", "train");
    }

    private Outcome train(String spectra, String... more) {
        List<String> line = new ArrayList<>(List.of(TINY, "--quiet", "--set", "data.lab_spectra='" + spectra + "'"));
        line.addAll(List.of(more));
        return train.train(line.toArray(new String[0]));
    }

    private Outcome embed(String... arguments) {
        return new CommandLine(runs, "align", "embed").train(arguments);
    }

    private Outcome match(String... arguments) {
        return new CommandLine(runs, "align", "match").train(arguments);
    }

    @Test
    void aShareOfTheNamesIsHeldOutAndTheRestIsTrainedOn() throws IOException {
        Outcome outcome = train(MINERALS, "--set", "trainer.eval_pairs=64");

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        assertThat(outcome.out()).contains("on 13 held-out pairs");
        List<JsonObject> metrics = CommandLine.metrics(train.folder());
        assertThat(metrics).hasSize(4);
        assertThat(metrics.get(0).get("tokens").getAsInt()).isEqualTo(4 * (36 + 10));
    }

    @Test
    void aFileWithTooFewSpectraForABatchIsRefused() throws IOException {
        Path few = runs.resolve("few.csv");
        Files.write(few, Files.readAllLines(Path.of(MINERALS)).subList(0, 5));
        Outcome outcome = train(few.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(
                        TINY + ":7:15: error: " + few + " has 4 spectra, 3 of them for training"
                                + " (data.held_out_share 0.2), but trainer.batch_size is 4: a batch must not have a"
                                + " spectrum twice [ALC305]",
                        "write at most 3, or use more spectra");
    }

    /** A batch has at least two spectra, so a smaller batch is not possible. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.2, 'has too few spectra, 1: a batch and an evaluation need at least 2 each', use more spectra",
        "5, 0.8, '1 of them for training (data.held_out_share 0.8), but trainer.batch_size is 2:', 'use more spectra, or a smaller'"
    })
    void noSmallerBatchIsAdvisedThanTwo(int spectra, String share, String message, String advice) throws IOException {
        Path few = runs.resolve("few.csv");
        Files.write(few, Files.readAllLines(Path.of(MINERALS)).subList(0, 1 + spectra));
        Outcome outcome = train(few.toString(), "--batch-size", "2", "--set", "data.held_out_share=" + share);

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains(message, advice).doesNotContain("at most");
    }

    /** With a single spectrum, every spectrum would find its partner. */
    @Test
    void aFileWithTooFewSpectraToEvaluateIsRefused() throws IOException {
        Path few = runs.resolve("few.csv");
        Files.write(few, Files.readAllLines(Path.of(MINERALS)).subList(0, 6));
        Outcome outcome = train(few.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(
                        "error: " + few + " has 5 spectra, 1 of them held out (data.held_out_share 0.2), but an"
                                + " evaluation compares at least 2 [ALC305]",
                        "use a larger share, or more spectra");
    }

    @Test
    void spectraThatDoNotCoverTheGridAreRefusedWithFileAndLine() throws IOException {
        Path narrow = runs.resolve("narrow.csv");
        Files.writeString(narrow, "name,500,2500\na,0.1,0.2\n");
        Outcome outcome = train(narrow.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(
                        narrow + ":2:1: error: spectrum 'a' covers 500 to 2500 nm; the grid data.lab_grid_nm begins at"
                                + " 380 nm [ALC601]");
    }

    /** A failed run without a step would be the last one. */
    @Test
    void invalidSpectraLeaveNoRun() throws IOException {
        train(MINERALS, "-m", "0", "--name", "before");
        Path invalid = runs.resolve("invalid.csv");
        Files.writeString(invalid, "name,380,2500\na,0.1,oops\n");
        Outcome outcome = train.train(TINY, "--set", "data.lab_spectra='" + invalid + "'");

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(invalid + ":2:7: error: ", "[ALC601]", ", since the run failed before its first step");
        assertThat(train.folder().toString()).endsWith("-before");
    }

    @Test
    void aMissingFileIsAProblemOfTheConfiguration() {
        Outcome outcome = train(runs.resolve("none.csv").toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains("none.csv", "does not exist");
    }

    @Test
    void embeddingsAreWrittenPrintedAndMatched() throws IOException {
        assertThat(train(MINERALS).exit()).isEqualTo(ExitCode.FINE);
        String run = train.folder().toString();
        Path csv = runs.resolve("lab.csv");
        Path npy = runs.resolve("sensor.npy");

        Outcome printed = embed(run, MINERALS);
        assertThat(printed.exit()).as(printed.err()).isEqualTo(ExitCode.FINE);
        assertThat(printed.out())
                .startsWith("name,e0,e1,e2,e3,e4,e5,e6,e7\nolivine_1,")
                .hasLineCount(65);
        assertThat(embed(run, MINERALS, "-o", csv.toString()).err()).contains("64 embeddings of 8 numbers in " + csv);
        assertThat(csv).content().isEqualTo(printed.out());
        assertThat(embed(run, EMIT, "--side", "sensor", "-o", npy.toString()).exit())
                .isEqualTo(ExitCode.FINE);
        assertThat(npy).hasSize(128 + 4 * 64 * 8);

        Outcome matched = match(run, MINERALS, EMIT, "--top", "2");
        assertThat(matched.exit()).as(matched.err()).isEqualTo(ExitCode.FINE);
        assertThat(matched.out())
                .startsWith("lab,rank,sensor,cosine\nolivine_1,1,")
                .hasLineCount(1 + 2 * 64);
        assertThat(matched.err()).contains(" of 64 laboratory spectra whose name a sensor spectrum has");
    }

    /** The run folder is sufficient, wherever the files are that it was trained with. */
    @Test
    void theInputsOfTheRunAreNotNeeded() throws IOException {
        Path spectra = runs.resolve("mine.csv");
        Files.copy(Path.of(MINERALS), spectra);
        assertThat(train(spectra.toString()).exit()).isEqualTo(ExitCode.FINE);
        Files.delete(spectra);

        assertThat(embed(train.folder().toString(), MINERALS).exit()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void aRunIsNotResumedWithOtherSpectra() throws IOException {
        Path spectra = runs.resolve("mine.csv");
        Files.copy(Path.of(MINERALS), spectra);
        assertThat(train(spectra.toString()).exit()).isEqualTo(ExitCode.FINE);
        Path run = train.folder();
        Files.delete(spectra);
        assertThat(train.train("--resume", run.toString(), "-m", "5").exit()).isEqualTo(ExitCode.FINE);

        Path copy = run.resolve("inputs/mine.csv");
        Files.write(copy, Files.readAllLines(copy).subList(0, 40));
        byte[] status = Files.readAllBytes(run.resolve("status.json"));
        Outcome outcome = train.train("--resume", run.toString(), "-m", "6");

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains(
                        copy + ": error: the content of this input file has changed since the run started [ALC501]",
                        "restore it, or start a new run, with --init-from for the parameters of this one");
        assertThat(run.resolve("status.json")).hasBinaryContent(status);
        assertThat(CommandLine.metrics(run)).hasSize(5);
        for (String damaged : List.of("{\"a\": {\"b\": 1}}", "{\"a\": []}", "{\"\\u0000\": \"sha256:0\"}", "[]")) {
            Files.writeString(run.resolve("inputs/sha256.json"), damaged);
            assertThat(train.train("--resume", run.toString(), "-m", "6").err())
                    .as(damaged)
                    .startsWith("error: the run cannot be resumed: ")
                    .contains("sha256.json is ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.sli", "mine.hdr"})
    void aRunHasBothFilesOfAnEnviLibrary(String given) throws IOException {
        Path data = runs.resolve("mine.sli");
        Path header = runs.resolve("mine.hdr");
        writeEnvi(0, data, header);
        assertThat(train(runs.resolve(given).toString()).exit()).isEqualTo(ExitCode.FINE);
        Path run = train.folder();
        Files.delete(data);
        Files.delete(header);

        assertThat(train.train("--resume", run.toString(), "-m", "5").exit()).isEqualTo(ExitCode.FINE);
        assertThat(embed(run.toString(), MINERALS).exit()).isEqualTo(ExitCode.FINE);
        Path copy = run.resolve("inputs/mine.hdr");
        Files.writeString(copy, Files.readString(copy).replace("olivine_1", "olivine_0"));
        assertThat(train.train("--resume", run.toString(), "-m", "6").err())
                .startsWith(copy + ": error: the content of this input file has changed");
    }

    @Test
    void aSweepComparesBothFilesOfAnEnviLibrary() throws IOException {
        Path data = runs.resolve("mine.sli");
        Path header = runs.resolve("mine.hdr");
        writeEnvi(0, data, header);
        String swept = sweep("swept", MINERALS, "data.lab_spectra: [" + header + "]");
        String fixed = sweep("fixed", header.toString(), "global.seed: [1]");
        CommandLine sweep = new CommandLine(runs, "sweep");
        assertThat(sweep.train("expand", swept).out()).hasLineCount(1);
        Outcome planned = sweep.train("expand", fixed);
        assertThat(planned.exit()).as(planned.err()).isEqualTo(ExitCode.FINE);

        byte[] values = Files.readAllBytes(data);
        values[7] ^= 1;
        Files.write(data, values);

        sweep.train("expand", swept);
        assertThat(sweep.train("status", "swept").out()).contains("of another version: 1 trial");
        assertThat(sweep.train("expand", fixed).err())
                .contains("inputs/mine.sli: the file has another content; the former one is ");
    }

    private String sweep(String name, String spectra, String over) throws IOException {
        Path tiny = Path.of(TINY).toAbsolutePath();
        Path base = Files.writeString(
                runs.resolve(name + ".yaml"),
                Files.readString(tiny)
                        .replace(
                                "banddepth.tiny.yaml",
                                tiny.resolveSibling("banddepth.tiny.yaml").toString())
                        .replace("data:", "data:\n  lab_spectra: " + spectra));
        return Files.writeString(
                        runs.resolve(name + ".sweep.yaml"),
                        "command: align train\nconfig: " + base + "\nover: {" + over + "}\n")
                .toString();
    }

    /** The data is at the end of a sparse file. */
    @Test
    void aLargeInputIsNotCopiedButCompared() throws IOException {
        Path data = runs.resolve("large.sli");
        Path header = runs.resolve("large.hdr");
        writeEnvi(100_000_000, data, header);
        assertThat(train(data.toString()).exit()).isEqualTo(ExitCode.FINE);
        Path run = train.folder();
        assertThat(run.resolve("inputs")).isDirectoryNotContaining("glob:**/large.*");

        assertThat(train.train("--resume", run.toString(), "-m", "5").exit()).isEqualTo(ExitCode.FINE);
        Files.write(data, new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(train.train("--resume", run.toString(), "-m", "6").err())
                .startsWith(data + ": error: the content of this input file has changed");
        Files.delete(header);
        assertThat(train.train("--resume", run.toString(), "-m", "6").err()).contains(header.toString());
    }

    private static void writeEnvi(int offset, Path data, Path header) throws IOException {
        SpectralLibrary library = SpectralLibrary.read(Path.of(MINERALS));
        double[] wavelengths = library.wavelengths(0).toArray();
        ByteBuffer values = ByteBuffer.allocate(library.size() * wavelengths.length * Double.BYTES);
        for (int i = 0; i < library.size(); i++) {
            for (double value : library.values(i)) {
                values.putDouble(value);
            }
        }
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.seek(offset);
            file.write(values.array());
        }
        Files.writeString(header, """
                ENVI
                samples = %d
                lines = %d
                bands = 1
                header offset = %d
                file type = ENVI Spectral Library
                data type = 5
                interleave = bsq
                byte order = 1
                wavelength units = Nanometers
                wavelength = { %s }
                spectra names = { %s }
                """.formatted(
                        wavelengths.length,
                        library.size(),
                        offset,
                        Arrays.stream(wavelengths).mapToObj(Double::toString).collect(joining(", ")),
                        String.join(", ", library.names())));
    }

    @Test
    void aRunIsNamedByItsFolderItsIdItsNameOrLast() throws IOException {
        assertThat(train(MINERALS, "-m", "0", "--name", "mine").exit()).isEqualTo(ExitCode.FINE);
        Path run = train.folder();
        new CommandLine(runs).train(CommandLine.SMALL.toString(), "--max-steps", "0", "--name", "other");

        String wanted = match(run.toString(), MINERALS, EMIT).out();
        String id = run.getFileName().toString().split("-")[2];
        for (String name : List.of("last", "mine", id, run.getFileName().toString())) {
            Outcome named = match(name, MINERALS, EMIT);
            assertThat(named.exit()).as(named.err()).isEqualTo(ExitCode.FINE);
            assertThat(named.out()).isEqualTo(wanted);
        }
        assertThat(embed("last", MINERALS).exit()).isEqualTo(ExitCode.FINE);
        Outcome unknown = embed("nope", MINERALS);
        assertThat(unknown.exit()).isEqualTo(ExitCode.NO_FILE);
        assertThat(unknown.err()).contains("nope: error: no run 'nope' in " + runs, "[ALC502]");
        assertThat(embed("other", MINERALS).err()).contains("it is a run of the command 'pretrain-mae'");
    }

    @Test
    void foldersThatAreNotRunsAndWrongBandsAreRefused() throws IOException {
        assertThat(embed(runs.toString(), MINERALS).err()).contains(runs + ": error: the folder is not a run [ALC502]");
        assertThat(embed(runs.resolve("none").toString(), MINERALS).err()).contains("folder not found");
        train(MINERALS, "-m", "0");
        String run = train.folder().toString();
        Outcome wrong = embed(run, MINERALS, "--side", "sensor");
        assertThat(wrong.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(wrong.err())
                .contains(
                        "spectrum 'olivine_1' has 213 bands from 380.0 to 2500.0 nm; the sensor of the run has 10",
                        "400.0,622.22");
        Outcome extension = embed(run, MINERALS, "-o", runs.resolve("out.txt").toString());
        assertThat(extension.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(extension.err()).contains("out.txt: error: embeddings are written as .csv or .npy");
        Files.delete(Path.of(run, "checkpoints/final.safetensors"));
        assertThat(embed(run, MINERALS).err()).contains("the run has no parameters yet");
    }

    @Test
    void theSpectraAreNeverReplacedByTheirEmbeddings() throws IOException {
        train(MINERALS, "-m", "0");
        Path mine = runs.resolve("mine.csv");
        Files.copy(Path.of(MINERALS), mine);
        Outcome outcome = embed(train.folder().toString(), mine.toString(), "-o", mine.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("the embeddings would replace the spectra");
        assertThat(mine).hasSameBinaryContentAs(Path.of(MINERALS));
        assertThat(embed(
                                train.folder().toString(),
                                MINERALS,
                                "-o",
                                runs.resolve("none/x.csv").toString())
                        .err())
                .contains("x.csv: error: folder " + runs.resolve("none") + " does not exist")
                .doesNotContain(".tmp");
    }

    @Test
    void parametersThatDoNotFitOrAreNotFiniteAreRefusedByFile() throws IOException {
        train(MINERALS, "-m", "1", "--dtype", "float32");
        Path run = train.folder();
        Path config = run.resolve("config.yaml");
        String written = Files.readString(config);
        Files.writeString(config, written.replace("embed_dim: 8", "embed_dim: 16"));
        assertThat(embed(run.toString(), MINERALS).err())
                .contains("final.safetensors: error: ", " parameters do not fit the model:", "lab.token_proj.weight")
                .doesNotContain("bug in Alchemi");
        Files.writeString(config, written);
        Path file = run.resolve("checkpoints/final.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        int data = 8 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(data, Float.NaN);
        Files.write(file, bytes);
        assertThat(embed(run.toString(), MINERALS).err())
                .contains("final.safetensors: the content does not match its checksum; the file is damaged");
        Files.write(file, withoutChecksum(bytes));
        assertThat(embed(run.toString(), MINERALS).err()).contains("the parameter lab.token_proj.weight is not finite");
    }

    /** Returns the file without the checksum, as other programs write it. */
    private static byte[] withoutChecksum(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .replace("\"sha256\"", "\"note12\"")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "trainer.grad_clip_norm=0 | 'trainer.grad_clip_norm' is 0, but must be > 0",
                "cycle={cycle_raw: false, slope_reg: false} | enabled needs a term and its weight above 0: cycle_raw (l2_weight,",
                "cycle={l2_weight: 0, sam_weight: 0, slope_reg: false} | enabled needs a term and its weight above 0: cycle_raw",
                "trainer.batch_size=1 | 'trainer.batch_size' is 1, but must be ≥ 2",
                "trainer.eval_pairs=1 | 'trainer.eval_pairs' is 1, but must be ≥ 2 and ≤ 4096",
                "cycle.continuum_window_nm=[390, 900] | cycle.continuum_window_nm must lie inside data.lab_grid_nm",
                "tokenizer.sensor_id=enmap | tokenizer.sensor_id must be null or data.sensor",
                "data.lab_grid_nm={num: 100000} | 'data.lab_grid_nm.num' is 100000, but must be ≥ 2 and ≤ 8192",
            })
    void settingsThatCannotBeMeantAreRefused(String setting, String message) {
        Outcome outcome = train.train(TINY, "--dry-run", "--set", setting);

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains(message);
    }

    @Test
    void anAbsorptionBandThatTheSensorDoesNotSeeIsRefused() throws IOException {
        Path bands = runs.resolve("banddepth.yaml");
        Files.writeString(bands, """
                bands:
                  - {center: 1020}
                  - {center: 2450}
                  - {center: 405, left: 390, right: 420}
                  - {center: 2390, right: 2410}
                """);
        String setting = "banddepth.config='" + bands + "'";
        Outcome outcome = train.train(TINY, "--set", setting);

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(
                        bands + ":3:14: error: 'bands[1]': the band lies from 2440.0 to 2460.0 nm, but must lie between"
                                + " the first and the last band of data.sensor, at 400.0 and 2400.0 nm [ALC305]",
                        bands + ":4:25: error: 'bands[2]': the band lies from 390.0 to 420.0 nm",
                        bands + ":5:27: error: 'bands[3]': the band lies from 2380.0 to 2410.0 nm",
                        "= data.sensor: emit (",
                        "= referenced by banddepth.config (--set " + setting + ")");
        assertThat(train.train(TINY, "--dry-run", "--set", setting).exit()).isEqualTo(ExitCode.CONFIGURATION);
    }
}
