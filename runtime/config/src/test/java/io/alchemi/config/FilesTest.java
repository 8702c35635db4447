package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files as bytes: encodings, line ends, sizes, and what is no file. */
class FilesTest {
    @TempDir
    Path folder;

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(problems(utf8("\ufefftrain: {lr: x}\n")))
                .containsExactly("ALC203 1:13 'train.lr' must be a number > 0 and ≤ 1, but is the string 'x'");
    }

    @Test
    void windowsLineEndsCountAsOne() throws IOException {
        assertThat(problems(utf8("train:\r\n  lr: 0.1\r\n  name: 5\r\n")))
                .containsExactly("ALC203 3:9 'train.name' must be a string, but is the number 5");
    }

    @Test
    void bytesThatAreNoUtf8AreNamedByTheirPlace() throws IOException {
        byte[] latin1 = "train:\n  name: M\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(problems(latin1)).containsExactly("ALC308 2:10 byte 17 (0xfc) is not valid UTF-8");
        assertThat(problems(new byte[] {(byte) 0x80, 'a'}))
                .containsExactly("ALC308 1:1 byte 1 (0x80) is not valid UTF-8");
        Diagnostic problem = Objects.requireNonNull(text(new byte[] {'a', '\n', '\n', 'b', (byte) 0xff}, Limits.DEFAULT)
                .problem());
        assertThat(problem.message()).isEqualTo("byte 5 (0xff) is not valid UTF-8");
        assertThat(problem.place().span()).hasToString("Span[line=3, column=2, endLine=3, endColumn=3]");
    }

    @Test
    void aControlCharacterIsNamedByItsPlace() throws IOException {
        assertThat(problems(utf8("train:\n  name: a\u0000b\n")))
                .containsExactly("ALC200 2:10 control character U+0000 is not allowed in YAML");
    }

    @Test
    void anEmptyFileHasNoProblem() throws IOException {
        FileText text = text(new byte[0], Limits.DEFAULT);

        assertThat(text.problem()).isNull();
        assertThat(text.document().text()).isEmpty();
        assertThat(problems(new byte[0])).isEmpty();
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws IOException {
        byte[] bytes = utf8("train: {name: abcd}\n");
        Limits exact = new Limits(bytes.length, 64, 100);
        Limits less = new Limits(bytes.length - 1, 64, 100);

        assertThat(text(bytes, exact).problem()).isNull();
        assertThat(text(bytes, exact).document().text()).isEqualTo("train: {name: abcd}\n");
        assertThat(text(bytes, less).document().text()).isEmpty();
        assertThat(Objects.requireNonNull(text(bytes, less).problem()).id().code())
                .isEqualTo("ALC307");
        assertThat(problems(resolve(exact, Source.stream("in", new ByteArrayInputStream(bytes)))))
                .isEmpty();
        assertThat(problems(resolve(less, Source.stream("in", new ByteArrayInputStream(bytes)))))
                .singleElement()
                .asString()
                .startsWith("ALC307 ");
    }

    @Test
    void aTextMayBeAsLongAsTheLimit() {
        int megabyte = 1024 * 1024;
        String text = "# " + "x".repeat(megabyte - 2);

        assertThat(problems(resolve(new Limits(megabyte, 64, 100), Source.text("t", text))))
                .isEmpty();
        assertThat(problems(resolve(new Limits(megabyte, 64, 100), Source.text("t", text + "x"))))
                .containsExactly("ALC307 1:1 the document is larger than 1 MB");
    }

    @Test
    void nestingCanBeLimited() {
        assertThat(problems(resolve(new Limits(100, 3, 100), Source.text("t.yaml", "x-a: [1]"))))
                .isEmpty();
        assertThat(problems(resolve(new Limits(100, 3, 100), Source.text("t.yaml", "x-a: [[1]]"))))
                .containsExactly("ALC307 1:8 nesting is deeper than 3 levels");
    }

    @Test
    void aMissingFileSaysWhatIsMissing() {
        assertThat(problems(resolve(Limits.DEFAULT, Source.file(folder.resolve("none.yaml")))))
                .containsExactly("ALC502 1:1 file not found");
        assertThat(problems(resolve(Limits.DEFAULT, Source.file(folder.resolve("none/none.yaml")))))
                .containsExactly("ALC502 1:1 folder " + folder.resolve("none") + " does not exist");
        assertThat(problems(resolve(Limits.DEFAULT, Source.file(folder))))
                .containsExactly("ALC502 1:1 is a folder, not a file");
    }

    @Test
    void aMissingFileIsReportedInTheOrderOfTheSources() {
        Source before = Source.text("a", "train: {bs: 1}");
        Source after = Source.text("b", "train: {seed: 1}");

        assertThat(resolve(Limits.DEFAULT, before, Source.file(folder.resolve("none")), after)
                        .problems())
                .extracting(problem -> problem.place().document().name())
                .containsExactly("a", folder.resolve("none").toString(), "b");
    }

    @Test
    void theStandardInputIsReadLikeAFile() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(utf8("a: 1")));
            FileText text = FileText.ofStandardInput(new Limits(4, 1, 1));
            assertThat(text.problem()).isNull();
            assertThat(text.document().name()).isEqualTo("stdin");
            assertThat(text.document().text()).isEqualTo("a: 1");

            System.setIn(new ByteArrayInputStream(utf8("a: 12")));
            assertThat(FileText.ofStandardInput(new Limits(4, 1, 1)).problem()).isNotNull();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsReadOnceAProcessHasWritten() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        Diagnostic empty =
                Objects.requireNonNull(FileText.of(pipe, Limits.DEFAULT).problem());
        assertThat(empty.message()).isEqualTo("is a pipe to which no process has written");

        Process writer = new ProcessBuilder("sh", "-c", "sleep 0.2; printf 'a: 1' > " + pipe).start();
        FileText text = FileText.of(pipe, new Limits(4, 1, 1));
        writer.waitFor();
        assertThat(text.problem()).isNull();
        assertThat(text.document().text()).isEqualTo("a: 1");

        Process other = new ProcessBuilder("sh", "-c", "printf 'a: 12' > " + pipe).start();
        assertThat(Objects.requireNonNull(FileText.of(pipe, new Limits(4, 1, 1)).problem())
                        .id()
                        .code())
                .isEqualTo("ALC307");
        other.waitFor();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNoPipe() {
        assertThat(FileText.of(Path.of("/dev/null"), Limits.DEFAULT).problem()).isNull();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private FileText text(byte[] bytes, Limits limits) throws IOException {
        return FileText.of(Files.write(folder.resolve("t.yaml"), bytes), limits);
    }

    private List<String> problems(byte[] bytes) throws IOException {
        return problems(resolve(Limits.DEFAULT, Source.file(Files.write(folder.resolve("t.yaml"), bytes))));
    }

    private static List<String> problems(ConfigResolver resolved) {
        return resolved.problems().stream()
                .map(d -> d.id().code() + " " + d.place().span().line() + ":"
                        + d.place().span().column() + " " + d.message())
                .toList();
    }

    private static ConfigResolver resolve(Limits limits, Source... sources) {
        return ConfigResolver.of(Schemas.everything(), List.of(sources), limits);
    }
}
