package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.testing.compile.Compilation;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.ResolvedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of a service, from its record to its files and values. */
class ServiceTypesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/service");
    private static final Compilation COMPILATION = Compile.compile(ServiceTypes.SOURCE, ServiceTypes.CONTACT);

    @Test
    void itCompilesWithoutAWarning() {
        assertThat(Compile.errors(COMPILATION)).isEmpty();
        assertThat(COMPILATION.warnings()).isEmpty();
    }

    /** To accept: {@code mvn -pl processor -am test -Dtest=ServiceTypesTest -Dalchemi.regenerate=true}. */
    @ParameterizedTest
    @ValueSource(strings = {".schema.json", ".yaml", ".md"})
    void theGeneratedFilesAreThoseThatWereReviewed(String suffix) throws IOException {
        String file = ServiceTypes.ID + suffix;
        String generated = COMPILATION
                .generatedFile(StandardLocation.CLASS_OUTPUT, "lab/" + file)
                .orElseThrow()
                .getCharContent(false)
                .toString();
        if (Boolean.getBoolean("alchemi.regenerate")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(file), generated);
        }
        assertThat(generated).isEqualTo(Files.readString(GOLDEN.resolve(file)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{path: /a}, {path: /a}]                 | ALC304 'routes[1]' is a duplicate",
                "[{path: /a}, {target: main, path: '/a'}] | ALC304 'routes[1]' is a duplicate",
                "[{path: /a}, {}]                         | ALC202 'routes[1].path' is missing",
            })
    void equalRecordsOfASetAreReported(String routes, String problem) throws Exception {
        Loader<?> loader = loader();

        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> loader.load("opened: 2026-01-31T08:00\ntoken: {file: absent}\nroutes: " + routes));

        assertThat(refused.diagnostics())
                .extracting(each -> each.id().code() + " " + each.message())
                .containsExactly(problem);
    }

    private static Loader<?> loader() throws ReflectiveOperationException {
        return (Loader<?>) new CompiledClasses(COMPILATION)
                .loadClass("lab.ServiceLoader")
                .getConstructor()
                .newInstance();
    }

    @Test
    void whatConfigShowWritesLoadsAsAnEqualRecord(@TempDir Path folder) throws Exception {
        Loader<?> loader = loader();
        Path token = Files.writeString(folder.resolve("token"), "change-me");
        Loaded<?> loaded = loader.load("""
                token: {file: %s}
                opened: 2026-01-31T08:00:00
                host: 0:0:0:0:0:0:0:1
                language: DE-at
                encoding: latin1
                release: 2026-02-28T12:00:00+01:00
                cache: 1024MiB
                timeout: PT90M
                id: 123E4567-E89B-12D3-A456-426614174000
                """.formatted(token));

        String shown = ResolvedYaml.write(loader.schema(), loaded.tree(), false);

        assertThat(shown)
                .contains("host: '::1'", "encoding: ISO-8859-1", "cache: 1GiB", "timeout: 1h30m", "language: de-AT");
        assertThat(loader.load(shown).value().toString())
                .isEqualTo(loaded.value().toString());
    }
}
