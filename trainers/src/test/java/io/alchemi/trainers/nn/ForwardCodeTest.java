package io.alchemi.trainers.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks the rules for correct gradients in forward code: no operators with a Java number, and no arrays from Java memory.
 *
 * <p>Checks the compiled classes, which have the types of operands. In the source, {@code x.mul(y)} with a number looks like one with an
 * array.
 */
class ForwardCodeTest {
    private static final String NUMBER_OPERAND =
            "NDArrays?\\.(mul|div|pow|maximum|minimum|mod|dot)i?:\\([^)]*Ljava/lang/Number;";
    private static final String ARRAY_MAKER =
            "ND(Manager|Array)\\.(create|full|ones|zeros|onesLike|zerosLike|arange|linspace|eye|fill\\w*):"
                    + "|NDArray\\.set:(?!\\(Lai/djl/ndarray/index/NDIndex;Lai/djl/ndarray/NDArray;)";
    private static final Pattern FORBIDDEN = Pattern.compile(NUMBER_OPERAND + "|" + ARRAY_MAKER);

    @Test
    void noNumberOperandsAndNoArraysFromJavaMemory() throws IOException {
        List<Path> classes = Stream.of(
                        Path.of("../runtime/training/target/classes/io/alchemi/training/nn"),
                        Path.of("target/classes/io/alchemi/trainers/mae"),
                        Path.of("target/classes/io/alchemi/trainers/alignment"))
                .flatMap(ForwardCodeTest::classes)
                .toList();
        assertThat(classes).hasSizeGreaterThan(40);
        assertThat(violations(classes)).isEmpty();
    }

    /** The test can fail. */
    @Test
    void findsForbiddenCode() {
        List<Path> planted = classes(Path.of("target", "test-classes", "io", "alchemi", "trainers", "nn"))
                .filter(path -> path.toString().endsWith("ForwardCodeTest$Planted.class"))
                .toList();
        assertThat(violations(planted))
                .hasSize(6)
                .anyMatch(line -> line.contains("NDArray.mul:"))
                .anyMatch(line -> line.contains("NDArray.divi:"))
                .anyMatch(line -> line.contains("NDArray.pow:"))
                .anyMatch(line -> line.contains("NDArray.maximum:"))
                .anyMatch(line -> line.contains("NDManager.create:"))
                .anyMatch(line -> line.contains("NDManager.ones:"));
    }

    private static Stream<Path> classes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violations(List<Path> classes) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        String[] arguments = Stream.concat(
                        Stream.of("-c", "-p"), classes.stream().map(Path::toString))
                .toArray(String[]::new);
        int code = ToolProvider.findFirst("javap").orElseThrow().run(printer, printer, arguments);
        assertThat(code).as("javap: %s", out).isZero();
        return out.toString()
                .lines()
                .filter(line -> FORBIDDEN.matcher(line).find())
                .toList();
    }

    /** Never executed. Each line violates the rule once. */
    static final class Planted {
        private Planted() {}

        static NDArray forward(NDManager manager, NDArray x, float[] java) {
            NDArray y = x.mul(2f).add(1f);
            y.divi(3);
            NDArray z = manager.create(java).maximum(0.5);
            return y.pow(2).sub(z).add(manager.ones(x.getShape()));
        }
    }
}
