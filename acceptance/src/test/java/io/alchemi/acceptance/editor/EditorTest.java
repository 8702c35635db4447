package io.alchemi.acceptance.editor;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs a language server for the tests of a class. */
abstract class EditorTest {
    private static LanguageServer server;

    @BeforeAll
    static void start() {
        server = LanguageServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    static List<EditorSchema> schemas() {
        return EditorSchema.all();
    }

    static LanguageServer server() {
        return server;
    }
}
