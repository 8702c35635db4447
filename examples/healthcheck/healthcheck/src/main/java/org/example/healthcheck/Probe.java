package org.example.healthcheck;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.example.endpoints.Endpoint;

/** Checks single endpoints. */
final class Probe {
    private final HttpClient client = HttpClient.newHttpClient();

    Result check(String name, Endpoint endpoint) throws InterruptedException {
        try {
            return endpoint instanceof Endpoint.Http http ? check(name, http) : check(name, (Endpoint.Tcp) endpoint);
        } catch (UnknownHostException e) {
            return new Result(name, false, "unknown host");
        } catch (IOException | IllegalArgumentException e) {
            return new Result(name, false, e.getMessage() == null ? "no connection" : e.getMessage());
        }
    }

    private Result check(String name, Endpoint.Http endpoint) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.url()).timeout(endpoint.timeout());
        endpoint.headers().forEach(request::header);
        endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        boolean healthy = status == endpoint.status();
        return new Result(name, healthy, "status " + status + (healthy ? "" : ", expected " + endpoint.status()));
    }

    private static Result check(String name, Endpoint.Tcp endpoint) throws IOException {
        try (Socket socket = new Socket()) {
            int timeout = Math.toIntExact(endpoint.timeout().toMillis());
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), timeout);
            return new Result(name, true, "connected");
        }
    }
}
