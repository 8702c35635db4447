package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A build tool compiles some files of a project against the class files of the others, and deletes what was generated from the
 * files that it compiles. The result is that of compiling all files.
 */
class IncrementalTest {
    private static final String CAMERA = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * A camera.
             *
             * @param lens what it looks through
             * @param mode how it looks
             * @param grid where it looks
             * @param reach how far it looks
             */
            @ConfigSchema(id = "camera")
            public record Camera(
                    Lens lens, @Default("wide") Mode mode, @Default("{form: even}") Grid grid, Reach<Mode> reach) {}
            """;

    /** The camera before it reaches the other types. */
    private static final String BEFORE = """
            package lab;

            import io.alchemi.schema.*;

            /**
             * A camera.
             *
             * @param name its name
             */
            @ConfigSchema(id = "camera")
            public record Camera(@Default("a") String name) {}
            """;

    private static final String LENS = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A lens.
             *
             * @param focus length
             * @param maker who made it, or null
             * @param rings what holds it
             */
            public record Lens(@Default("50") double focus, @Nullable String maker, @Default("[]") List<Ring> rings) {
                /**
                 * A ring.
                 *
                 * @param metal what it is made of
                 */
                public record Ring(@Default("brass") Metal metal) {
                    /** Metals. */
                    public enum Metal {
                        /** Yellow. */
                        BRASS,
                        STEEL
                    }
                }
            }
            """;

    private static final String MODE = """
            package lab;

            public enum Mode {
                /** All at once. */
                WIDE,
                /** A part. */
                NARROW
            }
            """;

    private static final String GRID = """
            package lab;

            import io.alchemi.schema.*;

            /** A grid. */
            @Discriminator("form")
            public sealed interface Grid {
                /**
                 * Even steps.
                 *
                 * @param step length
                 */
                record Even(@Default("1") double step) implements Grid {}

                /**
                 * Any points.
                 *
                 * @param points where
                 */
                record Listed(@Example("[1]") double[] points) implements Grid {}
            }
            """;

    private static final String TRAIN = """
            package lab;

            import io.alchemi.schema.*;

            /**
             * A training.
             *
             * @param mode how it looks
             * @param grid where it looks
             * @param lens what it looks through
             * @param reach how far it looks
             * @param counts how often
             */
            @ConfigSchema(id = "train")
            public record Train(
                    @Default("narrow") Mode mode,
                    @Example("{form: listed, points: [2]}") Grid grid,
                    @Flatten Lens lens,
                    Reach<Mode> reach,
                    @Flatten Reach<Integer> counts) {}
            """;

    private static final String REACH = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            /**
             * A reach.
             *
             * @param first of all
             * @param all of it
             * @param unit as it is written, no longer used. Deprecated: write 'first'.
             */
            public record Reach<T>(@Nullable T first, @Default("[]") List<T> all, @Default("m") @Deprecated String unit) {
                @Rule("first is the first of all")
                static <T> boolean starts(@Nullable T first, List<T> all) {
                    return first == null || all.isEmpty() || all.get(0).equals(first);
                }
            }
            """;

    private static final String STAND = """
            package lab;

            import io.alchemi.schema.*;
            import java.util.*;

            /**
             * A stand.
             *
             * @param maker who made it
             */
            public record Stand(Optional<String> maker) {}
            """;

    private static final String MODULE = """
            module lab {
                requires static transitive io.alchemi.schema;
                requires transitive io.alchemi.config;
                exports lab;
                exports optics;
            }
            """;

    private static final List<String> NAMES = List.of("Camera", "Lens", "Mode", "Grid", "Reach", "Train");

    @TempDir
    private Path folder;

    @Test
    void eachSubsetOfTheFilesMakesWhatAllFilesMake() throws Exception {
        assertAllSubsets(project(CAMERA, TRAIN), project(CAMERA, TRAIN), 0);
    }

    @Test
    void aRootReachesTypesThatNoSchemaReachedBefore() throws Exception {
        String train = BEFORE.replace("Camera", "Train").replace("camera", "train");

        assertAllSubsets(project(BEFORE, train), project(CAMERA, train), 1 << NAMES.indexOf("Camera"));
    }

    @Test
    void aRecordWithoutAnnotationsMustBeMarkedBeforeARootReachesIt() throws Exception {
        String reaching = BEFORE.replace("@Default(\"a\") String name", "Stand name");
        String marked = STAND.replace("public", "@ConfigRecord\npublic");
        Path earlier = Javac.OWN.compile(folder.resolve("earlier"), List.of(), false, Javac.sources(BEFORE, STAND));
        Map<String, String> sources = Javac.sources(reaching, marked);

        assertThat(Javac.OWN
                        .attempt(folder.resolve("alone"), List.of(earlier), false, Javac.sources(reaching))
                        .output())
                .contains("Camera.name uses lab.Stand, which was compiled earlier, when no schema used it. Mark it with"
                        + " @ConfigRecord, or rebuild the whole module. [ALC118]");
        assertThat(recompiled(
                        List.of("Camera"),
                        outputs(Javac.OWN.compile(
                                folder.resolve("marked"), List.of(), false, Javac.sources(BEFORE, marked))),
                        sources))
                .isEqualTo(outputs(Javac.OWN.compile(folder.resolve("whole"), List.of(), false, sources)));
    }

    /** Without a module, a class file of another package may be anybody's. */
    @ParameterizedTest
    @CsvSource({"true, was compiled earlier", "false, was compiled without"})
    void aNamedModuleIsCompiledTogether(boolean modules, String reason) throws Exception {
        String reaching = BEFORE.replace("@Default(\"a\") String name", "optics.Stand name");
        Map<String, String> sources = Javac.sources(BEFORE, STAND.replace("package lab", "package optics"));
        Map<String, String> changed = Javac.sources(reaching);
        if (modules) {
            sources.put("module-info.java", MODULE);
            changed.put("module-info.java", MODULE);
        }
        Path out = Javac.OWN.compile(folder.resolve("out"), List.of(), modules, sources);

        assertThat(Javac.OWN
                        .attempt(out, modules ? List.of() : List.of(out), modules, changed)
                        .output())
                .contains("Camera.name uses optics.Stand, which " + reason);
    }

    private static Map<String, String> project(String camera, String train) {
        return Javac.sources(camera, LENS, MODE, GRID, REACH, train);
    }

    /**
     * Compiles each subset that holds a changed file against the class files of an earlier build.
     *
     * @param changed the files that differ from the earlier build, as bits; 0 for none
     */
    private void assertAllSubsets(Map<String, String> earlier, Map<String, String> now, int changed) throws Exception {
        Map<String, String> before = outputs(Javac.OWN.compile(folder.resolve("before"), List.of(), false, earlier));
        Map<String, String> wanted = outputs(Javac.OWN.compile(folder.resolve("all"), List.of(), false, now));
        for (int subset = 1; subset < (1 << NAMES.size()) - 1; subset++) {
            if ((subset & changed) == changed) {
                Map<String, String> found = subset(subset, before, now);
                assertThat(found.keySet()).as("subset " + subset).isEqualTo(wanted.keySet());
                found.entrySet().removeAll(wanted.entrySet());
                assertThat(found.keySet()).as("differs in subset " + subset).isEmpty();
            }
        }
    }

    private Map<String, String> subset(int subset, Map<String, String> before, Map<String, String> sources)
            throws Exception {
        List<String> names = new ArrayList<>(NAMES);
        names.removeIf(name -> (subset & (1 << NAMES.indexOf(name))) == 0);
        return recompiled(names, before, sources);
    }

    /** The outputs after some of the types were compiled against the class files of the others. */
    private Map<String, String> recompiled(List<String> names, Map<String, String> before, Map<String, String> sources)
            throws Exception {
        Map<String, String> compiled = new LinkedHashMap<>();
        Map<String, String> kept = new TreeMap<>(before);
        for (String name : names) {
            sources.forEach((file, text) -> {
                if (isFrom(file, name)) {
                    compiled.put(file, text);
                }
            });
            kept.keySet().removeIf(output -> isFrom(output, name));
        }
        Path rest = folder.resolve("rest of " + names);
        for (Map.Entry<String, String> output : kept.entrySet()) {
            Path file = rest.resolve(output.getKey());
            if (!output.getKey().endsWith(".java")) {
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, output.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
        kept.putAll(outputs(Javac.OWN.compile(folder.resolve("part of " + names), List.of(rest), false, compiled)));
        return kept;
    }

    /** Whether a file was made from the source file with a name. */
    private static boolean isFrom(String output, String name) {
        String file = output.substring(output.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return file.startsWith(name.toLowerCase(Locale.ROOT));
    }

    /** The bytes of all classes, generated sources and resources, except the index, which depends on all files. */
    private static Map<String, String> outputs(Path out) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (Path root : List.of(out, out.resolveSibling(out.getFileName() + "-sources/generated"))) {
            List<Path> files = new ArrayList<>();
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
            for (Path file : files) {
                String name = root.relativize(file).toString();
                if (name.startsWith("lab")) {
                    outputs.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return outputs;
    }
}
