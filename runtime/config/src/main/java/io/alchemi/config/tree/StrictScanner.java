package io.alchemi.config.tree;

import io.alchemi.config.diagnose.DiagnosticId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/** SnakeYAML's scanner with the rules of YAML 1.2 that it does not check, and without line separators outside double quotes. */
final class StrictScanner implements Scanner {
    private final String text;
    private final ScannerImpl scanner;
    /** Columns of the block collections around the current token. */
    private final Deque<Integer> blocks = new ArrayDeque<>();
    /** Opening brackets around the current token. */
    private final Deque<Token.ID> brackets = new ArrayDeque<>();

    private Token last;
    private @Nullable Token implicitKey;
    private int separator;

    StrictScanner(YamlCharacters characters) {
        text = characters.text();
        scanner = new ScannerImpl(characters, new LoaderOptions());
        separator = nextSeparator(0);
        last = scanner.peekToken();
    }

    /** Token that breaks a rule. The message and the label are those of the diagnostic. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        final DiagnosticId id;
        final int index;
        final String message;
        final String label;

        Refused(DiagnosticId id, int index, String message, String label) {
            super(message, null, false, false);
            this.id = id;
            this.index = index;
            this.message = message;
            this.label = label;
        }

        Refused(int index, String message, String label) {
            this(DiagnosticId.SYNTAX, index, message, label);
        }
    }

    @Override
    public boolean checkToken(Token.ID choice) {
        return peekToken().getTokenId() == choice;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        Token.ID id = peekToken().getTokenId();
        for (Token.ID choice : choices) {
            if (id == choice) {
                return true;
            }
        }
        return choices.length == 0;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Tokens are compared by identity: they have no equals.
    public Token peekToken() {
        Token token = scanner.peekToken();
        if (token != last) {
            check(token);
            last = token;
        }
        return token;
    }

    @Override
    public Token getToken() {
        peekToken();
        return scanner.getToken();
    }

    @Override
    public void resetDocumentIndex() {
        // The size of the document has been checked.
    }

    private void check(Token token) {
        int start = token.getStartMark().getIndex();
        int lastEnd = last.getEndMark().getIndex();
        checkSeparators(token, start);
        if (lastEnd < start && text.charAt(lastEnd) == '#' && !startsLine(lastEnd)) {
            throw new Refused(lastEnd, "unexpected '#'", "put a space before a comment, or the string in quotes");
        }
        checkIndentation(token, start);
        switch (token.getTokenId()) {
            case BlockMappingStart, BlockSequenceStart -> {
                checkTabs(start);
                blocks.push(token.getStartMark().getColumn());
            }
            case BlockEnd -> blocks.pop();
            case FlowMappingStart, FlowSequenceStart -> brackets.push(token.getTokenId());
            case FlowMappingEnd, FlowSequenceEnd -> brackets.poll();
            case Key -> checkKey(token, start);
            case Value -> checkValue(token, start);
            case Anchor, Alias -> checkName(token.getEndMark().getIndex());
            case Tag -> checkTag(token, start);
            case Scalar -> checkScalar((ScalarToken) token, start);
            case StreamEnd -> checkEnd(start);
            default -> {}
        }
    }

    /** Refuses characters that other programs, and people, take for line breaks. */
    private void checkSeparators(Token token, int start) {
        int end = token.getEndMark().getIndex();
        boolean escapable = token instanceof ScalarToken scalar && scalar.getStyle() == ScalarStyle.DOUBLE_QUOTED;
        while (separator < end) {
            if (separator < start || !escapable) {
                String code =
                        Integer.toHexString(0x10000 + text.charAt(separator)).substring(1);
                throw new Refused(
                        DiagnosticId.LINE_SEPARATOR,
                        separator,
                        "line separator U+" + code.toUpperCase(Locale.ROOT) + " outside a double-quoted string",
                        "delete it, or write \"\\u" + code + "\" in double quotes");
            }
            separator = nextSeparator(separator + 1);
        }
    }

    private int nextSeparator(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Checks the lines of brackets and quoted strings. They are indented by more than the collection that contains them. */
    private void checkIndentation(Token token, int start) {
        boolean quoted = token instanceof ScalarToken scalar
                && (scalar.getStyle() == ScalarStyle.SINGLE_QUOTED || scalar.getStyle() == ScalarStyle.DOUBLE_QUOTED);
        if (blocks.isEmpty() || (brackets.isEmpty() && !quoted)) {
            return;
        }
        int end = token.getEndMark().getIndex();
        boolean closes =
                token.getTokenId() == Token.ID.FlowMappingEnd || token.getTokenId() == Token.ID.FlowSequenceEnd;
        for (int i = brackets.isEmpty() ? start + 1 : last.getEndMark().getIndex(); i < end; i++) {
            if (!startsLine(i)) {
                continue;
            }
            int content = i;
            while (text.charAt(content) == ' ') {
                content++;
            }
            // Editors accept a closing bracket below the key.
            int least = closes && content == start && brackets.size() == 1 ? blocks.element() : blocks.element() + 1;
            if (content - i < least && !isBlank(content) && (content >= start || text.charAt(content) != '#')) {
                throw outdented(content);
            }
        }
    }

    private Refused outdented(int at) {
        int least = blocks.element() + 1;
        String missing =
                brackets.isEmpty() ? "quote" : brackets.element() == Token.ID.FlowSequenceStart ? "']'" : "'}'";
        return new Refused(
                at,
                text.charAt(at) == '\t' ? "tabs are not allowed for indentation" : "inconsistent indentation",
                "indent this line by " + least + (least == 1 ? " space" : " spaces") + " or more, or add the closing "
                        + missing + " before it");
    }

    private boolean isBlank(int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private boolean startsLine(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || (text.charAt(at - 1) == '\r' && text.charAt(at) != '\n');
    }

    private void checkTabs(int start) {
        for (int i = start; !startsLine(i); i--) {
            if (text.charAt(i - 1) == '\t') {
                throw new Refused(i - 1, "tabs are not allowed for indentation", "use spaces");
            }
        }
    }

    private void checkKey(Token token, int start) {
        boolean implicit = token.getEndMark().getIndex() == start;
        implicitKey = implicit ? token : null;
        if (!implicit && !Character.isWhitespace(text.charAt(start + 1))) {
            throw new Refused(start, "unexpected '?'", "put the string in quotes");
        }
    }

    private void checkValue(Token token, int start) {
        if (!brackets.isEmpty() && !YamlCharacters.separates(text.charAt(start + 1)) && !isLikeJson(last)) {
            throw new Refused(start, "unexpected ':'", "put a space after it, or the string in quotes");
        }
        Token key = implicitKey;
        implicitKey = null;
        if (key != null
                && key.getStartMark().getLine() != token.getStartMark().getLine()
                && brackets.peek() == Token.ID.FlowSequenceStart) {
            throw new Refused(key.getStartMark().getIndex(), "missing ':' after a key", "write 'key: value'");
        }
    }

    /** Returns true for a key that can be followed by ':' without a space. */
    private static boolean isLikeJson(Token key) {
        return switch (key.getTokenId()) {
            case Scalar -> !((ScalarToken) key).getPlain();
            case FlowMappingEnd, FlowSequenceEnd -> true;
            default -> false;
        };
    }

    private void checkName(int end) {
        char next = text.charAt(end);
        if (!Character.isWhitespace(next) && (brackets.isEmpty() || (next != ',' && next != ']' && next != '}'))) {
            throw new Refused(
                    end,
                    "unexpected '" + next + "' in the name of an anchor",
                    "use letters, digits, '-' and '_', and put a space after the name");
        }
    }

    private void checkTag(Token tag, int start) {
        if (!brackets.isEmpty() && text.charAt(tag.getEndMark().getIndex() - 1) == ',') {
            throw new Refused(start, "tags are not supported", "delete the tag; the schema defines the type");
        }
    }

    private void checkScalar(ScalarToken scalar, int start) {
        if (brackets.isEmpty() && (last.getTokenId() == Token.ID.Scalar || last.getTokenId() == Token.ID.Alias)) {
            throw new Refused(
                    start,
                    "unexpected text after the end of the value",
                    "start a new line, or put the string in quotes");
        } else if (scalar.getPlain()) {
            char first = text.charAt(start);
            if (!brackets.isEmpty()
                    && (first == '-' || first == '?')
                    && YamlCharacters.separates(text.charAt(start + 1))) {
                throw new Refused(start, "unexpected '" + first + "'", "put the string in quotes");
            }
        } else if (scalar.getStyle() == ScalarStyle.LITERAL || scalar.getStyle() == ScalarStyle.FOLDED) {
            if (scalar.getStartMark().getColumn() <= indentation()) {
                throw new Refused(start, "inconsistent indentation", "indent this line");
            }
            checkLeadingLines(start);
        }
    }

    private int indentation() {
        return blocks.isEmpty() ? -1 : blocks.element();
    }

    /** Checks the blank lines at the start of a block scalar. The first line with text defines the indentation of all. */
    private void checkLeadingLines(int start) {
        int at = start;
        while (!Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (c > '9' && Character.isDigit(c)) {
                throw new Refused(
                        at, "unexpected '" + c + "' after '" + text.charAt(start) + "'", "write a digit from 1 to 9");
            } else if (Character.isDigit(c)) {
                return;
            }
            at++;
        }
        while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        int deepest = at;
        int depth = 0;
        int lineStart = at;
        for (; at < text.length(); at++) {
            if (startsLine(at)) {
                lineStart = at;
            }
            char c = text.charAt(at);
            if ((c == '\n' || c == '\r') && at - lineStart > depth) {
                depth = at - lineStart;
                deepest = at;
            } else if (c != ' ' && c != '\n' && c != '\r') {
                break;
            }
        }
        if (at == text.length()) {
            return;
        } else if (at == lineStart && blocks.isEmpty() && !isMarker(at)) {
            throw new Refused(at, "the text after '" + text.charAt(start) + "' is not indented", "indent it");
        } else if (at - lineStart < depth && at - lineStart > indentation()) {
            throw new Refused(
                    deepest, "inconsistent indentation", "delete spaces: the first line with text has fewer of them");
        }
    }

    private boolean isMarker(int at) {
        return text.startsWith("---", at) || text.startsWith("...", at);
    }

    private void checkEnd(int end) {
        if (last.getTokenId() == Token.ID.Directive) {
            throw new Refused(Math.max(0, end - 1), "missing '---' after a directive", "delete the directive");
        }
    }
}
