package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a text as constants {@code TEXT}, {@code TEXT2} and so on, from which compilers can read it in class files. */
final class TextConstants {
    private TextConstants() {}

    /** Adds a text as constants; gives how many. */
    static int add(TypeSpec.Builder builder, String text) {
        List<List<String>> parts = TextParts.of(text);
        for (int i = 0; i < parts.size(); i++) {
            StringBuilder lines = new StringBuilder();
            for (String line : parts.get(i)) {
                lines.append(lines.length() == 0 ? "" : "\n        + ").append(JavaText.literal(line));
            }
            builder.addField(FieldSpec.builder(String.class, constant(i), Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L", lines)
                    .build());
        }
        return parts.size();
    }

    /** Adds a text as constants; gives a method {@code text()} that returns it. */
    static MethodSpec.Builder addWithMethod(TypeSpec.Builder builder, String text) {
        int texts = add(builder, text);
        return MethodSpec.methodBuilder("text")
                .addModifiers(Modifier.STATIC)
                .returns(String.class)
                .addStatement("return $L", joined(texts));
    }

    private static String constant(int part) {
        return part == 0 ? "TEXT" : "TEXT" + (part + 1);
    }

    /** The constants as one text, joined by a call since compilers fold {@code +} into one constant that is too long. */
    static String joined(int parts) {
        if (parts == 1) {
            return "TEXT";
        }
        StringBuilder out = new StringBuilder("String.join(\"\"");
        for (int i = 0; i < parts; i++) {
            out.append(", ").append(constant(i));
        }
        return out.append(')').toString();
    }
}
