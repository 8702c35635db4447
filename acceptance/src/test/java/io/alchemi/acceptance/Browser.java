package io.alchemi.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Headless Chromium: the program in the environment variable {@code CHROMIUM}, else one on the path. All its requests go to a proxy
 * that records and refuses them.
 */
final class Browser implements Closeable {
    /** Requests that the browser itself makes, whatever the page. */
    private static final Pattern OWN =
            Pattern.compile("[^ ]* (https?://)?[a-z0-9.]+\\.(google|googleapis|gvt1)\\.com[:/].*");

    private final Path folder;
    private final String program;
    private final ServerSocket proxy;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** A page after its scripts have run. */
    record OpenedPage(String dom, List<String> console, List<String> requests) {}

    /**
     * Starts a session. Skips the test if there is no browser.
     *
     * @param folder folder for the profile and the output; an empty folder in another folder
     */
    Browser(Path folder) throws IOException {
        this.folder = folder;
        this.program = program();
        this.proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::refuseAll, "proxy");
        listener.setDaemon(true);
        listener.start();
    }

    /** Returns the browser. Skips the test if there is none, unless CHROMIUM is set: then a wrong name fails. */
    static String program() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isEmpty()) {
            return named;
        }
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        String found = names.stream()
                .filter(name -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, name))))
                .findFirst()
                .orElse("");
        assumeTrue(!found.isEmpty(), "Chromium is not on the path and CHROMIUM is not set: pages are not tested");
        return found;
    }

    private void refuseAll() {
        while (!proxy.isClosed()) {
            try (Socket client = proxy.accept();
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                String request = lines.readLine();
                if (request != null && !OWN.matcher(request).matches()) {
                    requests.add(request);
                }
            } catch (IOException e) {
                // Closed by the browser, or at the end of the test.
            }
        }
    }

    /** Opens a file and waits until its scripts are idle. */
    OpenedPage open(Path page) {
        StartedProcess started = start(page, "--dump-dom");
        return new OpenedPage(
                started.out(),
                started.err().lines().filter(line -> line.contains(":CONSOLE")).toList(),
                List.copyOf(requests));
    }

    /** Takes a screenshot of a file. */
    Path picture(Path page, int width, int height) {
        Path picture = folder.resolve("page.png");
        start(page, "--screenshot=" + picture, "--window-size=" + width + "," + height, "--hide-scrollbars");
        return picture;
    }

    private StartedProcess start(Path page, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--enable-logging=stderr",
                "--virtual-time-budget=10000",
                "--user-data-dir=" + folder.resolve("profile"),
                "--proxy-server=127.0.0.1:" + proxy.getLocalPort(),
                "--proxy-bypass-list=<-loopback>"));
        command.addAll(Arrays.asList(arguments));
        command.add(page.toUri().toString());
        StartedProcess started = StartedProcess.start(folder, Map.of(), command);
        if (started.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + started.err());
        }
        return started;
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
