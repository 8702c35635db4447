package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Problem;
import io.alchemi.config.layer.SettingPath.Step;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
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

/** Values at paths; later ones win. All of them are one layer. */
record SettingsSource(List<Setting> settings) implements Source {

    @Override
    public @Nullable Mapping read(Reading reading) {
        Mapping layer = null;
        boolean readable = true;
        for (Setting setting : settings) {
            reading.problems().register(setting.document());
            Mapping below = layer == null ? reading.below() : Overlay.over(reading.below(), layer);
            Mapping stated = new Statement(reading, setting).in(below);
            if (stated == null) {
                readable = false;
            } else {
                layer = layer == null ? stated : Overlay.over(layer, stated);
            }
        }
        if (!readable) {
            return null;
        }
        return layer == null ? new Mapping(reading.below().place(), List.of()) : layer;
    }

    /** One setting that becomes a tree. */
    private record Statement(Reading reading, Setting setting) {

        @Nullable
        Mapping in(Mapping below) {
            SettingPath path = SettingPath.parse(setting.path());
            String value = setting.value();
            if (value == null || path == null) {
                refuse("this is no setting", "write PATH=VALUE, such as train.batch_size=64");
                return null;
            }
            Node read = value(path, value);
            return read == null ? null : (Mapping) nest(path, 0, read, below);
        }

        /** The value under the steps of its path. Items of lists must exist below: the list is repeated with the item replaced. */
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
                int size = below instanceof Sequence list ? list.items().size() : 0;
                refuse(
                        "there is no item [" + here.index() + "]",
                        size == 0 ? "the list is empty here" : "the last item is [" + (size - 1) + "]");
                return null;
            }
            List<Node> items = new ArrayList<>(list.items());
            Node old = items.get(here.index());
            Node item = nest(path, step + 1, value, old);
            if (item == null) {
                return null;
            }
            boolean merges = old instanceof Mapping && item instanceof Mapping;
            items.set(here.index(), merges ? Overlay.over((Mapping) old, (Mapping) item) : item);
            return new Sequence(pathPlace(), items);
        }

        private @Nullable Node value(SettingPath path, String value) {
            ValueType type = typeAt(path);
            boolean quoted = value.startsWith("\"") || value.startsWith("'");
            boolean flow = value.startsWith("[") || value.startsWith("{");
            boolean text = type instanceof TextType || type instanceof PathType || type instanceof EnumType;
            if (quoted || (flow && !text)) {
                return YamlReader.readValue(
                        setting.document(), value, setting.valueColumn(), reading.limits(), reading.problems());
            }
            int column = setting.valueColumn();
            Span span = new Span(1, column, 1, column + value.codePointCount(0, value.length()));
            return new Scalar(new Place(setting.document(), span), value, Style.BARE);
        }

        /** The declared type of what a path names, or null if the schema has no such path. */
        private @Nullable ValueType typeAt(SettingPath path) {
            ValueType type = new RecordType(reading.schema().root().type());
            for (Step step : path.steps()) {
                if (type instanceof RecordType section) {
                    RecordSchema record = reading.schema().record(section);
                    KeySchema key = record.key(step.name());
                    key = key == null ? record.keyOfAlias(step.name()) : key;
                    if (key == null) {
                        return null;
                    }
                    type = key.type();
                } else if (type instanceof MapType map) {
                    type = map.value();
                } else if (type instanceof ListType list && step.isIndex()) {
                    type = list.item();
                } else {
                    return null;
                }
            }
            return type;
        }

        private Place pathPlace() {
            int column = setting.pathColumn();
            int end = setting.document().kind() == Document.Kind.SET
                    ? column + setting.path().length()
                    : setting.valueColumn() - 1;
            return new Place(setting.document(), new Span(1, column, 1, end));
        }

        private void refuse(String message, String label) {
            reading.problems().add(new Diagnostic(Problem.SETTING_PATH, pathPlace(), message, label));
        }
    }
}
