package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in the real shells, for a program {@code garden}; a shell that is not installed is skipped. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ShellCompletionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void program() throws IOException {
        String classPath = System.getProperty("java.class.path")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + Path.of("target/test-classes").toAbsolutePath();
        Path program = folder.resolve("bin/garden");
        Files.createDirectories(program.getParent());
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1 -cp '"
                        + classPath + "' io.alchemi.command.Alchemi \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("garden a.yaml"), "");
        Files.writeString(folder.resolve("my plan.night.yaml"), "");
    }

    @Test
    void bash() throws Exception {
        assertThat(run("bash", """
                        eval "$(garden completion bash garden)"
                        complete -p garden
                        try() {
                            COMP_LINE=$1 COMP_POINT=${#1}
                            shift
                            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
                            _garden "$1"
                            printf '<%s>' "${COMPREPLY[@]}"
                            echo
                        }
                        try "garden val" garden val
                        try "garden config " garden config ""
                        try "garden validate --format=" garden validate --format =
                        try "garden validate --format=js" garden validate --format = js
                        try "garden config show 'garden a.yaml' --set r" garden config show "'garden a.yaml'" --set r
                        try "garden config show --set=mode=v --schema" garden config show --set = mode = v --schema
                        try "garden validate gar" garden validate gar
                        try "garden validate 'my plan.yaml' --profile n" garden validate "'my plan.yaml'" --profile n
                        try "garden lab match a b " garden lab match a b ""
                        """)).isEqualTo("""
                        complete -F _garden garden
                        <validate>
                        <show><diff><init>
                        <text><json><github><sarif>
                        <json>
                        <rate=>
                        <--schema>
                        <garden a.yaml>
                        <night>
                        <3><6>
                        """);
    }

    @Test
    void fish() throws Exception {
        assertThat(run("fish", """
                        garden completion fish garden | source
                        for line in 'garden val' 'garden config ' 'garden validate --format=js' \
                                "garden config show 'garden a.yaml' --set r" 'garden validate gar' \
                                "garden validate 'my plan.yaml' --profile n" 'garden lab match a b '
                            complete -C $line
                        end
                        """)).isEqualTo("""
                        validate\tCheck configurations and report all problems
                        diff\tPrint the keys in which two configurations differ
                        init\tCreate a configuration from the commented template of a schema
                        show\tPrint the configuration that a command would use
                        --format=json
                        rate=
                        garden a.yaml
                        night
                        3
                        6
                        """);
    }

    /** Types into a shell on a terminal of its own: the tab key completes, and Ctrl-X prints the line. */
    @Test
    void zsh() throws Exception {
        assertThat(run("zsh", """
                        zmodload zsh/zpty
                        zpty shell 'TERM=dumb zsh -f -i'
                        zpty -w shell 'PS1= PS2=; autoload -U compinit; compinit -u -D; eval "$(garden completion zsh garden)"'
                        zpty -w shell 'show() { print -r -- "LINE<$BUFFER>"; BUFFER=; zle accept-line }; zle -N show'
                        zpty -w shell 'bindkey "^X" show; print READY-DONE'
                        zpty -r -m shell line '*READY-DONE*READY-DONE*'
                        for typed in 'garden val' 'garden validate --f' 'garden validate --format=js' \
                                "garden config show 'garden a.yaml' --set r" 'garden validate gar' \
                                "garden validate 'my plan.yaml' --profile n" 'garden lab match a b 6'; do
                            zpty -w -n shell "$typed"$'\\t\\x18'
                            zpty -r -m shell line '*LINE<*>*'
                            print -r -- "${${line##*LINE<}%%>*}"
                        done
                        zpty -d shell
                        """)).isEqualTo("""
                        garden validate\s
                        garden validate --format\s
                        garden validate --format=json\s
                        garden config show 'garden a.yaml' --set rate=
                        garden validate garden\\ a.yaml\s
                        garden validate 'my plan.yaml' --profile night\s
                        garden lab match a b 6\s
                        """);
    }

    /** Returns what a shell prints for a script, without its own startup files. */
    private String run(String shell, String script) throws IOException, InterruptedException {
        boolean isInstalled = false;
        for (String path : System.getenv("PATH").split(File.pathSeparator)) {
            isInstalled |= Files.isExecutable(Path.of(path, shell));
        }
        if (!isInstalled) {
            System.err.println("skipped: " + shell + " is not installed, so its completion is not tried");
        }
        assumeTrue(isInstalled, shell + " is not installed");
        Path file = Files.writeString(folder.resolve("script"), script);
        Path printed = folder.resolve("printed");
        ProcessBuilder builder = new ProcessBuilder(List.of(shell, file.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(printed, StandardCharsets.UTF_8);
    }
}
