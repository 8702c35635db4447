package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a long string as constants {@code TEXT}, {@code TEXT2} and so on, which compilers can read from class files. */
final class TextConstants {
    private TextConstants() {}

    /** Adds a string as constants and returns their number. */
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

    /** Adds a string as constants and returns a method {@code text()} that returns the string. */
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

    /** Returns the call that joins the constants. Compilers would fold {@code +} into one constant that is too long. */
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
