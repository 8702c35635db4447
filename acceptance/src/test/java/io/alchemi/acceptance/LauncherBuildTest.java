package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests when and how the launcher builds. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherBuildTest {
    @TempDir(factory = TargetTempDirFactory.class)
    Path folder;

    @Test
    void buildsOnFirstUseAndPrintsTheDownloadSize() throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        checkout.workingMaven();
        StartedProcess first = checkout.alchemi("--version");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).startsWith("alchemi ");
        assertThat(first.err())
                .isEqualTo("alchemi: building, once; this downloads 110 MB for the tensor engine,"
                        + " and what Maven needs\n");
        StartedProcess second = checkout.alchemi("--version");
        assertThat(second.exitCode()).isZero();
        assertThat(second.err()).isEmpty();
        assertThat(checkout.mavenCalls()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom", "schema-annotations", "processor", "runtime", "trainers"})
    void buildsWhenASourceChanged(String module) throws IOException {
        Checkout checkout = Checkout.built(folder);
        checkout.workingMaven();
        touch(checkout.source(module));
        StartedProcess start = checkout.alchemi("--version");
        assertThat(start.exitCode()).isZero();
        assertThat(start.err()).isEqualTo("alchemi: building, because its sources changed\n");
        assertThat(checkout.mavenCalls()).isOne();
    }

    /** A source from an archive or another machine may have an older time. */
    @Test
    void buildsWhenASourceChangedToAnOlderOne() throws IOException {
        Checkout checkout = builtByItself();
        Files.writeString(checkout.source("runtime"), "class Other {}\n");
        Files.setLastModifiedTime(checkout.source("runtime"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertBuildsOnce(checkout);
    }

    @Test
    void buildsWhenASourceWasRemoved() throws IOException {
        Checkout checkout = builtByItself();
        Files.delete(checkout.source("runtime"));
        assertBuildsOnce(checkout);
    }

    @Test
    void buildsASourceFromTheFutureOnce() throws IOException {
        Checkout checkout = builtByItself();
        Files.setLastModifiedTime(checkout.source("runtime"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertBuildsOnce(checkout);
    }

    /** Maven would keep classes that are newer than their source. */
    @Test
    void buildsWithoutOldClasses() throws IOException {
        Checkout checkout = builtByItself();
        Path stale = checkout.source("runtime/config")
                .resolveSibling("../../../target/classes/Old.class")
                .normalize();
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "old");
        touch(checkout.source("trainers"));
        assertThat(checkout.alchemi("--version").exitCode()).isZero();
        assertThat(stale).doesNotExist();
    }

    private static void assertBuildsOnce(Checkout checkout) throws IOException {
        assertThat(saidBy(checkout.alchemi("--version"))).isEqualTo("alchemi: building, because its sources changed\n");
        assertThat(saidBy(checkout.alchemi("--version"))).isEmpty();
    }

    private static String saidBy(StartedProcess start) throws IOException {
        assertThat(start.exitCode()).isZero();
        return start.err();
    }

    private Checkout builtByItself() throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        checkout.workingMaven();
        assertThat(checkout.alchemi("--version").exitCode()).isZero();
        return checkout;
    }

    @Test
    void buildsWhenAPageThatItPrintsChanged() throws IOException {
        Checkout checkout = Checkout.built(folder);
        checkout.workingMaven();
        touch(checkout.page());
        assertThat(checkout.alchemi("--version").exitCode()).isZero();
        assertThat(checkout.mavenCalls()).isOne();
    }

    /** A failed build prints the reason and leaves nothing that looks built. The next start tries again. */
    @Test
    void reportsABuildThatFails() throws IOException {
        Checkout checkout = Checkout.built(folder);
        touch(checkout.source("runtime"));
        checkout.maven("echo half >'" + checkout.jar() + "'; echo '[ERROR] A.java:1: not a statement'; exit 1");
        StartedProcess failed = checkout.alchemi("--version");
        assertThat(failed.exitCode()).isEqualTo(70);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err().lines())
                .hasSize(3)
                .contains("alchemi: building, because its sources changed")
                .anyMatch(line -> line.startsWith("alchemi: the build failed; its last lines, of "))
                .contains("[ERROR] A.java:1: not a statement");
        assertThat(checkout.jar()).doesNotExist();
        checkout.workingMaven();
        assertThat(checkout.alchemi("--version").exitCode()).isZero();
    }

    /** A running training keeps the jar that it was started with, even if another build runs. */
    @Test
    void replacesTheJarInsteadOfWritingIntoIt() throws IOException {
        Checkout checkout = Checkout.built(folder);
        checkout.workingMaven();
        touch(checkout.source("trainers"));
        Path running = folder.resolve("jar of a running training");
        Files.createLink(running, checkout.jar());
        checkout.maven("echo other >'" + checkout.jar() + "'");
        StartedProcess start = checkout.alchemi("--version");
        assertThat(start.exitCode()).isNotZero(); // Such a jar cannot be started.
        assertThat(Files.mismatch(running, Checkout.REPOSITORY.resolve("trainers/target/dist/alchemi.jar")))
                .isEqualTo(-1);
    }

    @Test
    void reportsMissingMaven() throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        Path bin = Files.createDirectory(folder.resolve("only"));
        for (String name : List.of("sh", "mkdir", "ln", "rm", "find", "cmp")) {
            Checkout.program(bin.resolve(name), "exec /bin/" + name + " \"$@\"");
        }
        StartedProcess start = checkout.alchemi(Map.of("PATH", bin.toString()), "--version");
        assertThat(start.exitCode()).isEqualTo(70);
        assertThat(start.err())
                .isEqualTo("alchemi: no mvn found, which builds Alchemi; install Maven, version 3.8.7 or newer\n");
        assertThat(Files.exists(checkout.lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void twoFirstStartsBuildOnce() throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        checkout.slowMaven();
        StartedProcess one = checkout.alchemi("--version");
        StartedProcess other = checkout.alchemi("--version");
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(checkout.mavenCalls()).isOne();
        assertThat(one.err() + other.err()).contains("waiting for the build of another start, process ");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aBuildCanBeInterruptedAndRestarted(String signal, int exitCode) throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        Path pid = folder.resolve("maven.pid");
        checkout.maven("echo $$ >'" + pid + "'; mkdir -p '" + checkout.jar().getParent() + "'; echo half >'"
                + checkout.jar() + "'; echo ready >&2; exec sleep 100");
        StartedProcess building = checkout.start(
                Map.of(), "env", "--default-signal=INT,HUP", checkout.launcher().toString(), "--version");
        building.until(() -> Files.exists(checkout.jar()), "a partial jar");
        building.signal(signal);
        assertThat(building.exitCode()).isEqualTo(exitCode);
        assertThat(building.err()).endsWith("the build was interrupted; the next start builds again\n");
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
                .as("Maven")
                .isEmpty();
        assertThat(checkout.jar()).doesNotExist();
        checkout.workingMaven();
        assertThat(checkout.alchemi("--version").exitCode()).isZero();
    }

    /** A build that is killed with -9 leaves its lock, and possibly a partial jar. */
    @Test
    void aBuildThatWasKilledDoesNotBlockTheNext() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Files.writeString(checkout.jar(), "half");
        long dead = 999_999_999; // Above the maximum process id of Linux.
        Files.createSymbolicLink(checkout.lock(), Path.of(Long.toString(dead)));
        checkout.workingMaven();
        StartedProcess start = checkout.alchemi("--version");
        assertThat(start.exitCode()).as(start.err()).isZero();
        assertThat(checkout.mavenCalls()).isOne();
        assertThat(Files.exists(checkout.lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    /** By now, the id of a killed builder may belong to another process. */
    @Test
    void theLockOfAnotherProcessDoesNotBlock() throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        checkout.workingMaven();
        Files.createSymbolicLink(
                checkout.lock(), Path.of(ProcessHandle.current().pid() + " 1"));
        StartedProcess start = checkout.alchemi("--version");
        assertThat(start.exitCode()).as(start.err()).isZero();
        assertThat(start.err()).doesNotContain("waiting");
    }

    /** Changes that are made while Maven runs may be missing in the jar. */
    @Test
    void rebuildsSourcesChangedDuringABuild() throws IOException {
        Checkout checkout = Checkout.unbuilt(folder);
        checkout.slowMaven();
        StartedProcess first = checkout.alchemi("--version").until(checkout::hasCalledMaven, "a build");
        touch(checkout.source("runtime"));
        assertThat(first.exitCode()).isZero();
        StartedProcess second = checkout.alchemi("--version");
        assertThat(second.exitCode()).isZero();
        assertThat(second.err()).isEqualTo("alchemi: building, because its sources changed\n");
    }

    /** Such a change came after its module was compiled, and before the jar was made. */
    @Test
    void rebuildsSourcesChangedDuringABuildByMaven() throws IOException {
        Checkout checkout = Checkout.built(folder);
        checkout.workingMaven();
        setTimes(checkout, "10:00", "10:01", "10:02");
        assertBuildsOnce(checkout);
    }

    /** For example, a build of some modules only. */
    @Test
    void rebuildsIfABuildByMavenDidNotReachTheJar() throws IOException {
        Checkout checkout = Checkout.built(folder);
        checkout.workingMaven();
        setTimes(checkout, "10:02", "10:01", "10:00");
        assertBuildsOnce(checkout);
    }

    private static void setTimes(Checkout checkout, String began, String changed, String made) throws IOException {
        Files.setLastModifiedTime(checkout.buildBegan(), at(began));
        Files.setLastModifiedTime(checkout.source("runtime"), at(changed));
        Files.setLastModifiedTime(checkout.jar(), at(made));
    }

    /** Returns a time in the future, because all other files are older. */
    private static FileTime at(String time) {
        return FileTime.from(Instant.parse("2100-01-01T" + time + ":00Z"));
    }

    private static void touch(Path source) throws IOException {
        Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
    }
}
