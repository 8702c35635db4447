package io.alchemi.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Schemas;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Job
            schema test.job
            key size size int default 1
            key http http record t.Http
            key ports ports map int default {}
            key sink sink union t.Sink type 2 file t.FileSink s3 t.S3Sink default "{type: file}" alias target
            key sinks sinks map union t.Sink type 2 file t.FileSink s3 t.S3Sink default {}

            record t.Http
            key port port int default 80

            record t.FileSink
            key folder folder string default out

            record t.S3Sink
            key bucket bucket string default b
            """);

    private static final List<String> PATHS = List.of("""
            size size.a http http.port http.port.a ports ports.a ports.b \
            sink sink.type sink.folder sink.bucket target target.type target.bucket \
            sinks.a sinks.a.type sinks.a.bucket sinks.b.type sinks.b.folder x x.y x.y.z""".split(" "));
    private static final List<String> VALUES =
            List.of("s3", "file", "1", "{}", "{type: s3}", "{a: 1, type: file}", "{a: {b: 2}}");

    /** Merging a run of values at once is fast; the result must be that of one after the other, with all locations. */
    @Test
    void valuesMergedTogetherAreThoseMergedOneAfterTheOther() {
        Random random = new Random(5);
        Overlay overlay = new Overlay(SCHEMA);
        for (int round = 0; round < 20_000; round++) {
            List<PlacedValue> values = new ArrayList<>();
            for (int n = random.nextInt(8); n >= 0; n--) {
                values.add(placed(random));
            }
            Mapping first =
                    random.nextBoolean() ? null : (Mapping) placed(random).nested(0);
            Mapping expected = first;
            for (PlacedValue value : values) {
                Mapping above = (Mapping) value.nested(0);
                expected = expected == null ? above : overlay.over(expected, above);
            }
            assertThat(shown(overlay.over(first, values))).isEqualTo(shown(expected));
        }
    }

    @Test
    void noValuesChangeNothing() {
        assertThat(new Overlay(SCHEMA).over(null, List.of())).isNull();
    }

    private static PlacedValue placed(Random random) {
        SettingPath path = Objects.requireNonNull(SettingPath.parse(PATHS.get(random.nextInt(PATHS.size()))));
        String text = VALUES.get(random.nextInt(VALUES.size()));
        Document.Kind kind = random.nextInt(4) == 0 ? Document.Kind.FILE : Document.Kind.SET;
        SourceLocation place = new SourceLocation(new Document(kind, "d" + random.nextInt(1000), ""), Span.START);
        Node read = ConfigResolver.of(SCHEMA, List.of(Source.text("t", "x: " + text)), Limits.DEFAULT)
                .stated()
                .get("x");
        return new PlacedValue(path, place, read == null ? new Scalar(place, text, Style.PLAIN) : read);
    }

    private static String shown(@Nullable Node node) {
        if (!(node instanceof Mapping mapping)) {
            return node + "";
        }
        StringBuilder out = new StringBuilder("{@").append(mapping.document().name());
        for (Entry entry : mapping.entries()) {
            out.append(' ')
                    .append(entry.name())
                    .append('@')
                    .append(entry.key().document().name());
            out.append(": ").append(shown(entry.value()));
        }
        return out.append('}').toString();
    }
}
