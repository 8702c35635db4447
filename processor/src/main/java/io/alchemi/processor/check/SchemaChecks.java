package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Severity;
import io.alchemi.processor.check.Report.PlacedProblem;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.ReservedNames;
import io.alchemi.processor.extract.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Runs all checks: first on each record, then on a root with all records that it reaches. */
public final class SchemaChecks {
    private final List<RecordCheck> ofRecords;
    private final List<SchemaCheck> ofSchemas;
    private final Map<String, Report> records = new HashMap<>();
    private final Map<String, Report> schemas = new HashMap<>();

    /**
     * Creates the checks of one round, which check each record once.
     *
     * @param types of the compiler
     * @param elements of the compiler
     * @param sources the types that are being compiled
     * @param reserved the names of the command line
     */
    public SchemaChecks(Types types, Elements elements, Sources sources, ReservedNames reserved) {
        this.ofRecords = List.of(
                new TypeCheck(),
                new DescriptionCheck(),
                new RuleCheck(types),
                onReadable(new NameCheck()),
                onReadable(new FilePatternCheck()),
                onReadable(new EnumCheck()),
                onReadable(new EnumDocsCheck()),
                onReadable(new AnnotationCheck()),
                onReadable(new InputSchemaCheck(elements, sources)),
                onReadable(new ConstraintCheck()),
                onReadable(new IgnoredConstraintCheck()),
                onReadable(new ShownTextCheck()),
                onReadable(new RequiredCheck()),
                onReadable(new RequirementCheck()),
                onReadable(new GlobalBlockCheck()));
        this.ofSchemas = List.of(
                new MissingRecordCheck(),
                new ArgumentExampleCheck(),
                new UnionCheck(),
                new RecursionCheck(),
                new EndlessDefaultCheck(),
                new GlobalKeyCheck(),
                new FlagCheck(reserved),
                new MoveCheck());
    }

    /** Hides components whose annotations refer to missing constants or classes, since their values are unknown. */
    private static RecordCheck onReadable(RecordCheck check) {
        return (record, problems) -> check.check(record.readable(), problems);
    }

    /** Returns the problems of a root and of the records below it that are being compiled. */
    public Report check(ExtractedSchema schema) {
        return schemas.computeIfAbsent(schema.root().schema().type(), unchecked -> checked(schema));
    }

    private Report checked(ExtractedSchema schema) {
        Report report = new Report();
        for (ExtractedRecord record : schema.declaring()) {
            if (record.compiled()) {
                report.addAll(check(record));
            } else if (record.generic() != null) {
                addErrors(schema, record, report);
            }
        }
        for (SchemaCheck check : ofSchemas) {
            check.check(schema, report);
        }
        return report;
    }

    /** Adds the errors of an application of a generic record of a class file, at the component that leads to it. */
    private void addErrors(ExtractedSchema schema, ExtractedRecord application, Report report) {
        ReachableRecord reached = schema.records().get(application.schema().type());
        Element place = reached == null ? schema.root().element() : reached.entrance();
        for (PlacedProblem found : check(application).problems()) {
            if (found.problem().id().severity() == Severity.ERROR) {
                report.report(place, found.problem());
            }
        }
    }

    private Report check(ExtractedRecord record) {
        return records.computeIfAbsent(record.schema().type(), unchecked -> {
            Report report = new Report();
            for (RecordCheck check : ofRecords) {
                check.check(record, report);
            }
            return report;
        });
    }
}
