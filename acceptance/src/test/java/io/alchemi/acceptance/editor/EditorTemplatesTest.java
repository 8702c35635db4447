package io.alchemi.acceptance.editor;

import io.alchemi.acceptance.editor.LanguageServer.Completion;
import io.alchemi.acceptance.editor.LanguageServer.Problem;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates and shipped configurations can be edited. */
class EditorTemplatesTest {
    private static final Path CONFIGS = Path.of(System.getProperty("alchemi.root"), "configs");
    private static final Pattern MODELINE =
            Pattern.compile("^# (yaml-language-server: )?\\$schema.*$", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void theValuesOfEachKeyOfAFileAreOffered(EditorSchema schema) throws IOException {
        EditorReport report = new EditorReport("values in files", schema);
        Map<String, ValuePosition> known = new LinkedHashMap<>();
        SchemaPositions.of(schema).values().stream()
                .filter(place -> place.after().isEmpty())
                .forEach(place -> known.put(place.path(), place));
        for (Map.Entry<String, String> file : files(schema).entrySet()) {
            List<TemplateText.Line> lines = new ArrayList<>();
            List<ValuePosition> places = new ArrayList<>();
            for (TemplateText.Line line : new TemplateText(file.getValue()).keys()) {
                ValuePosition place = known.get(line.path());
                if (place != null) {
                    lines.add(line);
                    places.add(place);
                }
            }
            List<List<Completion>> answers = LanguageServer.shared()
                    .complete(
                            schema.file(),
                            lines.stream().map(TemplateText.Line::value).toList());
            for (int i = 0; i < lines.size(); i++) {
                Set<String> labels =
                        answers.get(i).stream().map(Completion::label).collect(Collectors.toSet());
                Set<String> wanted = places.get(i).values().keySet();
                report.check(file.getKey(), lines.get(i).path(), labels.containsAll(wanted), labels);
            }
        }
        report.finish();
    }

    /** Returns the template and the shipped configurations of a schema. */
    private static Map<String, String> files(EditorSchema schema) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("template", withoutModelines(schema.template()));
        SchemaOfFile schemas = new SchemaOfFile(ProgramIndex.ofProgram());
        List<Path> files;
        try (Stream<Path> walk = Files.walk(CONFIGS)) {
            files = walk.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            if (schemas.of(FileText.of(file, Limits.DEFAULT), new ArrayList<>())
                    .id()
                    .equals(schema.id())) {
                texts.put("shipped " + file.getFileName(), withoutModelines(Files.readString(file)));
            }
        }
        return texts;
    }

    /** Removes the modelines, which name another schema file that the server would use. */
    private static String withoutModelines(String text) {
        return MODELINE.matcher(text).replaceAll("#");
    }

    /** The template says that removing the # sets a key. Text that it replaces is removed. */
    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyCommentedKeyOfTheTemplateLoadsWhenUncommented(EditorSchema schema) {
        EditorReport report = new EditorReport("uncommented", schema);
        Set<String> names = schema.schema().records().values().stream()
                .flatMap(record -> record.keys().stream())
                .map(KeySchema::name)
                .collect(Collectors.toSet());
        List<TemplateText.UncommentedKey> blocks =
                new TemplateText(withoutModelines(schema.template())).uncommented(names);
        List<List<Problem>> answers = LanguageServer.shared()
                .diagnose(
                        schema.file(),
                        blocks.stream().map(TemplateText.UncommentedKey::text).toList());
        for (int i = 0; i < blocks.size(); i++) {
            TemplateText.UncommentedKey block = blocks.get(i);
            List<String> errors = schema.errors(block.text()).stream()
                    .map(Diagnostic::message)
                    .toList();
            report.check("loads", block.name(), errors.isEmpty(), block.lines() + " " + errors);
            List<Problem> problems =
                    answers.get(i).stream().filter(Problem::isError).toList();
            report.check("no problem in the editor", block.name(), problems.isEmpty(), problems);
        }
        report.finish();
    }
}
