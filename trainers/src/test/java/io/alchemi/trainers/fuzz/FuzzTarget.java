package io.alchemi.trainers.fuzz;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entry points for a fuzzer. The only exception allowed is {@link ConfigException}, and its diagnostics must be printable. Accepted
 * input, written and loaded again, must give the same record.
 *
 * <p>{@code .ci/deep} runs Jazzer to find inputs. Those with new coverage are in {@code src/test/fuzz}, for the tests.
 */
enum FuzzTarget {
    /** The bytes are a file. */
    DOCUMENT {
        @Override
        void run(byte[] data) {
            load(loader(data), List.of(Source.stream("bytes", new ByteArrayInputStream(data))));
        }
    },

    /** Each line is an argument of {@code --set}. */
    SET {
        @Override
        void run(byte[] data) {
            load(loader(data), List.of(Source.set(lines(data))));
        }
    },

    /** Each line is an environment variable without its prefix. */
    VARIABLES {
        @Override
        void run(byte[] data) {
            Map<String, String> variables = new LinkedHashMap<>();
            for (String line : lines(data)) {
                int at = line.indexOf('=');
                String name = line.substring(0, Math.max(at, 0));
                variables.put(PREFIXES.get(name.length() % PREFIXES.size()) + name, line.substring(at + 1));
            }
            load(loader(data), List.of(Source.variables(variables)));
        }
    },

    /** Each line is an argument. Commands that train, write files or search folders outside the checkout are skipped. */
    COMMAND_LINE {
        @Override
        void run(byte[] data) {
            if (lines(data).stream().anyMatch(FuzzTarget::isFolderOutside)) {
                return;
            }
            List<String> command = COMMANDS.get(data.length == 0 ? 0 : (data[0] & 0xff) % COMMANDS.size());
            List<String> line = new ArrayList<>(command);
            line.addAll(lines(data));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
            InputStream input = System.in;
            System.setIn(InputStream.nullInputStream());
            int code;
            try {
                code = Alchemi.run(line, new Console(stream, stream, false, Map.of()));
            } finally {
                System.setIn(input);
            }
            stream.flush();
            require(List.of(0, 2, 65, 66).contains(code), line + " exits with " + code + ":\n" + out);
        }
    };

    private static final List<List<String>> COMMANDS = List.of(
            List.of("validate"),
            List.of("config", "show"),
            List.of("config", "show", "../configs/train.mae.yaml"),
            List.of("schema", "show"),
            List.of("schema", "list"),
            List.of("explain"),
            List.of("pretrain-mae", "--help"),
            List.of());

    private static final List<String> PREFIXES = List.of("ALCHEMI_GLOBAL_", "ALCHEMI_MAE_", "ALCHEMI_ALIGNMENT_");
    private static final List<Loader<?>> LOADERS = List.of(new MaeExperimentLoader(), new AlignmentExperimentLoader());

    abstract void run(byte[] data);

    static Loader<?> loader(byte[] data) {
        return LOADERS.get(data.length % LOADERS.size());
    }

    static List<String> lines(byte[] data) {
        return List.of(new String(data, StandardCharsets.UTF_8).split("\n", -1));
    }

    private static boolean isFolderOutside(String argument) {
        try {
            Path path = Path.of(argument).toAbsolutePath().normalize();
            return Files.isDirectory(path)
                    && !path.startsWith(Path.of("..").toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static void load(Loader<?> loader, List<Source> sources) {
        Loaded<?> loaded;
        try {
            loaded = loader.load(sources);
        } catch (ConfigException e) {
            require(e.diagnostics().stream().anyMatch(Diagnostic::isError), "refused without an error");
            print(e.diagnostics());
            return;
        }
        print(loaded.warnings());
        for (boolean origins : new boolean[] {false, true}) {
            String written = ResolvedYaml.write(loader.schema(), loaded.tree(), origins);
            Loaded<?> again = loader.load(written);
            require(again.value().equals(loaded.value()), "loads as a different record:\n" + written);
            require(again.warnings().isEmpty(), again.warnings() + " for:\n" + written);
        }
    }

    private static void print(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            String text = TextFormat.render(diagnostic);
            boolean harmless = text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c));
            require(harmless, "a control character reaches the terminal: " + text);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
