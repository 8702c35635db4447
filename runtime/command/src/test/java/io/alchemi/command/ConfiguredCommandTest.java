package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are generated for actions with a configuration, from the command line to the exit code. */
class ConfiguredCommandTest {
    @TempDir
    private Path folder;

    @Test
    void readsItsConfigurationInLayers() throws IOException {
        Path file = Files.writeString(folder.resolve("north.prices.yaml"), "tax: 0.1\ndiscount:\n  percent: 5\n");

        assertThat(print("price list " + file + " --tax 0.2 --set goods.milk=1"))
                .isEqualTo("""
                Config[currency=EUR, tax=0.2, discount=Discount[percent=5], goods={milk=1}]
                exit 0
                """);
        assertThat(print("price list -c " + file)).isEqualTo("""
                Config[currency=EUR, tax=0.1, discount=Discount[percent=5], goods={tea=2}]
                exit 0
                """);
        assertThat(print("validate " + file)).isEqualTo("north.prices.yaml: valid prices\nexit 0\n");
        assertThat(print("config show " + file + " --tax 0.3 --origins")).isEqualTo("""
                # $schema-id: prices
                currency: EUR  # default
                tax: 0.3       # --tax
                discount:
                  percent: 5   # north.prices.yaml:3:12
                goods:
                  tea: 2       # default
                exit 0
                """);
    }

    @Test
    void needsNoFileIfEveryKeyHasAValue() {
        assertThat(print("price list")).isEqualTo("""
                Config[currency=EUR, tax=0.19, discount=Discount[percent=0], goods={tea=2}]
                exit 0
                """);
        assertThat(print("stock")).isEqualTo("""
                alchemi stock: error: no configuration is named, but these keys are required: store.name [ALC501]
                  |
                  | alchemi stock
                  | ^^^^^^^^^^^^^ write alchemi stock CONFIG, or --set KEY=VALUE for each key
                exit 2
                """);
        assertThat(print("stock --set store.name=north")).startsWith("Config[store=Store[name=north], password=null]");
    }

    @Test
    void theExceptionsOfAnActionHaveNoSecrets() throws IOException {
        Path file = Files.writeString(folder.resolve("stock.yaml"), "store: {name: x}\npassword: correct-horse\n");

        assertThat(print("stock " + file + " --set store.name=locked"))
                .isEqualTo("error: 401 for https://********@locked\nexit 1\n");
        assertThat(print("stock " + file + " --set store.name=closed"))
                .isEqualTo("error: https://********@closed is closed\nexit 1\n");
        assertThat(print("stock " + file + " --set store.name=refused"))
                .startsWith("stock: error: https://********@refused is unknown [ALC501]");
        assertThat(print("stock " + file + " --set store.name=missing"))
                .startsWith("https://********@missing: error: folder https: does not exist [ALC502]");
        assertThat(print("stock " + file + " --set store.name=burning"))
                .startsWith("This is a bug in the command org.example.StockAction. ")
                .contains("\n  java.lang.IllegalStateException: it burns\n    at ")
                .contains("\n  java.lang.IllegalArgumentException: https://********@burning\n    at ");
    }

    @Test
    void anExceptionMayBeCircularOrBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("stock.yaml"), "store: {name: x}\npassword: correct-horse\n");

        assertThat(print("stock " + file + " --set store.name=circular"))
                .startsWith("This is a bug in the command org.example.StockAction. ")
                .containsOnlyOnce("\n  java.lang.IllegalStateException: first\n")
                .containsOnlyOnce("\n  java.lang.IllegalArgumentException: https://********@circular\n");
        assertThat(print("stock " + file + " --set store.name=mute"))
                .startsWith("This is a bug in the command org.example.StockAction. ")
                .contains("\n  org.example.StockAction$1\n    at ");
    }

    @Test
    void aRequiredKeyWithAMalformedValueIsNotMissingToo() {
        assertThat(print("stock --set store.name=\"north"))
                .contains("error: unterminated quoted string")
                .doesNotContain("required");
        assertThat(print("stock --set store={name:[")).contains(": error: ").doesNotContain("required");
        assertThat(print("stock --set store.name"))
                .contains("a setting must have the form PATH=VALUE")
                .doesNotContain("required");
    }

    @Test
    void helpShowsKeysAndOptions() {
        assertThat(print("price list --help")).isEqualTo("""
                Print the prices of a shop.

                Usage: alchemi price list [CONFIG…] [options]

                CONFIG is a YAML file. Of several files, later ones override earlier ones.

                Keys of the configuration:
                  --tax X  the tax that is added (number ≥ 0, default 0.19)

                Options:
                  -c, --config PATH  the configuration; the same as CONFIG
                  --profile PROFILE  the profile: beside FILE.yaml, FILE.PROFILE.yaml overrides it
                  --set PATH=VALUE   a value at a path, over file and environment (repeatable)
                exit 0
                """);
    }

    @Test
    void reportsAnInvalidConfigurationBeforeTheActionIsMade() throws IOException {
        Path file = Files.writeString(folder.resolve("a.prices.yaml"), "tax: -1\ngodos: {}\n");

        assertThat(print("price list " + file)).isEqualTo("""
                a.prices.yaml:1:6: error: 'tax' is -1, but must be ≥ 0 [ALC204]
                  |
                1 | tax: -1
                  |      ^^ the default is 0.19
                  = tax: the tax that is added (number ≥ 0, default 0.19)

                a.prices.yaml:2:1: error: unknown key 'godos' at the top level [ALC201]
                  |
                2 | godos: {}
                  | ^^^^^ did you mean 'goods'?
                  = goods: the price of each, in the currency (map of integer, default {tea: 2})

                2 errors

                For more information, run 'alchemi explain ALC204'.
                exit 65
                """);
        assertThat(print("price list --set goods="))
                .contains("'goods' must be a mapping, but is empty")
                .endsWith("exit 65\n");
    }

    @Test
    void endsAsTheActionSays() throws IOException {
        Path file = Files.writeString(folder.resolve("stock.yaml"), "store: {name: north}\n");

        assertThat(print("stock " + file)).isEqualTo("Config[store=Store[name=north], password=null]\nexit 3\n");
        assertThat(print("stock none.yaml"))
                .contains("none.yaml: error: file not found")
                .endsWith("exit 66\n");
        assertThat(print("stock a.yaml -c b.yaml"))
                .contains("--config and CONFIG cannot be combined")
                .endsWith("exit 2\n");
    }

    @Test
    void laterFilesAndThoseOfTheProfileOverrideEarlierOnes() throws IOException {
        Path base = Files.writeString(folder.resolve("stock.yaml"), "store: {name: north}\n");
        Path other = Files.writeString(folder.resolve("other.yaml"), "store: {name: south}\n");
        Files.writeString(folder.resolve("stock.night.yaml"), "store: {name: night}\n");

        assertThat(print("stock " + base + " " + other)).startsWith("Config[store=Store[name=south], password=null]");
        assertThat(print("stock " + other + " " + base)).startsWith("Config[store=Store[name=north], password=null]");
        assertThat(print("stock " + base + " --profile night"))
                .startsWith("Config[store=Store[name=night], password=null]");
        assertThat(print("stock -c " + base + " --profile night --set store.name=set"))
                .startsWith("Config[store=Store[name=set], password=null]");
        assertThat(print("stock " + base + " " + other + " --profile night"))
                .startsWith("Config[store=Store[name=night], password=null]");
    }

    @Test
    void anUnknownProfileIsReported() throws IOException {
        Path base = Files.writeString(folder.resolve("stock.yaml"), "store: {name: north}\n");
        Files.writeString(folder.resolve("stock.night.yaml"), "");

        assertThat(print("stock " + base + " --profile nihgt"))
                .contains("--profile nihgt: error: unknown profile 'nihgt' [ALC506]", "did you mean 'night'?")
                .contains("= known profiles: night")
                .endsWith("exit 65\n");
        assertThat(print("stock - --profile night")).contains("a profile needs a configuration file");
        assertThat(print("stock " + base + " --profile a/b"))
                .contains("[ALC501]")
                .endsWith("exit 2\n");
    }

    @Test
    void anActionThatCannotBeMadeSaysWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("stock.yaml"), "store: {name: north}\n");

        System.setProperty("org.example.closed", "true");
        try {
            assertThat(print("stock " + file)).isEqualTo("error: the store is closed\nexit 1\n");
        } finally {
            System.clearProperty("org.example.closed");
        }
    }

    private String print(String line) {
        return CommandLine.print(List.of(line.split(" "))).replace(folder + "/", "");
    }
}
