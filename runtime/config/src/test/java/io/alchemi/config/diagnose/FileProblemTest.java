package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileProblemTest {
    @TempDir
    private Path folder;

    private static String reason(Path file, ThrowingCallable access) {
        return FileProblem.reason(file, catchThrowableOfType(IOException.class, access));
    }

    @Test
    void whatIsNotThere() {
        Path file = folder.resolve("none.yaml");
        assertThat(reason(file, () -> Files.readString(file))).isEqualTo("file not found");
        Path deeper = folder.resolve("none/a.yaml");
        assertThat(reason(deeper, () -> Files.writeString(deeper, "")))
                .isEqualTo("folder " + folder.resolve("none") + " does not exist");
    }

    @Test
    void aFolderWhereAFileShouldBe() {
        assertThat(reason(folder, () -> Files.readString(folder))).isEqualTo("is a folder, not a file");
        assertThat(reason(folder, () -> Files.writeString(folder, ""))).isEqualTo("is a folder, not a file");
    }

    @Test
    void aFileWhereAFolderShouldBe() throws IOException {
        Path runs = Files.writeString(folder.resolve("runs"), "");
        Path command = runs.resolve("pretrain-mae");
        assertThat(reason(command, () -> Files.createDirectories(command)))
                .isEqualTo(runs + " is a file, not a folder");
        assertThat(reason(command.resolve("a"), () -> Files.writeString(command.resolve("a"), "")))
                .isEqualTo(runs + " is a file, not a folder");
        assertThat(reason(runs, () -> Files.createDirectories(runs))).isEqualTo("a file of this name exists");
    }

    /** Also of a folder, such as that of a run: it is a folder, but that is not the problem. */
    @ParameterizedTest
    @CsvSource({
        "No space left on device, no space left on device; delete some files",
        "Read-only file system, read-only file system",
        "Disk quota exceeded, disk quota exceeded; delete some files",
        "I/O error, I/O error",
        "X, X"
    })
    void theOperatingSystemIsQuoted(String said, String reason) {
        assertThat(FileProblem.reason(folder, new FileSystemException(folder.toString(), null, said)))
                .isEqualTo(reason);
        assertThat(FileProblem.reason(folder, new IOException(said))).isEqualTo(reason);
    }

    @Test
    void permissions() {
        assertThat(FileProblem.reason(folder, new AccessDeniedException(folder.toString())))
                .isEqualTo("permission denied");
    }

    @Test
    void aFolderThatIsNotEmptyIsNoFile() throws IOException {
        Files.writeString(folder.resolve("a"), "");
        assertThat(reason(folder, () -> Files.delete(folder))).isEqualTo("is a folder, not a file");
    }

    @Test
    void linksThatLeadToThemselves() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThat(reason(link, () -> Files.readString(link))).isEqualTo("is a loop of symbolic links");
    }

    @Test
    void aFileWithoutAFolderThatCouldBeAFile() {
        Path file = Path.of("runs");
        assertThat(FileProblem.reason(file, new FileSystemException("runs", null, "Not a directory")))
                .isEqualTo("is a file, not a folder");
    }

    @Test
    void bytesThatAreNoTextAndProblemsWithoutAReason() {
        assertThat(FileProblem.reason(folder, new MalformedInputException(1))).isEqualTo("not valid UTF-8");
        assertThat(FileProblem.reason(folder, new FileSystemException("a")))
                .isEqualTo("java.nio.file.FileSystemException: a");
    }

    @Test
    void aProblemIsDescribedWithItsFileIfItHasOne() {
        Path none = folder.resolve("none");
        IOException missing = catchThrowableOfType(IOException.class, () -> Files.readString(none));

        assertThat(FileProblem.describe(missing)).isEqualTo(none + ": file not found");
        assertThat(FileProblem.describe(new IOException("Stream closed"))).isEqualTo("Stream closed");
        assertThat(FileProblem.describe(new IOException("No space left on device")))
                .isEqualTo("no space left on device; delete some files");
        assertThat(FileProblem.describe(new MalformedInputException(1))).isEqualTo("not valid UTF-8");
        assertThat(FileProblem.describe(new IOException())).isEqualTo("java.io.IOException");
    }
}
