package io.alchemi.processor.emit.jsonschema;

import io.alchemi.processor.emit.Golden;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.Schemas;
import org.junit.jupiter.api.Test;

class JsonSchemaGoldenTest {

    @Test
    void aSmallSchema() {
        Golden.check("demo.denoise.schema.json", JsonSchema.of(Schemas.small()));
    }

    @Test
    void everythingThatADescriptionCanSay() {
        Golden.check("train.demo.schema.json", JsonSchema.of(Schemas.rich()));
    }

    @Test
    void everyTypeInEveryPlace() {
        Golden.check("lab.study.schema.json", JsonSchema.of(LanguageSchema.get()));
    }

    @Test
    void formsOfUnions() {
        Golden.check("lab.forms.schema.json", JsonSchema.of(LanguageSchema.forms()));
    }
}
