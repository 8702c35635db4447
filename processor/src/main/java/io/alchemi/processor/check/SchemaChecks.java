package io.alchemi.processor.check;

import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ReservedNames;
import io.alchemi.processor.extract.Sources;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** All that is judged about records and schemas, in the order in which an author would want to hear it. */
public final class SchemaChecks {
    private final Problems problems;
    private final List<RecordCheck> ofRecords;
    private final List<SchemaCheck> ofSchemas;

    /**
     * Reports to a place.
     *
     * @param types of the compiler
     * @param elements of the compiler
     * @param sources what is being compiled
     * @param reserved the names of the command line
     * @param problems takes what is wrong
     */
    public SchemaChecks(Types types, Elements elements, Sources sources, ReservedNames reserved, Problems problems) {
        this.problems = problems;
        this.ofRecords = List.of(
                new TypeCheck(),
                new NameCheck(),
                new FilePatternCheck(),
                new EnumCheck(),
                new EnumDocsCheck(),
                new AnnotationCheck(),
                new InputSchemaCheck(elements, sources),
                new ConstraintCheck(),
                new IgnoredConstraintCheck(),
                new RequiredCheck(),
                new DescriptionCheck(),
                new GlobalBlockCheck(),
                new RuleCheck(types));
        this.ofSchemas = List.of(
                new LostRecordCheck(),
                new UnionCheck(),
                new RecursionCheck(),
                new EndlessDefaultCheck(),
                new GlobalKeyCheck(),
                new FlagCheck(reserved),
                new MoveCheck());
    }

    /** Judges a record by itself. */
    public void check(ExtractedRecord record) {
        for (RecordCheck check : ofRecords) {
            check.check(record, problems);
        }
    }

    /** Judges a root together with what is below it. */
    public void check(ExtractedSchema schema) {
        for (SchemaCheck check : ofSchemas) {
            check.check(schema, problems);
        }
    }

    /** Reports what nobody generated, when no round is left. */
    public void checkUnresolved(ExtractedRecord record) {
        boolean named = false;
        for (Component component : record.components()) {
            if (component.isUnresolved()) {
                named = true;
                problems.report(component.place(), TypeWording.unknownType(record, component));
            }
        }
        if (!named) {
            problems.report(record.element(), Wording.unknownConstant(record));
        }
    }
}
