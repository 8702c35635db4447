package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source of path settings. All settings form one layer; later ones override earlier ones. A setting that cannot be read is reported and
 * left out, so that it does not hide the problems of the others.
 */
record SettingsSource(List<Setting> settings) implements Source {

    @Override
    public Mapping read(ReadContext reading) {
        List<PlacedValue> values = new ArrayList<>();
        for (Setting setting : settings) {
            reading.problems().register(setting.document());
            PlacedValue value = new Statement(reading, setting).value();
            if (value == null) {
                reading.problems().addUnread(setting.path());
            } else {
                values.add(value);
            }
        }
        return new ValuesSource(values).read(reading);
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return settings.size() + " settings";
    }

    /** Reads the path and the value of one setting. */
    private record Statement(ReadContext reading, Setting setting) {

        @Nullable
        PlacedValue value() {
            SettingPath path = SettingPath.parse(setting.path());
            String value = setting.value();
            if (value == null || path == null) {
                reading.problems()
                        .add(new Diagnostic(
                                DiagnosticId.SETTING_PATH,
                                pathPlace(),
                                "a setting must have the form PATH=VALUE",
                                "for example section.key=64"));
                return null;
            }
            Node read = value(path, value);
            return read == null ? null : new PlacedValue(path, pathPlace(), read);
        }

        private @Nullable Node value(SettingPath path, String value) {
            ValueType type = path.typeIn(reading.schema());
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

        private SourceLocation pathPlace() {
            int column = setting.pathColumn();
            int end = setting.document().kind() == Document.Kind.SET
                    ? column + setting.path().length()
                    : setting.valueColumn() - 1;
            return new SourceLocation(setting.document(), new Span(1, column, 1, end));
        }
    }
}
