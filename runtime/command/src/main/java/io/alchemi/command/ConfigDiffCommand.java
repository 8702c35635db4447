package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.text.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code alchemi config diff A B}: the keys in which two configurations differ. */
final class ConfigDiffCommand extends BuiltInCommand {
    static final String NAME = "config diff";

    private static final int VERSION = 1;

    private final ProgramIndex index;

    ConfigDiffCommand(ProgramIndex index) {
        super(NAME, " A B [options]", "Print the keys in which two configurations differ");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.FILES, new FlagTable(ConfigDiffOptionsSchema.INSTANCE.schema()));
    }

    @Override
    Help help(Console console) {
        return super.help(console)
                .paragraph(
                        "A and B are files, or folders of runs such as runs/COMMAND/DATE-TIME-ID. Their values are compared with defaults filled in, without"
                                + " environment variables. Exit code 0 means that they are equal, and "
                                + ExitCode.FAILED
                                + " that they differ.");
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        ConfigDiffOptions options = Options.read(ConfigDiffOptionsSchema.INSTANCE, settings);
        if (operands.size() != 2) {
            throw misused("expected two configurations", console);
        } else if (operands.get(0).equals(ConfigLayers.STANDARD_INPUT)
                && operands.get(1).equals(ConfigLayers.STANDARD_INPUT)) {
            throw misused("-", "only one of them can be the standard input", console);
        }
        List<Diagnostic> problems = new ArrayList<>();
        DiffSide a = DiffSide.read(operands.get(0), index, options.schema(), problems);
        DiffSide b = DiffSide.read(operands.get(1), index, options.schema(), problems);
        if (a == null || b == null) {
            throw new ConfigException(problems);
        }
        if (!a.schema().equals(b.schema())) {
            throw new ConfigException(List.of(Arguments.usage(
                    operands.get(1),
                    "the configurations have different schemas",
                    a.name() + " is of '" + a.schema() + "', " + b.name() + " of '" + b.schema() + "'")));
        }
        DiagnosticPrinter.print(problems, console);
        List<ConfigDifference> differences = ConfigDifference.between(a, b);
        int code = differences.isEmpty() ? ExitCode.FINE : ExitCode.FAILED;
        if (options.format() == DiffFormat.JSON) {
            console.out().print(json(a, b, differences, code));
        } else if (differences.isEmpty()) {
            console.out().println("no differences");
        } else {
            for (ConfigDifference difference : differences) {
                console.out().println(line(difference, options.origins()));
            }
        }
        return code;
    }

    private static String line(ConfigDifference difference, boolean withOrigins) {
        String line = difference.key() + ": " + text(difference.a()) + " → " + text(difference.b());
        String note = difference.note().isEmpty() ? "" : "  (" + difference.note() + ")";
        String origins = withOrigins ? "  # " + origin(difference.a()) + " → " + origin(difference.b()) : "";
        return EscapedText.of(line + note + origins);
    }

    private static String text(ConfigDifference.@Nullable Value value) {
        return value == null ? "-" : value.text();
    }

    private static String origin(ConfigDifference.@Nullable Value value) {
        return value == null ? "-" : value.origin();
    }

    private static String json(DiffSide a, DiffSide b, List<ConfigDifference> differences, int code) {
        List<JsonObject> rows = new ArrayList<>();
        for (ConfigDifference difference : differences) {
            rows.add(new JsonObject()
                    .put("key", difference.key())
                    .put("a", json(difference.a()))
                    .put("b", json(difference.b()))
                    .put("only_contents", !difference.note().isEmpty()));
        }
        return new JsonObject()
                .put("version", VERSION)
                .put("schema", a.schema())
                .put("a", a.name())
                .put("b", b.name())
                .put("differences", rows)
                .put("exit_code", code)
                .write();
    }

    private static Object json(ConfigDifference.@Nullable Value value) {
        return value == null
                ? JsonObject.NULL
                : new JsonObject().put("value", value.text()).put("origin", value.origin());
    }
}
