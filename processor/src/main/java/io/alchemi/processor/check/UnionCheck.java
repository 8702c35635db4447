package io.alchemi.processor.check;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.ExtractedUnion;
import io.alchemi.processor.extract.ExtractedUnion.Form;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Requires that the permitted records of a sealed interface can be distinguished in YAML. */
final class UnionCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        Schema described = schema.described();
        for (ReachableRecord reached : schema.records().values()) {
            ExtractedRecord record = reached.record();
            for (ExtractedUnion union : record.unions()) {
                Element user = user(record, union);
                new UnionReport(schema, described, union, user == null ? record.element() : user, problems).check();
            }
        }
    }

    /** Returns the component that uses a sealed interface, since compilers have no location for class files. */
    private static @Nullable Element user(ExtractedRecord record, ExtractedUnion union) {
        for (Component component : record.declaring()) {
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
    private record UnionReport(
            ExtractedSchema schema, Schema described, ExtractedUnion union, Element user, Report problems) {
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
            if (!union.type().isByKind()) {
                checkDiscriminator();
            } else if (union.byKeys()) {
                checkKeys();
            } else {
                checkKinds();
            }
        }

        private Element place(@Nullable Element wanted) {
            Element own = union.place();
            return wanted != null ? wanted : own != null ? own : user;
        }

        /** Reports all records that are written alike in one message, since one {@code @Discriminator} fixes it. */
        private void checkKinds() {
            if (Annotations.has(union.element(), SchemaAnnotation.DISCRIMINATOR)) {
                problems.report(place(union.place()), UnionWording.badDiscriminator(union));
                return;
            }
            Map<String, List<Permitted>> kinds = new HashMap<>();
            for (Permitted permitted : union.permitted()) {
                if (isKnown(permitted) && hasKnownKind(schema, permitted)) {
                    kinds.computeIfAbsent(permitted.tag(), kind -> new ArrayList<>())
                            .add(permitted);
                }
            }
            List<Permitted> sections = kinds.getOrDefault(UnionType.MAPPING, List.of());
            boolean allSections = union.permitted().stream().allMatch(this::isKnown)
                    && sections.size() == union.permitted().size();
            checkAlike(
                    "a section with keys",
                    sections,
                    allSections && sections.stream().allMatch(this::hasOwnKey));
            checkAlike("a list", kinds.getOrDefault(UnionType.SEQUENCE, List.of()), false);
            checkScalars(kinds.getOrDefault(UnionType.SCALAR, List.of()));
            checkSecret(kinds.getOrDefault(UnionType.SCALAR, List.of()), sections);
        }

        /** Requires that no section has a key of the mappings that stand for a secret. */
        private void checkSecret(List<Permitted> scalars, List<Permitted> sections) {
            for (Permitted scalar : scalars) {
                KeySchema key = described.record(branch(scalar).record()).keys().get(0);
                if (key.type().leafKind() != ScalarKind.SECRET) {
                    continue;
                }
                for (Permitted section : sections) {
                    RecordSchema record = described.record(branch(section).record());
                    for (String name : SecretReference.KEYS) {
                        if (UnionBranches.hasName(record, name)) {
                            problems.report(place(union.place()), UnionWording.secretKey(union, scalar, section, name));
                        }
                    }
                }
            }
        }

        private boolean isKnown(Permitted permitted) {
            return permitted.form() == Form.RECORD
                    && described
                            .records()
                            .containsKey(branch(permitted).record().type());
        }

        private void checkAlike(String written, List<Permitted> alike, boolean haveOwnKeys) {
            if (alike.size() > 1) {
                problems.report(place(union.place()), UnionWording.ambiguous(union, written, alike, haveOwnKeys));
            }
        }

        private boolean hasOwnKey(Permitted permitted) {
            return !UnionBranches.decidingKeys(described, union.type(), branch(permitted))
                    .isEmpty();
        }

        /** Requires at most one record for each type of scalar. An integer beside a number is ambiguous: 64.0 is both. */
        private void checkScalars(List<Permitted> scalars) {
            Map<JsonType, List<Permitted>> types = new EnumMap<>(JsonType.class);
            for (Permitted permitted : scalars) {
                JsonType type = UnionBranches.scalarType(described, branch(permitted));
                types.computeIfAbsent(type == JsonType.INTEGER ? JsonType.NUMBER : type, unused -> new ArrayList<>())
                        .add(permitted);
            }
            types.forEach((type, alike) -> checkAlike(UnionWording.written(type), alike, false));
        }

        /** Requires that each of several records has a required key that no other one has. Reports the first without. */
        private void checkKeys() {
            List<Permitted> sections = new ArrayList<>();
            for (Permitted permitted : union.permitted()) {
                boolean isComplete = isKnown(permitted)
                        && schema.reached(branch(permitted).record().type()).record().components().stream()
                                .allMatch(Component::isSupported);
                if (permitted.form() == Form.RECORD && !isComplete) {
                    return; // Its keys are unknown because of a problem of its own.
                } else if (permitted.form() == Form.RECORD) {
                    sections.add(permitted);
                }
            }
            for (Permitted permitted : sections) {
                if (sections.size() > 1 && !hasOwnKey(permitted)) {
                    KeySchema optional =
                            optional(described.record(branch(permitted).record()));
                    problems.report(
                            place(union.place()),
                            UnionWording.noOwnKey(union, permitted, other(sections, permitted), optional));
                    return;
                }
            }
        }

        /** Returns the record that has most of the required keys of another one, the first of several. */
        private Permitted other(List<Permitted> sections, Permitted permitted) {
            Permitted found = permitted;
            long most = -1;
            for (Permitted section : sections) {
                RecordSchema record = described.record(branch(section).record());
                RecordSchema own = described.record(branch(permitted).record());
                long shared = own.keys().stream()
                        .filter(key -> described.requires(key) && UnionBranches.sharesName(own, key, record))
                        .count();
                if (!section.element().equals(permitted.element()) && shared > most) {
                    most = shared;
                    found = section;
                }
            }
            return found;
        }

        /** Returns a key that would select a record if it were required, or null. */
        private @Nullable KeySchema optional(RecordSchema record) {
            for (KeySchema key : record.keys()) {
                boolean shared = union.type().branches().stream()
                        .map(other -> described.record(other.record()))
                        .anyMatch(other ->
                                !other.type().equals(record.type()) && UnionBranches.sharesName(record, key, other));
                if (!shared && !key.type().isSection()) {
                    return key;
                }
            }
            return null;
        }

        private static Branch branch(Permitted permitted) {
            String type = permitted.element().getQualifiedName().toString();
            return new Branch(permitted.tag(), new RecordType(type));
        }

        private void checkDiscriminator() {
            String tag = union.type().discriminator();
            if (union.byKeys()) {
                problems.report(place(union.place()), UnionWording.tagAndKeys(union));
            }
            if (!NameCheck.isKey(tag) || !PlainText.is(tag)) {
                problems.report(place(union.place()), UnionWording.badDiscriminator(union));
            }
            for (Permitted permitted : union.permitted()) {
                ReachableRecord branch = schema.records()
                        .get(permitted.element().getQualifiedName().toString());
                if (branch != null && UnionBranches.hasName(branch.record().schema(), tag)) {
                    problems.report(place(permitted.place()), UnionWording.tagIsAKey(union, permitted));
                }
            }
        }
    }
}
