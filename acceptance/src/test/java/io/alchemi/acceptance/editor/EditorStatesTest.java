package io.alchemi.acceptance.editor;

import io.alchemi.acceptance.editor.LanguageServer.Completion;
import io.alchemi.config.schema.KeySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In all states of a document while it is being written, the editor offers a key and inserts text that loads. */
class EditorStatesTest {
    /** States of the text around a key. A state is null if it does not exist for a position. */
    private enum State {
        HALF_A_KEY {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                String name = place.key().name();
                return name.length() < 2
                        ? null
                        : Cursor.after(place.before() + name.substring(0, (name.length() + 1) / 2));
            }
        },
        COMMENT_FIRST {
            @Override
            Cursor at(KeyPosition place) {
                return Cursor.in(place.before() + "# a note\n" + place.indent() + Cursor.MARK + "\n");
            }
        },
        COMMENT_BEHIND_A_VALUE {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                String other = otherKey(place);
                return other == null ? null : Cursor.after(place.before() + other + "  # a note\n" + place.indent());
            }
        },
        AFTER_A_COMMENT {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                String other = otherKey(place);
                String note = "\n" + place.indent() + "# a note\n" + place.indent() + Cursor.MARK + "\n";
                return other == null ? null : Cursor.in(place.before() + other + note);
            }
        },
        BEFORE_ANOTHER_KEY {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                String other = otherKey(place);
                return other == null || place.before().endsWith("- ")
                        ? null
                        : Cursor.in(place.before() + Cursor.MARK + "\n" + place.indent() + other + "\n");
            }
        },
        SECOND_ITEM {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                if (!place.before().endsWith("- ")) {
                    return null;
                }
                String dash = place.indent().substring(2) + "- ";
                String example = place.key().exampleText();
                String value = example == null ? HoverText.defaultOf(place.key()) : example;
                return Cursor.after(place.with(value == null ? "null" : value) + dash);
            }
        },
        CARRIAGE_RETURNS {
            @Override
            Cursor at(KeyPosition place) {
                return place.cursor().withCarriageReturns();
            }
        },
        EMPTY_FILE {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                return place.path().contains(".") || place.path().contains("[") ? null : Cursor.after("");
            }
        },
        FILE_OF_A_COMMENT {
            @Override
            @Nullable
            Cursor at(KeyPosition place) {
                return EMPTY_FILE.at(place) == null ? null : Cursor.after("# a note\n\n");
            }
        };

        abstract @Nullable Cursor at(KeyPosition place);

        /** Returns a line with another key of the same record and its default, or null if there is none. */
        private static @Nullable String otherKey(KeyPosition place) {
            for (KeySchema other : place.record().keys()) {
                String value = other.defaultText();
                if (value != null
                        && other.deprecated() == null
                        && !other.name().equals(place.key().name())) {
                    return other.name() + ": " + value;
                }
            }
            return null;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyKeyIsOfferedInEveryState(EditorSchema schema) {
        EditorReport report = new EditorReport("states", schema);
        for (State state : State.values()) {
            List<KeyPosition> places = new ArrayList<>();
            List<Cursor> cursors = new ArrayList<>();
            for (KeyPosition place : SchemaPositions.of(schema).keys()) {
                Cursor cursor = place.key().deprecated() == null ? state.at(place) : null;
                if (cursor != null) {
                    places.add(place);
                    cursors.add(cursor);
                }
            }
            List<List<Completion>> answers = LanguageServer.shared().complete(schema.file(), cursors);
            for (int i = 0; i < places.size(); i++) {
                check(report, schema, state, places.get(i), cursors.get(i), answers.get(i));
            }
        }
        report.finish();
    }

    private static void check(
            EditorReport report,
            EditorSchema schema,
            State state,
            KeyPosition place,
            Cursor cursor,
            List<Completion> answer) {
        Completion offered = EditorKeysTest.find(answer, place.key().name());
        if (offered == null) {
            Set<String> labels = answer.stream().map(Completion::label).collect(Collectors.toSet());
            report.check(state.title(), place, false, "offered only " + labels);
            return;
        }
        // The text around the key may be invalid; the key must not make it worse.
        List<String> wanted = new ArrayList<>();
        wanted.add(schema.outcome(place.without()));
        wanted.add(schema.outcome(cursor.toString().replace(Cursor.MARK, "")));
        for (String value : EditorKeysTest.wantedValues(schema, place.key())) {
            wanted.add(schema.outcome(withKey(state, place, cursor, value)));
        }
        String outcome = schema.outcome(offered.accepted());
        report.check(state.title(), place, wanted.contains(outcome), offered.accepted() + EditorSchema.seen(outcome));
    }

    /** Returns the text of a state, with the complete key. */
    private static String withKey(State state, KeyPosition place, Cursor cursor, String value) {
        String line = place.key().name() + ": " + value;
        String marked = cursor.toString();
        if (state == State.HALF_A_KEY) {
            return place.before() + line;
        }
        return marked.replace(Cursor.MARK, line);
    }

    /** Values are offered in the middle of a line, and in a text with Windows line breaks. */
    @ParameterizedTest
    @MethodSource("io.alchemi.acceptance.editor.EditorSchema#all")
    void everyKnownValueIsOfferedInEveryState(EditorSchema schema) {
        EditorReport report = new EditorReport("value states", schema);
        List<ValuePosition> places = SchemaPositions.of(schema).values().stream()
                .filter(place -> place.after().isEmpty())
                .toList();
        Map<String, List<Cursor>> states = new LinkedHashMap<>();
        states.put(
                "half a value",
                places.stream()
                        .map(place -> {
                            String first = place.values().keySet().iterator().next();
                            return Cursor.after(place.before() + first.substring(0, 1));
                        })
                        .toList());
        states.put(
                "another value",
                places.stream()
                        .map(place -> {
                            String first = place.values().keySet().iterator().next();
                            return Cursor.in(place.before() + Cursor.MARK + first + "\n");
                        })
                        .toList());
        states.put(
                "carriage returns",
                places.stream()
                        .map(place -> place.cursor().withCarriageReturns())
                        .toList());
        states.forEach((title, cursors) -> {
            List<List<Completion>> answers = LanguageServer.shared().complete(schema.file(), cursors);
            for (int i = 0; i < places.size(); i++) {
                ValuePosition place = places.get(i);
                List<String> labels =
                        answers.get(i).stream().map(Completion::label).toList();
                for (String value : place.values().keySet()) {
                    Completion offered = EditorKeysTest.find(answers.get(i), value);
                    boolean isRight = offered != null
                            && schema.outcome(offered.accepted()).equals(schema.outcome(place.before() + value));
                    report.check(title, place + " " + value, isRight, offered == null ? labels : offered.accepted());
                }
            }
        });
        report.finish();
    }
}
