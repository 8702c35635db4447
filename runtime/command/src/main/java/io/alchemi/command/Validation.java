package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.Profile;
import io.alchemi.command.index.FolderSearch;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.command.report.CheckedFile;
import io.alchemi.command.report.ValidationReport;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates files and folders, one after the other. */
final class Validation {
    private final ProgramIndex index;
    private final SchemaOfFile schemas;
    private final ValidateOptions options;
    private final List<CheckedFile> files = new ArrayList<>();
    private final List<Diagnostic> all = new ArrayList<>();

    Validation(ProgramIndex index, ValidateOptions options) {
        this.index = index;
        this.schemas = new SchemaOfFile(index);
        this.options = options;
    }

    /** Validates what an argument names: a file, the files in a folder, or the standard input. */
    void add(String operand) {
        try {
            Path path = Arguments.path(operand);
            if (!Files.isDirectory(path)) {
                check(operand);
                return;
            }
            if (options.profile() != null) {
                throw new ConfigException(List.of(Arguments.usage(
                        operand,
                        "--profile needs files, but this is a folder",
                        "name the files that have the profile")));
            }
            SchemaEntry stated = stated();
            List<SchemaEntry> wanted = stated == null ? index.schemas() : List.of(stated);
            for (Path file : FolderSearch.find(path, wanted, all)) {
                check(file.toString());
            }
        } catch (ConfigException e) {
            all.addAll(e.diagnostics());
        }
    }

    private @Nullable SchemaEntry stated() {
        String id = options.schema();
        return id == null ? null : schemas.ofId(id, "--schema " + id);
    }

    private void check(String operand) {
        List<Diagnostic> problems = new ArrayList<>();
        FileText text = ConfigLayers.read(operand);
        String profile = null;
        SchemaEntry entry = null;
        try {
            SchemaEntry stated = stated();
            entry = stated == null ? schemas.of(text, problems) : stated;
            List<Path> named = Profile.files(List.of(Arguments.path(operand)), options.profile());
            List<Source> sources = new ArrayList<>();
            sources.add(Source.file(text));
            for (Path beside : named.subList(1, named.size())) {
                profile = beside.toString();
                sources.add(Source.file(beside));
            }
            problems.addAll(index.loader(entry).check(sources));
        } catch (ConfigException e) {
            problems.addAll(e.diagnostics());
        }
        boolean isValid = exitCode(problems) == ExitCode.FINE;
        files.add(new CheckedFile(text.document().name(), profile, entry == null ? null : entry.id(), isValid));
        all.addAll(problems);
    }

    private int exitCode(List<Diagnostic> problems) {
        int code = DiagnosticPrinter.exitCode(problems);
        return code == ExitCode.FINE && options.strict() && !problems.isEmpty() ? ExitCode.CONFIGURATION : code;
    }

    /** Returns the result so far. */
    ValidationReport report() {
        return new ValidationReport(files, all, exitCode(all));
    }
}
