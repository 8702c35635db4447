package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are required if another key has a value. */
class RequirementsTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.store
            key store store record t.Store
            key name name string default none
            key title title string nullable requiredif name long

            record t.Store
            key kind kind enum t.Kind nullable
            key tls tls boolean default false
            key bucket bucket string nullable requiredif kind s3 example spectra
            key certificate certificate path nullable requiredif tls true
            key parts parts list int nullable requiredif tls true
            enum t.Kind
            constant FILE file
            constant S3 s3 aws
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "store: {kind: file}",
                "store: {kind: null}",
                "store: {bucket: a}",
                "store: {kind: s3, bucket: a}",
                "store: {tls: true, certificate: a.pem, parts: [1]}",
                "name: longer",
                "name: long\ntitle: t"
            })
    void nothingIsMissing(String yaml) {
        assertThat(check(yaml)).isEmpty();
    }

    @Test
    void aKeyIsMissingFromTheSectionThatRequiresIt() {
        assertThat(check("store:\n  kind: s3"))
                .containsExactly("ALC202 1:1 'store.bucket' is missing, but required if 'kind' is 's3': add 'bucket:"
                        + " spectra' to 'store'");
        assertThat(check("store: {kind: aws}"))
                .singleElement()
                .asString()
                .startsWith("ALC202 1:1 'store.bucket' is missing, but");
        assertThat(check("store: {tls: TRUE, parts: []}"))
                .containsExactly("ALC202 1:1 'store.certificate' is missing, but required if 'tls' is 'true': add"
                        + " 'certificate: …' to 'store'");
        assertThat(check("name: long"))
                .containsExactly("ALC202 1:1 'title' is missing, but required if 'name' is 'long': add 'title: …'");
    }

    @Test
    void aKeyThatIsNullIsReportedWhereItIs() {
        assertThat(check("store: {kind: s3, bucket: null}"))
                .containsExactly("ALC202 1:19 'store.bucket' is null, but required if 'kind' is 's3': write 'bucket:"
                        + " spectra'");
    }

    @Test
    void aWrongValueOfTheOtherKeyRequiresNothing() {
        assertThat(check("store: {kind: [s3]}")).singleElement().asString().startsWith("ALC203 1:15 ");
        assertThat(check("name: null")).singleElement().asString().startsWith("ALC207 1:7 ");
    }

    private static List<String> check(String yaml) {
        return ConfigResolver.check(SCHEMA, Source.text("t", yaml)).stream()
                .map(RequirementsTest::line)
                .toList();
    }

    private static String line(Diagnostic problem) {
        return problem.id().code() + " " + problem.place().span().line() + ":"
                + problem.place().span().column() + " " + problem.message() + ": " + problem.label();
    }
}
