package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.extract.ExtractedUnion;
import io.alchemi.processor.extract.ExtractedUnion.Form;
import io.alchemi.processor.extract.ExtractedUnion.Permitted;
import io.alchemi.processor.extract.Names;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Words the problems of sealed interfaces. */
final class UnionWording {
    private UnionWording() {}

    static Problem notABranch(ExtractedUnion union, Permitted permitted) {
        String name = Names.shown(permitted.element());
        String why = permitted.form() == Form.OTHER_UNION
                ? " is a sealed interface with a @Discriminator of its own. Remove it there, or make " + name
                        + " a component of a record that is permitted instead."
                : " is no record without type parameters. Make it a plain record, or do not permit it.";
        return new Problem(
                DiagnosticId.NOT_A_BRANCH, Names.shown(union.element()) + " permits " + name + ", which" + why);
    }

    static Problem duplicateTag(Permitted permitted, TypeElement other) {
        return new Problem(
                DiagnosticId.DUPLICATE_TAG,
                Names.shown(permitted.element()) + " has the tag '" + permitted.tag() + "', as has "
                        + Names.shown(other) + ". Give one of them another: @Key(\"…\") on the record.");
    }

    static Problem badTag(Permitted permitted) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The tag '" + permitted.tag() + "' of " + Names.shown(permitted.element())
                        + " is no text in YAML unless it stands in quotes. Choose another: @Key(\"…\").");
    }

    static Problem badDiscriminator(ExtractedUnion union) {
        return new Problem(
                DiagnosticId.BAD_NAME,
                "The discriminator '" + union.type().discriminator() + "' of " + Names.shown(union.element())
                        + " cannot be a key. Write letters, digits, '_' and '-', a letter first:"
                        + " @Discriminator(\"type\").");
    }

    static Problem tagIsAKey(ExtractedUnion union, Permitted permitted) {
        String tag = union.type().discriminator();
        return new Problem(
                DiagnosticId.TAG_IS_A_KEY,
                Names.shown(permitted.element()) + " has a key '" + tag + "', but in a "
                        + Names.shown(union.element()) + " '" + tag
                        + "' is the tag. Rename the key, @Key(\"…\"), or choose another @Discriminator.");
    }

    static Problem ambiguous(ExtractedUnion union, String kind, List<Permitted> alike) {
        List<String> names = new ArrayList<>();
        alike.forEach(permitted -> names.add(Names.shown(permitted.element())));
        String written = switch (kind) {
            case UnionType.SEQUENCE -> "a list";
            case UnionType.SCALAR -> "a single value";
            default -> "a section with keys";
        };
        return new Problem(
                DiagnosticId.AMBIGUOUS_BRANCHES,
                "Nothing tells " + String.join(" from ", names) + " in YAML: each is written as " + written
                        + ". Add @Discriminator(\"type\") to " + Names.shown(union.element())
                        + ", then a key 'type' says which it is.");
    }
}
