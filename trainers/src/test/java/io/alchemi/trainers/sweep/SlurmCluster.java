package io.alchemi.trainers.sweep;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Slurm cluster with one node of two cores on the loopback interface, without authentication and accounting. */
final class SlurmCluster implements AutoCloseable {
    private final Path folder;
    private final Path conf;
    private final List<Process> daemons = new ArrayList<>();

    private SlurmCluster(Path folder) {
        this.folder = folder;
        this.conf = folder.resolve("slurm.conf");
    }

    /** Returns why no cluster can be started, or an empty string. */
    static String whyNot() {
        for (String program : List.of("slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel")) {
            if (programs().stream().noneMatch(bin -> Files.isExecutable(bin.resolve(program)))) {
                return program + " is not installed; install the packages slurmctld, slurmd and slurm-client";
            }
        }
        return System.getProperty("user.name").equals("root") ? "" : "starting a cluster requires root";
    }

    private static List<Path> programs() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv("PATH").split(":")) {
            folders.add(Path.of(folder));
        }
        folders.add(Path.of("/usr/sbin"));
        return folders;
    }

    /** Starts a cluster, and waits until its node is idle. If that fails, skips the test with the reason. */
    static SlurmCluster start(Path folder) throws IOException, InterruptedException {
        SlurmCluster cluster = new SlurmCluster(Files.createDirectories(folder));
        String host = cluster.output(List.of("hostname", "-s"));
        Files.writeString(cluster.conf, """
                ClusterName=test
                SlurmctldHost=%1$s(127.0.0.1)
                SlurmUser=root
                SlurmdUser=root
                AuthType=auth/none
                CredType=cred/none
                SlurmctldPort=%3$d
                SlurmdPort=%4$d
                StateSaveLocation=%2$s/state
                SlurmdSpoolDir=%2$s/spool
                SlurmctldPidFile=%2$s/slurmctld.pid
                SlurmdPidFile=%2$s/slurmd.pid
                SlurmctldLogFile=%2$s/slurmctld.log
                SlurmdLogFile=%2$s/slurmd.log
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_Core
                SchedulerType=sched/backfill
                SchedulerParameters=sched_interval=2,bf_interval=2
                JobAcctGatherType=jobacct_gather/none
                AccountingStorageType=accounting_storage/none
                SwitchType=switch/none
                MpiDefault=none
                ReturnToService=2
                MinJobAge=120
                NodeName=%1$s NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
                PartitionName=main Nodes=%1$s Default=YES MaxTime=INFINITE State=UP
                """.formatted(host, folder, freePort(), freePort()));
        Files.writeString(folder.resolve("cgroup.conf"), "CgroupPlugin=cgroup/v1\nCgroupAutomount=no\n");
        Files.createDirectories(folder.resolve("state"));
        Files.createDirectories(folder.resolve("spool"));
        cluster.daemon("slurmctld", "-D", "-f", cluster.conf.toString());
        TimeUnit.SECONDS.sleep(2);
        cluster.daemon("slurmd", "-D", "-f", cluster.conf.toString());
        try {
            cluster.await(
                    "the node is idle",
                    () -> cluster.output(List.of("sinfo", "-h", "-o", "%T")).equals("idle"));
        } catch (AssertionError e) { // A container may forbid what its daemons need.
            cluster.close();
            abort("Slurm cannot be started here: " + e.getMessage());
        }
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void daemon(String program, String... arguments) throws IOException {
        Path bin = programs().stream()
                .filter(folder -> Files.isExecutable(folder.resolve(program)))
                .findFirst()
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".out").toFile());
        builder.environment().putAll(environment());
        daemons.add(builder.start());
    }

    /** Returns the environment variable that tells clients where the cluster is. */
    Map<String, String> environment() {
        return Map.of("SLURM_CONF", conf.toString());
    }

    /** A condition that becomes true after some time. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** Waits until a condition is true. */
    void await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "timed out after two minutes: " + what + "\n" + output(List.of("squeue", "--array")) + "\n"
                                + Files.readString(folder.resolve("slurmctld.log")));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Runs a Slurm program and returns its output. */
    String output(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return text;
    }

    @Override
    public void close() throws IOException {
        try {
            output(List.of("scancel", "--user=root"));
            for (int i = daemons.size() - 1; i >= 0; i--) {
                daemons.get(i).destroy();
                daemons.get(i).waitFor(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            daemons.forEach(Process::destroyForcibly);
        }
    }
}
