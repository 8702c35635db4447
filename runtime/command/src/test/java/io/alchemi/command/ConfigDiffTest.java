package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Discriminator;
import io.alchemi.schema.Input;
import io.alchemi.schema.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code alchemi config diff}. */
class ConfigDiffTest {
    @ConfigSchema(id = "test.garden", files = "garden*.yaml")
    record Garden(
            @Default("1e-3") double rate,
            @Default("[0.9, 0.999]") List<Double> betas,
            @Default("{}") Map<String, Integer> beds,
            @Default("[]") List<Plant> plants,
            @Default("{type: can, litres: 5}") Water water,
            @Nullable String note,
            @Secret @Default("[]") List<String> keys,
            @Secret @Default("{}") Map<String, String> doors,
            @Input @Nullable Path map) {}

    @ConfigRecord
    record Plant(@Default("rose") String name, @Default("1") int count) {}

    @Discriminator("type")
    sealed interface Water permits Can, Hose {}

    @ConfigRecord
    record Can(@Default("10") int litres) implements Water {}

    @ConfigRecord
    record Hose(@Default("20") int metres) implements Water {}

    @TempDir
    private Path folder;

    @Test
    void equalValuesInOtherSpellingsAndOrdersAreEqual() throws IOException {
        write("garden.yaml", "rate: 0.0010\nbetas: [0.90, 0.999]\nbeds: {a: 0x1F, b: 2}\n");
        write("garden.b.yaml", "beds: {b: 2, a: 31}\n");

        assertThat(diff("garden.yaml", "garden.b.yaml")).isEqualTo("no differences\nexit 0\n");
    }

    @Test
    void showsEachKeyInTheNotationOfSet() throws IOException {
        write("garden.yaml", """
                rate: 1
                beds: {a.b: 1, c: 2}
                plants: [{name: rose}, {name: lily}]
                """);
        write("garden.b.yaml", """
                betas: [0.9, 0.95]
                beds: {c: 3, d: 4}
                plants: [{name: rose, count: 2}]
                water: {type: hose}
                note: 'null'
                """);

        assertThat(diff("garden.yaml", "garden.b.yaml")).isEqualTo("""
                rate: 1 → 0.001
                betas[1]: 0.999 → 0.95
                beds."a.b": 1 → -
                beds.c: 2 → 3
                plants[0].count: 1 → 2
                plants[1].name: lily → -
                plants[1].count: 1 → -
                water.type: can → hose
                water.litres: 5 → -
                note: null → 'null'
                beds.d: - → 4
                water.metres: - → 20
                exit 1
                """);
    }

    @Test
    void listsOfOtherLengthsAreShownWhole() throws IOException {
        write("garden.yaml", "betas: [1, 2, 3]\n");
        write("garden.b.yaml", "betas: []\n");

        assertThat(diff("garden.yaml", "garden.b.yaml")).isEqualTo("betas: [1, 2, 3] → []\nexit 1\n");
    }

    @Test
    void showsOrigins() throws IOException {
        write("garden.yaml", "betas: [1, 2]\n");
        write("garden.b.yaml", "extends: garden.yaml\nrate: 1e-4\nbetas: [1, 3]\nbeds: {a: 1}\n");

        assertThat(diff("garden.yaml", "garden.b.yaml", "--origins")).isEqualTo("""
                rate: 0.001 → 0.0001  # default → garden.b.yaml:2:7
                betas[1]: 2 → 3  # garden.yaml:1:8 → garden.b.yaml:3:8
                beds.a: - → 1  # - → garden.b.yaml:4:11
                exit 1
                """);
    }

    @Test
    void secretsAreComparedAndNotShown() throws IOException {
        write("garden.yaml", "keys: [one, two]\ndoors: {shed: open, gate: shut}\n");
        write("garden.b.yaml", "keys: [one, zwei]\ndoors: {shed: open, gate: tor}\n");

        assertThat(diff("garden.yaml", "garden.b.yaml")).isEqualTo("""
                keys[1]: {masked: true} → {masked: true}  (the secrets differ)
                doors.gate: {masked: true} → {masked: true}  (the secrets differ)
                exit 1
                """);
        assertThat(diff("garden.yaml", "garden.yaml")).isEqualTo("no differences\nexit 0\n");
        assertThat(diff("garden.yaml", "garden.b.yaml", "--format=json")).contains("\"only_contents\": true");
    }

    @Test
    void aRunIsNamedByItsFolder() throws IOException {
        write("garden.yaml", "rate: 1\nmap: map.csv\n");
        write("map.csv", "1");
        write("run/config.yaml", """
                # yaml-language-server: $schema=inputs/test.garden.schema.json
                rate: 2
                map: inputs/map.csv  # garden.yaml:2:6
                """);
        write("run/inputs/map.csv", "1");
        write("again/config.yaml", Files.readString(folder.resolve("run/config.yaml")));
        write("again/inputs/map.csv", "2");

        assertThat(diff("garden.yaml", "run")).isEqualTo("rate: 1 → 2\nexit 1\n");
        assertThat(diff("run", "again"))
                .isEqualTo("map: inputs/map.csv → inputs/map.csv  (the files have different contents)\nexit 1\n");
        assertThat(diff("garden.yaml", "again")).isEqualTo("rate: 1 → 2\nmap: map.csv → inputs/map.csv\nexit 1\n");
        write("none/other.yaml", "");
        assertThat(diff("garden.yaml", "none")).startsWith("none/config.yaml: error: file not found [ALC502]");
    }

    @Test
    void writesJson() throws IOException {
        write("garden.yaml", "rate: 1\n");
        write("garden.b.yaml", "rate: 1\nbeds: {a: 1}\n");

        JsonNode json = new JsonMapper()
                .readTree(diff("garden.yaml", "garden.b.yaml", "--format=json").replace("exit 1\n", ""));
        assertThat(json.at("/schema").asString()).isEqualTo("test.garden");
        assertThat(json.at("/a").asString()).isEqualTo("garden.yaml");
        assertThat(json.at("/exit_code").asInt()).isEqualTo(1);
        assertThat(json.at("/differences/0"))
                .hasToString("{\"key\":\"beds.a\",\"a\":null,\"b\":{\"value\":\"1\",\"origin\":\"garden.b.yaml:2:11\"},"
                        + "\"only_contents\":false}");
    }

    @Test
    void whatCannotBeComparedIsAnError() throws IOException {
        write("garden.yaml", "rate: x\n");
        write("garden.b.yaml", "rats: 1\n");
        write("bands.yaml", "center: 1\n");
        write("garden.c.yaml", "rate: 1\n");

        assertThat(diff("garden.yaml", "garden.b.yaml"))
                .contains("garden.yaml:1:7: error: 'rate'", "garden.b.yaml:1:1: error: unknown key 'rats'")
                .endsWith("exit 65\n");
        assertThat(diff("garden.c.yaml", "bands.yaml")).isEqualTo("""
                bands.yaml: error: the configurations have different schemas [ALC501]
                  |
                  | bands.yaml
                  | ^^^^^^^^^^ garden.c.yaml is of 'test.garden', bands.yaml of 'test.bands'
                exit 2
                """);
        assertThat(diff("garden.c.yaml"))
                .contains("error: expected two configurations", "usage: alchemi config diff A B [options]")
                .endsWith("exit 2\n");
        assertThat(diff("-", "-"))
                .contains("only one of them can be the standard input")
                .endsWith("exit 2\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String diff(String... arguments) {
        List<String> words = new ArrayList<>(List.of("config", "diff"));
        for (String argument : arguments) {
            words.add(argument.startsWith("-") ? argument : folder + "/" + argument);
        }
        return CommandLine.print(words)
                .replace(folder + "/", "")
                .replace("^".repeat(folder.toString().length() + 1), "");
    }
}
