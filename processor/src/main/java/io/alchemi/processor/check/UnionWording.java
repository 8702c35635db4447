package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.processor.extract.ExtractedUnion;
import io.alchemi.processor.extract.ExtractedUnion.Form;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import io.alchemi.processor.extract.Names;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Messages about sealed interfaces. */
final class UnionWording {
    private UnionWording() {}

    static Problem notABranch(ExtractedUnion union, Permitted permitted) {
        String name = Names.shown(permitted.element());
        String why = permitted.form() == Form.OTHER_UNION
                ? " is a sealed interface with its own @Discriminator. Remove it there, or make " + name
                        + " a component of a permitted record instead."
                : " is not a record without type parameters. Make it a plain record, or do not permit it.";
        return new Problem(
                DiagnosticId.NOT_A_BRANCH, Names.shown(union.element()) + " permits " + name + ", which" + why);
    }

    static Problem duplicateTag(Permitted permitted, TypeElement other) {
        return new Problem(
                DiagnosticId.DUPLICATE_TAG,
                Names.shown(permitted.element()) + " has the same tag '" + permitted.tag() + "' as "
                        + Names.shown(other) + ". Rename one of them: @Key(\"…\") on the record.");
    }

    static Problem badTag(Permitted permitted) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The tag '" + EscapedText.of(permitted.tag()) + "' of " + Names.shown(permitted.element())
                        + " is not a string in YAML unless quoted. Choose another: @Key(\"…\").");
    }

    static Problem badDiscriminator(ExtractedUnion union) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The discriminator '" + union.type().discriminator() + "' of " + Names.shown(union.element())
                        + " is not a valid key. Use letters, digits, '_' and '-', starting with a letter or '_':"
                        + " @Discriminator(\"type\").");
    }

    static Problem tagIsAKey(ExtractedUnion union, Permitted permitted) {
        String tag = union.type().discriminator();
        return new Problem(
                DiagnosticId.TAG_IS_A_KEY,
                Names.shown(permitted.element()) + " has a key '" + tag + "', but '" + tag
                        + "' is the discriminator of " + Names.shown(union.element())
                        + ". Rename the key, @Key(\"…\"), or choose another @Discriminator.");
    }

    /** Returns how a scalar is written. */
    static String written(JsonType type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case INTEGER, NUMBER -> "a number";
            case STRING -> "a string";
        };
    }

    static Problem tagAndKeys(ExtractedUnion union) {
        return new Problem(
                DiagnosticId.BAD_BY_KEYS,
                Names.shown(union.element()) + " has the discriminator '"
                        + union.type().discriminator() + "' and byKeys = true, but either a tag or the keys select the"
                        + " record. Remove one of them from @Discriminator.");
    }

    /**
     * Describes a record without a key that selects it.
     *
     * @param optional a key of the record that would select it if it were required, or null
     */
    static Problem noOwnKey(ExtractedUnion union, Permitted permitted, Permitted other, @Nullable KeySchema optional) {
        String name = Names.shown(permitted.element());
        String fix = optional == null
                ? "Give " + name + " such a key"
                : "Make the key '" + optional.name() + "' of " + name + " required";
        return new Problem(
                DiagnosticId.BAD_BY_KEYS,
                name + " cannot be distinguished from " + Names.shown(other.element()) + " by its keys: " + name
                        + " has no required key that no other record of " + Names.shown(union.element())
                        + " has. " + fix
                        + ", or write @Discriminator(\"type\"), so that the key 'type' selects the record.");
    }

    /** Describes a section with a key that a mapping in place of a secret has. */
    static Problem secretKey(ExtractedUnion union, Permitted secret, Permitted section, String key) {
        String name = Names.shown(section.element());
        return new Problem(
                DiagnosticId.AMBIGUOUS_BRANCHES,
                Names.shown(secret.element()) + " and " + name + " cannot be distinguished in YAML: " + name
                        + " has the key '" + key + "', but the @Secret of " + Names.shown(secret.element())
                        + " may be {file: PATH} or {masked: true}. Rename the key, @Key(\"…\"), or add"
                        + " @Discriminator(\"type\") to "
                        + Names.shown(union.element()) + ", so that the key 'type' selects the record.");
    }

    /**
     * Describes records that are written alike.
     *
     * @param haveOwnKeys true if their keys could select the record
     */
    static Problem ambiguous(ExtractedUnion union, String written, List<Permitted> alike, boolean haveOwnKeys) {
        List<String> names = new ArrayList<>();
        alike.forEach(permitted -> names.add(Names.shown(permitted.element())));
        return new Problem(
                DiagnosticId.AMBIGUOUS_BRANCHES,
                String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1)
                        + " cannot be distinguished in YAML: each is written as " + written
                        + ". Add @Discriminator(\"type\") to " + Names.shown(union.element())
                        + ", so that the key 'type' selects the record"
                        + (haveOwnKeys
                                ? ", or @Discriminator(byKeys = true), since each has a required key that no other has."
                                : "."));
    }
}
