package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.testing.ConstraintSamples;
import io.alchemi.config.testing.KindSamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
    private static final RecordSchema RECORD = SchemaTextReader.read("""
            alchemi 1
            record t.Record
            key code code string nullable matches [a-z]+ "small letters"
            key codes codes list string default [] matches [a-z]+ "small letters"
            key named named map list string default {} matches [a-z]+ "small letters"
            key betas betas list double default "[0.9]" min 0 under 1
            key names names set string default [] minlength 1 maxlength 3
            key pair pair list double default "[1, 2]" minlength 2 maxlength 2
            key word word string default abc minlength 2
            key width width int default 5 min 1 unit nm
            key host host string format hostname nullable
            key mail mail list string format email default [] matches .+@.+ "an address"
            key rates rates enummap t.DType double default {} minlength 1 maxlength 1
            key pause pause duration default 30s
            key day day date nullable
            key at at list instant default []
            key layer layer union t.Layer type 2 dense t.Dense conv t.Conv default "{type: dense}"
            key grid grid union t.Grid "" 3 mapping t.Even sequence t.Listed scalar t.Named nullable
            key data data input example a.csv
            key settings settings inputof band.depth nullable
            key others others list inputof band.depth default []
            enum t.DType
            constant FLOAT32 float32
            constant FLOAT64 float64
            """);

    @Test
    void theFormOfItemsIsToldAsTheirs() {
        assertThat(of("code")).isEqualTo("small letters or null, default null");
        assertThat(of("codes")).isEqualTo("list of small letters, default []");
        assertThat(of("named")).isEqualTo("map of list of small letters, default {}");
        assertThat(of("betas")).isEqualTo("list of number ≥ 0 and < 1, default [0.9]");
    }

    @Test
    void collectionsAreToldWithTheirLengthAndTheirKeys() {
        assertThat(of("names")).isEqualTo("set of string, 1 to 3 items, default []");
        assertThat(of("pair")).isEqualTo("list of number, 2 items, default [1, 2]");
        assertThat(of("word")).isEqualTo("string, at least 2 characters, default abc");
        assertThat(of("rates")).isEqualTo("map of number by float32 | float64, 1 entry, default {}");
    }

    @Test
    void unitsStandBehindTheRange() {
        assertThat(of("width")).isEqualTo("integer ≥ 1 in nm, default 5");
    }

    @Test
    void formatsAreToldUnlessThePatternIsDescribed() {
        assertThat(of("host")).isEqualTo("string of format hostname or null, default null");
        assertThat(of("mail")).isEqualTo("list of an address, default []");
    }

    @Test
    void formsOfTextsAreToldByExample() {
        assertThat(of("pause")).isEqualTo("duration such as 30s, default 30s");
        assertThat(of("day")).isEqualTo("date such as 2026-01-31, or null, default null");
        assertThat(of("at")).isEqualTo("list of timestamp such as 2026-01-31T12:00:00Z, default []");
    }

    @Test
    void unionsAreToldByTheirTagsOrTheirKinds() {
        assertThat(of("layer")).isEqualTo("section of type dense | conv, default {type: dense}");
        assertThat(of("grid")).isEqualTo("section | list | value or null, default null");
    }

    @Test
    void filesAreToldByTheirSchema() {
        assertThat(of("data")).isEqualTo("path of an input, required");
        assertThat(of("settings")).isEqualTo("path of a file of schema band.depth or null, default null");
        assertThat(of("others")).isEqualTo("list of path of a file of schema band.depth, default []");
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void everyConstraintIsPartOfTheSignature(Constraint constraint) {
        ValueType type = typeOf(constraint);

        assertThat(Signature.type(
                        RECORD,
                        KeySchema.of("k", "k", type).constraint(constraint).build()))
                .isNotEqualTo(Signature.type(RECORD, type));
    }

    /** What a constraint does not override allows everything. */
    @ParameterizedTest
    @MethodSource("constraints")
    void everyConstraintRefusesSomething(Constraint constraint) {
        boolean allowsAll = true;
        for (int i = -20; i < 2000; i++) {
            allowsAll &= constraint.allows(i / 2.0)
                    && constraint.allows(BigDecimal.valueOf(i, 1))
                    && (constraint instanceof ValueBounds || constraint.allows("a" + i))
                    && (i < 0 || constraint.allowsLength(i));
        }
        if (constraint instanceof ValueBounds bounds) {
            allowsAll &= KindSamples.good(bounds.kind()).stream().allMatch(bounds::allows);
        }

        assertThat(allowsAll).isFalse();
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void everyConstraintCanBeSatisfied(Constraint constraint) {
        assertThat(constraint.contradiction("A.b", typeOf(constraint))).isNull();
    }

    static List<Constraint> constraints() {
        return ConstraintSamples.all();
    }

    private static ValueType typeOf(Constraint constraint) {
        for (ScalarKind kind : ScalarKind.values()) {
            if (constraint.appliesTo(new ScalarType(kind))) {
                return new ScalarType(kind);
            }
        }
        throw new AssertionError(constraint + " applies to no scalar");
    }

    private static String of(String key) {
        return Signature.of(RECORD, Objects.requireNonNull(RECORD.key(key)));
    }
}
