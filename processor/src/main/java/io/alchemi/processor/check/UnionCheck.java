package io.alchemi.processor.check;

import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.ExtractedUnion;
import io.alchemi.processor.extract.ExtractedUnion.Form;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import io.alchemi.schema.Discriminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Requires that the permitted records of a sealed interface can be distinguished in YAML. */
final class UnionCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        for (ReachableRecord reached : schema.records().values()) {
            ExtractedRecord record = reached.record();
            for (ExtractedUnion union : record.unions()) {
                Element user = user(record, union);
                new UnionReport(schema, union, user == null ? record.element() : user, problems).check();
            }
        }
    }

    /** Returns the component that uses a sealed interface, since compilers have no location for class files. */
    private static @Nullable Element user(ExtractedRecord record, ExtractedUnion union) {
        for (Component component : record.components()) {
            ValueType leaf = component.key().type().leaf();
            if (leaf instanceof UnionType used
                    && used.type().equals(union.type().type())) {
                return component.place();
            }
        }
        return null;
    }

    /** Returns true unless a record has one component, which determines its kind, of an unsupported type. */
    static boolean hasKnownKind(ExtractedSchema schema, Permitted permitted) {
        ReachableRecord branch =
                schema.records().get(permitted.element().getQualifiedName().toString());
        List<Component> components =
                branch == null ? List.of() : branch.record().components();
        return components.size() != 1 || components.get(0).isSupported();
    }

    /** Reports the problems of one sealed interface of one record. */
    private record UnionReport(ExtractedSchema schema, ExtractedUnion union, Element user, Report problems) {
        void check() {
            Map<String, Permitted> tags = new HashMap<>();
            for (Permitted permitted : union.permitted()) {
                if (permitted.form() != Form.RECORD) {
                    problems.report(place(permitted.place()), UnionWording.notABranch(union, permitted));
                    continue;
                }
                Permitted other = tags.putIfAbsent(permitted.tag(), permitted);
                if (other != null && !union.type().isByKind()) {
                    problems.report(place(permitted.place()), UnionWording.duplicateTag(permitted, other.element()));
                } else if (!union.type().isByKind() && !PlainText.is(permitted.tag())) {
                    problems.report(place(permitted.place()), UnionWording.badTag(permitted));
                }
            }
            if (union.type().isByKind()) {
                checkKinds();
            } else {
                checkDiscriminator();
            }
        }

        private Element place(@Nullable Element wanted) {
            Element own = union.place();
            return wanted != null ? wanted : own != null ? own : user;
        }

        /** Reports all records of the same kind in one message, since one {@code @Discriminator} fixes it. */
        private void checkKinds() {
            if (Annotations.has(union.element(), Discriminator.class)) {
                problems.report(place(union.place()), UnionWording.badDiscriminator(union));
                return;
            }
            Map<String, List<Permitted>> kinds = new HashMap<>();
            for (Permitted permitted : union.permitted()) {
                if (permitted.form() == Form.RECORD && hasKnownKind(schema, permitted)) {
                    kinds.computeIfAbsent(permitted.tag(), kind -> new ArrayList<>())
                            .add(permitted);
                }
            }
            for (String kind : List.of(UnionType.MAPPING, UnionType.SEQUENCE, UnionType.SCALAR)) {
                List<Permitted> alike = kinds.getOrDefault(kind, List.of());
                if (alike.size() > 1) {
                    problems.report(place(union.place()), UnionWording.ambiguous(union, kind, alike));
                }
            }
        }

        private void checkDiscriminator() {
            String tag = union.type().discriminator();
            if (!NameCheck.isKey(tag) || !PlainText.is(tag)) {
                problems.report(place(union.place()), UnionWording.badDiscriminator(union));
            }
            for (Permitted permitted : union.permitted()) {
                ReachableRecord branch = schema.records()
                        .get(permitted.element().getQualifiedName().toString());
                if (branch != null && hasKey(branch.record().schema(), tag)) {
                    problems.report(place(permitted.place()), UnionWording.tagIsAKey(union, permitted));
                }
            }
        }

        private static boolean hasKey(RecordSchema record, String name) {
            return record.key(name) != null
                    || record.keyOfAlias(name) != null
                    || record.retired(name) != null
                    || record.moves().stream().anyMatch(move -> move.from().equals(name));
        }
    }
}
