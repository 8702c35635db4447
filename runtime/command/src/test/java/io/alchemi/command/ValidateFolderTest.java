package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code alchemi validate} of folders. */
class ValidateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void filesOfSchemasAreFoundBelow() throws IOException {
        write("b/bands.yaml", "center: 5\n");
        write("a/deep/bands.x.yaml", "center: 5\n");
        write("bands.yaml", "center: -1\n");
        write("other.yaml", "neither: read\n");

        assertThat(validate("")).isEqualTo("""
                bands.yaml:1:9: error: 'center' is -1, but must be ≥ 0 [ALC204]
                  |
                1 | center: -1
                  |         ^^ the default is 550
                  = center: integer ≥ 0, default 550

                For more information, run 'alchemi explain ALC204'.
                a/deep/bands.x.yaml: valid test.bands
                b/bands.yaml: valid test.bands
                exit 65
                """);
        assertThat(validate("b", "other.yaml", "--schema", "test.bands"))
                .contains("other.yaml:1:1: error: unknown key 'neither'", "b/bands.yaml: valid test.bands\n");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void runsHiddenFoldersAndLinksToFoldersAreSkipped() throws IOException {
        write("bands.yaml", "center: 5\n");
        write("runs/x/bands.yaml", "center: -1\n");
        write(".git/bands.yaml", "center: -1\n");
        write("a/.bands.yaml", "center: -1\n");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        Files.createSymbolicLink(folder.resolve("a/bands.link.yaml"), folder.resolve("bands.yaml"));

        assertThat(validate(""))
                .isEqualTo("a/bands.link.yaml: valid test.bands\nbands.yaml: valid test.bands\nexit 0\n");
        assertThat(validate("runs")).contains("runs/x/bands.yaml:1:9: error");
    }

    @Test
    void aFolderWithoutFilesOfSchemasIsAnError() throws IOException {
        write("a/other.yaml", "");

        assertThat(validate("a")).isEqualTo("""
                a: error: no file in this folder matches a schema [ALC502]
                  = looked for *.prices.yaml, bands*.yaml, garden*.yaml

                For more information, run 'alchemi explain ALC502'.
                exit 66
                """);
        assertThat(validate("a", "--schema", "stock"))
                .startsWith("a: error: no file in this folder matches a schema [ALC502]\n")
                .contains(" = the schema names no files; write the names of the files\n");
    }

    @Test
    void aProfileNeedsFiles() throws IOException {
        write("a/bands.yaml", "");

        assertThat(validate("a", "--profile", "night"))
                .contains("error: --profile needs files, but this is a folder [ALC501]")
                .endsWith("exit 2\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String validate(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add("validate");
        for (String argument : arguments) {
            boolean isName = Files.exists(folder.resolve(argument));
            words.add(isName ? folder.resolve(argument).toString() : argument);
        }
        return CommandLine.print(words).replace(folder + "/", "");
    }
}
