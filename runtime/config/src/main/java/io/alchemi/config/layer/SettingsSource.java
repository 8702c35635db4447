package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.SettingPath.Step;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Source of path settings. All settings form one layer; later ones override earlier ones. */
record SettingsSource(List<Setting> settings) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        Overlay overlay = new Overlay(reading.schema());
        Mapping layer = null;
        boolean readable = true;
        for (Setting setting : settings) {
            reading.problems().register(setting.document());
            Mapping below = layer == null ? reading.below() : overlay.over(reading.below(), layer);
            Mapping stated = new Statement(reading, setting).in(below);
            if (stated == null) {
                readable = false;
            } else {
                layer = layer == null ? stated : overlay.over(layer, stated);
            }
        }
        if (!readable) {
            return null;
        }
        return layer == null ? new Mapping(reading.below().place(), List.of()) : layer;
    }

    /** Converts one setting into a tree. */
    private record Statement(ReadContext reading, Setting setting) {

        @Nullable
        Mapping in(Mapping below) {
            SettingPath path = SettingPath.parse(setting.path());
            String value = setting.value();
            if (value == null || path == null) {
                refuse("a setting must have the form PATH=VALUE", "for example train.batch_size=64");
                return null;
            }
            Node read = value(path, value);
            return read == null ? null : (Mapping) nest(path, 0, read, below);
        }

        /** Nests a value under its path. An index must exist in the list below; returns a copy of the list with the new item. */
        private @Nullable Node nest(SettingPath path, int step, Node value, @Nullable Node below) {
            if (step == path.steps().size()) {
                return value;
            }
            Step here = path.steps().get(step);
            if (!here.isIndex()) {
                Node inner = below instanceof Mapping mapping ? mapping.get(here.name()) : null;
                Node nested = nest(path, step + 1, value, inner);
                return nested == null
                        ? null
                        : new Mapping(pathPlace(), List.of(new Entry(here.name(), pathPlace(), nested)));
            }
            if (!(below instanceof Sequence list)
                    || here.index() >= list.items().size()) {
                String label = "no file sets a list here; set the whole value";
                if (below instanceof Sequence list) {
                    int size = list.items().size();
                    label = size == 0 ? "the list is empty" : "the last item is [" + (size - 1) + "]";
                }
                refuse("item [" + here.index() + "] does not exist", label);
                return null;
            }
            List<Node> items = new ArrayList<>(list.items());
            Node old = items.get(here.index());
            Node item = nest(path, step + 1, value, old);
            if (item == null) {
                return null;
            }
            items.set(here.index(), new Overlay(reading.schema()).value(typeAt(path, step + 1), old, item));
            return new Sequence(pathPlace(), items);
        }

        private @Nullable Node value(SettingPath path, String value) {
            ValueType type = typeAt(path, path.steps().size());
            boolean quoted = value.startsWith("\"") || value.startsWith("'");
            boolean flow = value.startsWith("[") || value.startsWith("{");
            boolean isString = type instanceof EnumType
                    || (type instanceof ScalarType scalar && scalar.kind().jsonType() == JsonType.STRING);
            if (quoted || (flow && !isString)) {
                return YamlReader.readValue(
                        setting.document(), value, setting.valueColumn(), reading.limits(), reading.problems());
            }
            int column = setting.valueColumn();
            Span span = new Span(1, column, 1, column + value.codePointCount(0, value.length()));
            return new Scalar(new SourceLocation(setting.document(), span), value, Style.BARE);
        }

        /** Returns the declared type at the first steps of a path, or null if the schema has no such path. */
        private @Nullable ValueType typeAt(SettingPath path, int steps) {
            ValueType type = new RecordType(reading.schema().root().type());
            for (int i = 0; i < steps && type != null; i++) {
                type = typeAt(type, path.steps().get(i));
            }
            return type;
        }

        private @Nullable ValueType typeAt(ValueType type, Step step) {
            if (type instanceof RecordType section) {
                return typeOfKey(reading.schema().record(section), step.name());
            } else if (type instanceof UnionType union) {
                return typeInUnion(union, step);
            }
            return type instanceof ListType && !step.isIndex() ? null : type.element();
        }

        private static @Nullable ValueType typeOfKey(RecordSchema record, String name) {
            KeySchema key = record.key(name);
            key = key == null ? record.keyOfAlias(name) : key;
            return key == null ? null : key.type();
        }

        /** Returns the type in the first branch that has the key. The final branch is only known after all sources are merged. */
        private @Nullable ValueType typeInUnion(UnionType union, Step step) {
            if (step.name().equals(union.discriminator())) {
                return new ScalarType(ScalarKind.STRING);
            }
            for (Branch branch : union.branches()) {
                RecordSchema record = reading.schema().record(branch.record());
                ValueType type = union.isBare(branch)
                        ? typeAt(record.keys().get(0).type(), step)
                        : typeOfKey(record, step.name());
                if (type != null) {
                    return type;
                }
            }
            return null;
        }

        private SourceLocation pathPlace() {
            int column = setting.pathColumn();
            int end = setting.document().kind() == Document.Kind.SET
                    ? column + setting.path().length()
                    : setting.valueColumn() - 1;
            return new SourceLocation(setting.document(), new Span(1, column, 1, end));
        }

        private void refuse(String message, String label) {
            reading.problems().add(new Diagnostic(DiagnosticId.SETTING_PATH, pathPlace(), message, label));
        }
    }
}
