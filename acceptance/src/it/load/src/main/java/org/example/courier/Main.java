package org.example.courier;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import java.util.List;

public final class Main {
    public static void main(String[] arguments) {
        try {
            Loaded<Courier> loaded = new CourierLoader().load(
                    Source.resource(Main.class.getClassLoader(), "courier.yaml"),
                    Source.environment(),
                    Source.set(List.of(arguments)));
            Courier courier = loaded.value();
            System.out.println(courier.name() + " waits " + courier.http().timeout().toSeconds() + " s");
            System.out.println("timeout from " + loaded.origin("http.timeout").describe());
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(65);
        }
    }
}
