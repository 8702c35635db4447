package io.alchemi.training.runs;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a run's folder: {@code <date-time>-<4 characters>[-name]}.
 *
 * @param started    when the run was started, in local time
 * @param characters four random characters, usually sufficient to identify a run
 * @param userName   the user's name for the run, or empty
 */
public record RunName(LocalDateTime started, String characters, String userName) {
    /** Pattern of the names that users may give to runs and sweeps. */
    public static final String USER_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** Description of {@link #USER_NAME} for messages. */
    public static final String USER_NAME_IN_WORDS =
            "1 to 64 letters, digits, dots, dashes and underscores, the first a letter or digit";

    private static final Pattern FORM = Pattern.compile("(\\d{8}-\\d{6})-([a-z0-9]{4})(?:-(.*))?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 4;

    /** Returns a name with random characters. */
    public static RunName draw(LocalDateTime now, String userName, SecureRandom random) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RunName(now, characters.toString(), userName);
    }

    /** Parses the name of a folder. Returns null if it has another format. */
    static @Nullable RunName parse(String folder) {
        Matcher matcher = FORM.matcher(folder);
        if (!matcher.matches()) {
            return null;
        }
        try {
            String name = matcher.group(3);
            return new RunName(LocalDateTime.parse(matcher.group(1), TIME), matcher.group(2), name == null ? "" : name);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Returns the name of the folder. */
    @Override
    public String toString() {
        return TIME.format(started) + '-' + characters + (userName.isEmpty() ? "" : "-" + userName);
    }
}
