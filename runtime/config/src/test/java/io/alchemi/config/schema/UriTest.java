package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Schemas;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the expression for URIs, the loader and {@link URI}. */
class UriTest {
    private static final Schema SCHEMA = Schemas.of("record t.Root\nschema t\nkey target target uri");
    private static final Pattern PATTERN = Pattern.compile(StringFormats.URI);

    /** Pieces whose random sequences are URIs or almost. */
    private static final String[] PIECES = {
        "http:", "//", "[::1]", "%2f", ":80", "u:p@", "a", "/", "?", "#", "1::2", "]", "[", ":", ".", "%", ",", "@",
        "<", "|"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/a/b.html?c=d&e=f%20g#h",
                "http://example.org:8080",
                "http://example.org:/",
                "http://user@host/",
                "http://user:@host/",
                "http://192.0.2.1:80/",
                "http://[::1]:8080/",
                "http://[2001:db8::a]",
                "http://u:p@[1:2:3:4:5:6:7:8]:1/x",
                "http://h?q",
                "http://h#f",
                "http://my_host/a//b/",
                "postgresql://u:p@db:5432/x",
                "postgresql:///x",
                "jdbc:postgresql://db:5432/x?ssl=true",
                "amqp://guest:guest@localhost:5672/%2f",
                "mongodb://a:27017,b:27017/x?replicaSet=r",
                "redis://:secret@cache:6379/0",
                "s3://bucket/key",
                "git+ssh://git@github.com/x.git",
                "file:///data/x",
                "file:///C:/data/x",
                "file:/data/x",
                "unix:///var/run/docker.sock",
                "urn:isbn:123",
                "mailto:a@b.c",
                "tel:+43-1-234",
                "data:text/plain;base64,YQ==",
                "a:?q",
                "//host/x",
                "//u@host:80",
                "///x",
                "/",
                "/a@b",
                "/a:b",
                "a/b:c",
                "../x",
                "a@b",
                "?q",
                "#frag",
                "#"
            })
    void isAccepted(String text) throws URISyntaxException {
        assertThat(text).matches(PATTERN);
        assertThat(problems(text)).isEmpty();
        assertThat(ScalarKind.URI.parse(text)).isEqualTo(new URI(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:",
                "file://",
                "http://",
                "//",
                "a:",
                "a:#f",
                ":a",
                "1:2",
                "a b",
                "a|b",
                "<a>",
                "{a}",
                "a\\b",
                "a^b",
                "[a]",
                "a[0]",
                "?a[]=1",
                "a#b#c",
                "é",
                "http://é/",
                "%",
                "%zz",
                "a%2",
                "http://%2/",
                "http://a:b",
                "http://a:123456",
                "http://a:1,b:c/",
                "http://a@b@c/",
                "http://[::1",
                "http://::1]/",
                "http://[1::2::3]/",
                "http://[12345::]/",
                "http://[::1]a/",
                "http://[::1]:x/",
                "http://[]/",
                "http://[v1.a]/",
                "http://a b/",
                "http://a\nb",
                "http://a\n"
            })
    void isRefused(String text) {
        assertThat(text).doesNotMatch(PATTERN);
        assertThat(problems(text)).extracting(Diagnostic::id).containsExactly(DiagnosticId.NO_MATCH);
    }

    @Test
    void whatMatchesParses() {
        Random random = new Random(1);
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (PATTERN.matcher(text).matches()) {
                accepted++;
                assertThat(URI.create(text.toString())).hasToString(text.toString());
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
    }

    @Test
    void theUriOfAPathIsAccepted() {
        assertThat(problems(Path.of("a b", "ä[0]%#?@:").toUri().toString())).isEmpty();
    }

    @Test
    @Timeout(60)
    void longStringsTakeLinearTime() {
        for (String part : List.of("a", "%20", "/", "?", "@", ":", "a:1,", "a:1", "[::1]", "%2")) {
            String text = "http://" + part.repeat(1_000_000);
            assertThat(PATTERN.matcher(text + "|").matches()).isFalse();
            assertThat(PATTERN.matcher(text).matches())
                    .isEqualTo(PATTERN.matcher("http://" + part.repeat(3)).matches());
        }
    }

    private static List<Diagnostic> problems(String text) {
        return ConfigResolver.check(SCHEMA, Source.map("m", Map.of("target", text)));
    }
}
