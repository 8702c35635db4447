package io.alchemi.processor.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes numeric HTML character entities, and the named ones that are common in technical doc comments. */
final class CharacterEntity {
    private static final Map<String, String> NAMED = new HashMap<>();

    static {
        String all =
                "lt < gt > amp & quot \" apos ' ndash \u2013 mdash \u2014 hellip \u2026 lsquo \u2018 rsquo \u2019 ldquo \u201c rdquo \u201d"
                        + " le \u2264 ge \u2265 ne \u2260 asymp \u2248 equiv \u2261 plusmn \u00b1 times \u00d7 divide \u00f7 middot \u00b7"
                        + " minus \u2212 radic \u221a infin \u221e sum \u2211 prod \u220f int \u222b part \u2202 nabla \u2207 isin \u2208 sup2 \u00b2 sup3 \u00b3"
                        + " frac12 \u00bd deg \u00b0 micro \u00b5 permil \u2030 larr \u2190 rarr \u2192 copy \u00a9"
                        + " alpha \u03b1 beta \u03b2 gamma \u03b3 delta \u03b4 epsilon \u03b5 eta \u03b7 theta \u03b8 kappa \u03ba lambda \u03bb mu \u03bc"
                        + " nu \u03bd pi \u03c0 rho \u03c1 sigma \u03c3 tau \u03c4 phi \u03c6 chi \u03c7 psi \u03c8 omega \u03c9"
                        + " Gamma \u0393 Delta \u0394 Theta \u0398 Lambda \u039b Sigma \u03a3 Phi \u03a6 Psi \u03a8 Omega \u03a9";
        String[] words = all.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            NAMED.put(words[i], words[i + 1]);
        }
        NAMED.put("nbsp", " ");
    }

    private CharacterEntity() {}

    /** Passes on the character of the entity at an index, or {@code &} if it is not an entity. Returns the index after it. */
    static int append(String text, int at, Consumer<String> out) {
        int end = text.indexOf(';', at);
        String character = end < 0 ? null : character(text.substring(at + 1, end));
        out.accept(character == null ? "&" : character);
        return character == null ? at + 1 : end + 1;
    }

    /** Returns a string with all entities decoded. */
    static String decode(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '&') {
                at = append(text, at, out::append);
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private static @Nullable String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            return Character.isDefined(code) && !Character.isISOControl(code) ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
