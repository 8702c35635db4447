package io.alchemi.command;

import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.report.CheckedFile;
import io.alchemi.command.report.GithubReport;
import io.alchemi.command.report.JsonReport;
import io.alchemi.command.report.ReportFormat;
import io.alchemi.command.report.SarifReport;
import io.alchemi.command.report.ValidationReport;
import io.alchemi.config.layer.Setting;
import java.util.List;

/** {@code alchemi validate FILE…}: reports all problems of all files. */
final class ValidateCommand extends BuiltInCommand {
    static final String NAME = "validate";

    private final ProgramIndex index;

    ValidateCommand(ProgramIndex index) {
        super(NAME, " FILE… [options]", "Check configurations and report all problems");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.FILES, new FlagTable(ValidateOptionsSchema.INSTANCE.schema()));
    }

    @Override
    Help help(Console console) {
        return super.help(console)
                .paragraph(
                        "FILE is a configuration, - for the standard input, or a folder: then all files in it and below it are"
                                + " checked whose names match the patterns of a schema, except in folders named 'runs' and in hidden"
                                + " folders.");
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        ValidateOptions options = Options.read(ValidateOptionsSchema.INSTANCE, settings);
        if (operands.isEmpty()) {
            throw misused("missing argument FILE", console);
        }
        Validation validation = new Validation(index, options);
        for (String operand : operands) {
            validation.add(operand);
        }
        print(validation.report(), options.format(), console);
        return validation.report().exitCode();
    }

    private static void print(ValidationReport report, ReportFormat format, Console console) {
        if (format == ReportFormat.TEXT) {
            DiagnosticPrinter.print(report.diagnostics(), console);
            DiagnosticPrinter.offerExplanation(report.diagnostics(), console);
            for (CheckedFile file : report.files()) {
                if (file.valid()) {
                    String profile = file.profile() == null ? "" : " with " + file.profile();
                    console.out().println(file.name() + profile + ": valid " + file.schema());
                }
            }
            return;
        }
        DiagnosticPrinter.printTraces(report.diagnostics(), console);
        console.out()
                .print(
                        switch (format) {
                            case JSON -> JsonReport.write(report);
                            case GITHUB -> GithubReport.write(report);
                            default -> SarifReport.write(report, Alchemi.version());
                        });
    }
}
