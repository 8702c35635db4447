package org.example.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.alchemi.training.run.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {
    @TempDir
    private Path folder;

    @Test
    void problemsNameFileAndLine() throws IOException {
        String row = "0,16,".repeat(32) + "7\n";
        assertEquals(
                ":3: column 2 must be an integer from 0 to 16, but is '17'",
                problem(row + row.replaceFirst("16", "17")));
        assertEquals(":2: column 65 must be an integer from 0 to 9, but is '10'", problem(row.replace("7", "10")));
        assertEquals(":3: must have 64 pixels and the digit, but has 1 value", problem(row + "\n"));
        assertEquals(":2: must have 64 pixels and the digit, but has 66 values", problem("0," + row));
    }

    private String problem(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("digits.csv"), "header\n" + rows);
        String message =
                assertThrows(TrainingException.class, () -> Image.read(file)).getMessage();
        return message.substring(file.toString().length());
    }
}
