package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import io.alchemi.config.generated.ValueReader;
import io.alchemi.config.layer.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a schema of their own, named by a configuration, with bindings as the processor writes them (docs/design.md, rule 5.6). */
class InputFilesTest {
    record Study(Part part, List<Path> more, int steps) {}

    record Part(@Nullable Path bands) {}

    record Bands(int first, int last, @Nullable Path next) {}

    static final class StudySchema extends RecordBinder<Study> {
        static final StudySchema INSTANCE = new StudySchema();

        @Override
        protected String text() {
            return """
                    alchemi 1
                    record t.Study
                    schema study
                    key part part record t.Part
                    key more more list inputof bands default []
                    key steps steps int default 1
                    rule few "steps must be few" steps
                    """;
        }

        @Override
        protected RecordBinder<?>[] parts() {
            return new RecordBinder<?>[] {PartSchema.INSTANCE};
        }

        @Override
        protected RecordBinder<?>[] inputs() {
            return new RecordBinder<?>[] {BandsSchema.INSTANCE};
        }

        @Override
        public Study bind(Fields in) {
            return new Study(
                    in.recordOf("part", PartSchema.INSTANCE),
                    in.valueOf("more", ValueReader.list(ValueReader.scalar(Path.class))),
                    in.intOf("steps"));
        }

        @Override
        public void rules(Study it, RuleResults out) {
            out.rule("few", it.steps() < 100);
        }
    }

    static final class PartSchema extends RecordBinder<Part> {
        static final PartSchema INSTANCE = new PartSchema();

        @Override
        protected String text() {
            return """
                    alchemi 1
                    record t.Part
                    key bands bands inputof bands nullable
                    """;
        }

        @Override
        protected RecordBinder<?>[] inputs() {
            return new RecordBinder<?>[] {BandsSchema.INSTANCE};
        }

        @Override
        public Part bind(Fields in) {
            return new Part(in.pathOrNull("bands"));
        }
    }

    static final class BandsSchema extends RecordBinder<Bands> {
        static final BandsSchema INSTANCE = new BandsSchema();

        @Override
        protected String text() {
            return """
                    alchemi 1
                    record t.Bands
                    schema bands
                    key first first int default 1 alias begin
                    key last last int default 9
                    key next next inputof bands nullable
                    rule ordered "first must be less than last" first last
                    """;
        }

        @Override
        protected RecordBinder<?>[] inputs() {
            return new RecordBinder<?>[] {INSTANCE};
        }

        @Override
        public Bands bind(Fields in) {
            return new Bands(in.intOf("first"), in.intOf("last"), in.pathOrNull("next"));
        }

        @Override
        public void rules(Bands it, RuleResults out) {
            out.rule("ordered", it.first() < it.last());
        }
    }

    static final class StudyLoader extends Loader<Study> {
        StudyLoader() {
            super(StudySchema.INSTANCE);
        }

        @Override
        protected @Nullable InputStream open(String name) {
            return null;
        }
    }

    static final class BandsLoader extends Loader<Bands> {
        BandsLoader() {
            super(BandsSchema.INSTANCE);
        }

        @Override
        protected @Nullable InputStream open(String name) {
            return null;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void theFileIsCheckedBesideTheOneThatNamesIt() throws IOException {
        Path study = write("study.yaml", "part: {bands: sub/../bands.yaml}\nmore: [bands.yaml]\n");
        Files.createDirectory(folder.resolve("sub"));
        write("bands.yaml", "frist: 2\nlast: many\n");

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> new StudyLoader().load(study));

        assertThat(shown(refused.diagnostics())).isEqualTo("""
                bands.yaml:1:1: error: unknown key 'frist' at the top level [ALC201]
                  |
                1 | frist: 2
                  | ^^^^^ did you mean 'first'?
                  = first: integer, default 1
                  = referenced by part.bands (study.yaml:1:15)

                bands.yaml:2:7: error: 'last' must be an integer, but is the string 'many' [ALC203]
                  |
                2 | last: many
                  |       ^^^^ write an integer
                  = last: integer, default 9
                  = referenced by part.bands (study.yaml:1:15)
                """);
    }

    @Test
    void theRecordHoldsThePathByWhichTheRecordOfTheFileIsFound() throws IOException {
        Path study = write("study.yaml", "part: {bands: bands.yaml}\nmore: [sub/../other.yaml]\n");
        Files.createDirectory(folder.resolve("sub"));
        Path file = write("bands.yaml", "first: 3\n");
        write("other.yaml", "first: 4\nnext: bands.yaml\n");

        Loaded<Study> loaded = new StudyLoader().load(study);
        Path bands = Objects.requireNonNull(loaded.value().part().bands());
        Files.delete(file);

        assertThat(bands).isEqualTo(file.toAbsolutePath());
        assertThat(loaded.input(bands, Bands.class)).isEqualTo(new Bands(3, 9, null));
        assertThat(loaded.input(loaded.value().more().get(0), Bands.class)).isEqualTo(new Bands(4, 9, bands));
        assertThatThrownBy(() -> loaded.input(bands, Study.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the configuration does not read '" + bands + "' as Study, but as Bands");
        assertThatThrownBy(() -> loaded.input(study, Study.class))
                .hasMessage("the configuration does not read '" + study + "' as Study");
    }

    @Test
    void bothPassesOfAllFilesAreReportedTogether() throws IOException {
        Path faulty = write("faulty.yaml", "part: {bands: rule.yaml}\nmore: [type.yaml]\nstepps: 5\n");
        Path broken = write("broken.yaml", "part: {bands: type.yaml}\nsteps: 500\n");
        write("rule.yaml", "first: 10\n");
        write("type.yaml", "first: x\n");

        assertThat(places(new StudyLoader().check(faulty)))
                .containsExactly("faulty.yaml:3:1 ALC201", "rule.yaml:1:8 ALC305", "type.yaml:1:8 ALC203");
        assertThat(places(new StudyLoader().check(broken)))
                .containsExactly("broken.yaml:2:8 ALC305", "type.yaml:1:8 ALC203");
    }

    @Test
    void aWarningOfTheFileIsOneOfTheConfiguration() throws IOException {
        Path study = write("study.yaml", "part: {bands: bands.yaml}\n");
        write("bands.yaml", "begin: 2\n");

        assertThat(places(new StudyLoader().load(study).warnings())).containsExactly("bands.yaml:1:1 ALC210");
        assertThat(places(new StudyLoader().check(study))).containsExactly("bands.yaml:1:1 ALC210");
    }

    @Test
    void filesThatNameFilesEndWhereAllAreKnown() throws IOException {
        Path study = write("study.yaml", "part: {bands: a.yaml}\nmore: [a.yaml, ./b.yaml]\n");
        write("a.yaml", "next: b.yaml\nlast: 0\n");
        write("b.yaml", "next: a.yaml\nlast: 0\n");
        Path self = write("self.yaml", "next: self.yaml\nlast: 0\n");

        assertThat(places(new StudyLoader().check(study))).containsExactly("a.yaml:2:7 ALC305", "b.yaml:2:7 ALC305");
        assertThat(places(new BandsLoader().check(self))).containsExactly("self.yaml:2:7 ALC305");
    }

    @Test
    void aLongChainOfFilesIsFollowed() throws IOException {
        for (int i = 0; i < 3000; i++) {
            write("f" + i + ".yaml", "next: f" + (i + 1) + ".yaml\n");
        }
        write("f3000.yaml", "first: 11\n");

        List<Diagnostic> problems = new BandsLoader().check(folder.resolve("f0.yaml"));

        assertThat(places(problems)).containsExactly("f3000.yaml:1:8 ALC305");
        assertThat(problems.get(0).notes()).endsWith("referenced by next (" + folder + "/f2999.yaml:1:7)");
    }

    @Test
    void onlyACheckAsksForTheFile() throws IOException {
        Path study = write("study.yaml", "part: {bands: none.yaml}\nmore: [also-none.yaml]\n");

        assertThat(new StudyLoader().load(study).value().part().bands()).isEqualTo(Path.of("none.yaml"));
        List<Diagnostic> problems = new StudyLoader().check(study);
        assertThat(places(problems)).containsExactly("study.yaml:1:15 ALC402", "study.yaml:2:8 ALC402");
        assertThat(problems.get(0).message()).isEqualTo("input file 'part.bands' does not exist");
        assertThat(problems.get(0).label()).isEqualTo("looked for " + folder + "/none.yaml and none.yaml");
    }

    @Test
    void whatIsNoPathIsNotLookedFor() throws IOException {
        write("5", "first: x\n");
        Path study = write("study.yaml", "part: {bands: 5}\nmore: ['', {a: b}, \"a\\0b\"]\n");

        assertThat(places(new StudyLoader().check(study)))
                .containsExactly(
                        "study.yaml:1:15 ALC203",
                        "study.yaml:2:8 ALC203",
                        "study.yaml:2:12 ALC203",
                        "study.yaml:2:20 ALC312");
    }

    @Test
    void aFileThatCannotBeReadIsItsOwnProblem() throws IOException {
        Path study = write("study.yaml", "part: {bands: sub}\n");
        Files.createDirectory(folder.resolve("sub"));

        assertThatThrownBy(() -> new StudyLoader().load(study))
                .isInstanceOf(ConfigException.class)
                .hasMessage(folder + "/sub: error: is a folder, not a file [ALC502]\n"
                        + "  = referenced by part.bands (" + study + ":1:15)");
    }

    @Test
    void variablesAndArgumentsAreNotThoseOfTheFile() throws IOException {
        Path bands = write("bands.yaml", "first: 8\n");

        Study study = new StudyLoader()
                .load(
                        Source.variables(Map.of("ALCHEMI_GLOBAL_FIRST", "99")),
                        Source.set(List.of("part.bands=" + bands, "steps=2")))
                .value();

        assertThat(study.part().bands()).isEqualTo(bands);
        assertThat(study.steps()).isEqualTo(2);
        write("bands.yaml", "first: 10\n");
        assertThatThrownBy(() -> new StudyLoader().load(Source.set(List.of("part.bands=" + bands))))
                .hasMessageEndingWith("= referenced by part.bands (--set part.bands=" + bands + ")");
    }

    @Test
    void aSchemaThatHasAnotherIdTodayIsAFaultThatSaysWhatToDo() {
        assertThatThrownBy(() -> StudySchema.INSTANCE.input("bnads"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("t.Study refers to the schema 'bnads', whose id has changed: compile the record again");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String shown(List<Diagnostic> problems) {
        return TextFormat.render(problems, false).replace(folder + "/", "");
    }

    private List<String> places(List<Diagnostic> problems) {
        List<String> places = new ArrayList<>();
        for (Diagnostic problem : problems) {
            places.add(problem.place().describe().replace(folder + "/", "") + " "
                    + problem.id().code());
        }
        return places;
    }
}
