package io.alchemi.acceptance.editor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The YAML language server that editors use. Answers are in the order of the texts.
 */
final class LanguageServer {
    private static final JsonMapper JSON = new JsonMapper();

    private static @Nullable LanguageServer shared;

    private final Writer requests;
    private final BufferedReader answers;

    /**
     * A completion item.
     *
     * @param label text in the list
     * @param insert inserted text, possibly a snippet
     * @param doc its documentation as Markdown, or empty
     * @param accepted the whole text after accepting it, with the defaults of a snippet
     */
    record Completion(String label, String insert, String doc, String accepted) {}

    /**
     * A problem that the editor underlines.
     *
     * @param line the line where it begins, from 1
     * @param severity {@code error}, {@code warning}, {@code information} or {@code hint}
     */
    record Problem(int line, String severity, String message) {
        boolean isError() {
            return severity.equals("error");
        }
    }

    /**
     * A quick fix.
     *
     * @param line the line of the problem, from 1
     * @param text the whole text after the fix
     */
    record Fix(int line, String title, String text) {}

    private LanguageServer(Process process) {
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns the server shared by all tests. Skips the test if there is no Node, or if its packages are not installed. */
    static synchronized LanguageServer shared() {
        LanguageServer running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    private static LanguageServer start() {
        try {
            return new LanguageServer(new ProcessBuilder(EditorScripts.node(), "editor.mjs")
                    .directory(EditorScripts.FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the completions at each cursor. */
    List<List<Completion>> complete(Path schema, List<Cursor> cursors) {
        return ask("complete", schema, cursors, items -> {
            List<Completion> list = new ArrayList<>();
            items.forEach(item -> list.add(new Completion(
                    text(item, "label"), text(item, "insert"), text(item, "doc"), text(item, "accepted"))));
            return list;
        });
    }

    /** Returns the Markdown of the hover at each cursor, or an empty string if there is none. */
    List<String> hover(Path schema, List<Cursor> cursors) {
        return ask("hover", schema, cursors, hover -> hover.isNull() ? "" : hover.asString());
    }

    /** Returns the problems of each text. */
    List<List<Problem>> diagnose(Path schema, List<String> texts) {
        return ask("diagnose", schema, texts.stream().map(Cursor::none).toList(), items -> {
            List<Problem> list = new ArrayList<>();
            items.forEach(item ->
                    list.add(new Problem(item.get("line").asInt() + 1, text(item, "severity"), text(item, "message"))));
            return list;
        });
    }

    /** Returns the quick fixes of all problems of each text, in the order of the editor. */
    List<List<Fix>> fix(Path schema, List<String> texts) {
        return ask("fix", schema, texts.stream().map(Cursor::none).toList(), problems -> {
            List<Fix> list = new ArrayList<>();
            problems.forEach(problem -> problem.get("fixes")
                    .forEach(fix ->
                            list.add(new Fix(problem.get("line").asInt() + 1, text(fix, "title"), text(fix, "text")))));
            return list;
        });
    }

    /** Returns the messages of ajv's strict mode about a schema. */
    List<String> compile(Path schema) {
        return ask("compile", schema, List.of(), JsonNode::asString);
    }

    /** Returns the names that json-schema-to-typescript exports. */
    List<String> typescriptNames(Path schema) {
        return ask("typescript", schema, List.of(), JsonNode::asString);
    }

    /** Returns the names of the types that quicktype generates. */
    List<String> quicktypeNames(Path schema) {
        return ask("quicktype", schema, List.of(), JsonNode::asString);
    }

    private synchronized <T> List<T> ask(
            String operation, Path schema, List<Cursor> cursors, Function<JsonNode, T> read) {
        ObjectNode request = JSON.createObjectNode().put("op", operation).put("schema", schema.toString());
        ArrayNode cases = request.putArray("cases");
        for (Cursor cursor : cursors) {
            cases.addObject()
                    .put("text", cursor.text())
                    .put("line", cursor.line())
                    .put("character", cursor.character());
        }
        try {
            requests.write(request + "\n");
            requests.flush();
            String line = answers.readLine();
            JsonNode answer = line == null ? null : JSON.readTree(line);
            if (answer == null || answer.has("error")) {
                throw new AssertionError(operation + ": " + (answer == null ? "Node ended" : text(answer, "error")));
            }
            List<T> results = new ArrayList<>();
            answer.get("results").forEach(result -> results.add(read.apply(result)));
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }
}
