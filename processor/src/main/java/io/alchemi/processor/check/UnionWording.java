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
                "The tag '" + permitted.tag() + "' of " + Names.shown(permitted.element())
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
                String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1)
                        + " cannot be distinguished in YAML: each is written as " + written
                        + ". Add @Discriminator(\"type\") to " + Names.shown(union.element())
                        + ", so that the key 'type' selects the record.");
    }
}
