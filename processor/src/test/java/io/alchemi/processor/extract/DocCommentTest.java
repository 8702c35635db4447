package io.alchemi.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.FirstSentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doc comments as people write them, as Markdown, and as the plain line that terminals show. */
class DocCommentTest {
    /** Comment, Markdown and plain first sentence; {@code ⏎} is a line break. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            One run,⏎ in two lines.               | One run, in two lines.            | One run, in two lines.
            One.⏎⏎ Two.                           | One.⏎⏎Two.                        | One.
            One.⏎ <p>Two.                         | One.⏎⏎Two.                        | One.
            One.⏎ <P>⏎ Two.</P>                   | One.⏎⏎Two.                        | One.
            a<br>b<br/>c                          | a⏎⏎b⏎⏎c                           | a
            {@code lr}, in {@code a {b}}          | `lr`, in `a {b}`                  | lr, in a {b}
            {@code a⏎      b}                     | `a b`                             | a b
            {@code a`b}                           | `` a`b ``                         | a`b
            {@code a``b. C} d. E                  | ``` a``b. C ``` d. E              | a``b. C d.
            <code>a &lt; b</code> <kbd>x</kbd>    | `a < b` `x`                       | a < b x
            {@literal <x>} and {@literal a & b}   | <x> and a & b                     | <x> and a & b
            {@link Foo#bar(int, int)}             | Foo.bar(int, int)                 | Foo.bar(int, int)
            {@link Foo the {@code foo}}           | the `foo`                         | the foo
            {@link #baz}, {@linkplain a.B here}   | baz, here                         | baz, here
            {@value #MAX} or {@systemProperty x}  | MAX or `x`                        | MAX or x
            {@summary The {@code lr}.} More       | The `lr`. More                    | The lr.
            {@inheritDoc} Ours.                   | Ours.                             | Ours.
            <em>a</em> <b>b</b> <i>c</i>.         | *a* **b** *c*.                    | a b c.
            <strong> wide </strong>x              | **wide** x                        | wide x
            m<sup>2</sup> x<sub>i</sub>           | m^2 x_i                           | m^2 x_i
            <a href="https://a.org/b">here</a> x  | [here](https://a.org/b) x         | here x
            <a id="top">here</a>                  | here                              | here
            &lt;&gt;&amp;&quot;&apos;             | "<>&""'"                          | "<>&""'"
            1 &le; x &plusmn; 2 &micro;m          | 1 ≤ x ± 2 µm                      | 1 ≤ x ± 2 µm
            &#181;&#xB5;&nbsp;&lambda;            | µµ λ                              | µµ λ
            a &unknown; b & c &#1; &              | a &unknown; b & c &#1; &          | a &unknown; b & c &#1; &
            1 < 2, List<String>, a <b             | 1 < 2, List<String>, a <b         | 1 < 2, List<String>, a <b
            a <!-- hidden --> b                   | a b                               | a b
            an {@code open tag, {                 | an {@code open tag, {             | an {@code open tag, {
            2 * 3, 2*3, *.yaml and *.json         | 2 * 3, 2*3, *.yaml and *.json     | 2 * 3, 2*3, *.yaml and *.json
            Of:<ul><li>d<li>e</ul>more            | Of:⏎⏎- d⏎- e⏎⏎more                | Of:
            Of:⏎<ul>⏎ <li>d,⏎  wide</li>⏎</ul>    | Of:⏎⏎- d, wide                    | Of:
            <ol><li>d</li><li>e</li></ol>         | 1. d⏎2. e                         | 1. d 2. e
            <ul><li>d<ul><li>e</ul><li>f</ul>     | - d⏎  - e⏎- f                     | - d - e - f
            Of⏎ - d⏎ - e⏎   wide⏎⏎ more           | Of⏎- d⏎- e wide⏎⏎more             | Of - d - e wide
            Of⏎ 1. d⏎ 2. e                        | Of⏎1. d⏎2. e                      | Of 1. d 2. e
            <h2>Head</h2>Text                     | **Head**⏎⏎Text                    | Head
            a <pre>{@code⏎ x: 1⏎   y: 2⏎}</pre> b | a⏎⏎```⏎x: 1⏎  y: 2⏎```⏎⏎b         | a
            a <pre>⏎x &lt; 1</pre>                | a⏎⏎```⏎x < 1⏎```                  | a
            {@snippet :⏎ @Range⏎ int x;⏎}         | ```⏎@Range⏎int x;⏎```             |
            maps x --> y <!-- z                   | maps x --> y <!-- z               | maps x --> y <!-- z
            İİİİİİİİİİ <code>x</code>             | İİİİİİİİİİ `x`                    | İİİİİİİİİİ x
            weights w[i][j], [a][0] of a layer    | weights w[i][j], [a][0] of a layer | weights w[i][j], [a][0] of a layer
            x<p and y>z, ab</b>                   | x<p and y>z, ab                   | x<p and y>z, ab
            <a⏎ href="b.html">c</a>               | [c](b.html)                       | c
            Of⏎ - d⏎   - e⏎ - f                   | Of⏎- d⏎  - e⏎- f                  | Of - d - e - f
            <table><tr><td>a</td><td>b</table>    | a b                               | a b
            """)
    void commentsInHtml(String comment, String markdown, String plain) {
        assertReads(comment, markdown, plain);
    }

    /** What JDK 23 and later give of comments that begin with three slashes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Uses `a < b &lt;` and **two**         | Uses `a < b &lt;` and **two**     | Uses a < b &lt; and two
            see [Foo#bar(int)] and [the foo][Foo] | see Foo.bar(int) and the foo      | see Foo.bar(int) and the foo
            [here](https://a.org/#b) in [0, 1]    | [here](https://a.org/#b) in [0, 1] | here in [0, 1]
            Of⏎⏎- d⏎- e                           | Of⏎⏎- d⏎- e                       | Of
            a⏎```yaml⏎x: 1⏎  y: 2⏎```⏎b           | a⏎⏎```⏎x: 1⏎  y: 2⏎```⏎⏎b         | a
            an ` open                             | an ` open                         | an ` open
            # Title⏎Text⏎## `Sub`⏎more              | **Title**⏎⏎Text⏎⏎**`Sub`**⏎⏎more  | Title
            Text⏎# Title                          | Text⏎⏎**Title**                   | Text
            - d⏎- e                               | - d⏎- e                           | - d - e
            #1 or #⏎a # b⏎####### c               | #1 or # a # b ####### c           | #1 or # a # b ####### c
            ``a`b`` and ``lr``. More              | ``a`b`` and ``lr``. More          | a`b and lr.
            """)
    void commentsInMarkdown(String comment, String markdown, String plain) {
        assertReads(comment, markdown, plain);
    }

    private static void assertReads(String comment, String markdown, String plain) {
        String main = DocComment.of(" " + comment.replace('⏎', '\n') + "\n").main();

        assertThat(main).isEqualTo(markdown.replace('⏎', '\n'));
        if (plain != null) {
            assertThat(FirstSentence.plain(main)).isEqualTo(plain);
        }
    }

    @Test
    void aParamGoesOnToTheNextTag() {
        DocComment doc = DocComment.of(
                " Run.\n @param lr  step\n      size, @home\n @param other\n @since 1\n  nothing\n"
                        + " @param code {@code\n   @Range int x}\n @param made {@snippet :\n   @interface X\n }\n @param last end\n @deprecated use\n   {@code lr}");

        assertThat(doc.param("lr")).isEqualTo("step size, @home");
        assertThat(doc.param("other")).isEmpty();
        assertThat(doc.param("code")).isEqualTo("`@Range int x`");
        assertThat(doc.param("made")).isEqualTo("```\n@interface X\n```");
        assertThat(DocComment.of("a\n```java\n@param fake [not#ref]\n```\n@param b c")
                        .main())
                .isEqualTo("a\n\n```\n@param fake [not#ref]\n```");
        assertThat(doc.param("last")).isEqualTo("end");
        assertThat(doc.param("absent")).isEmpty();
        assertThat(DocComment.of("@param n # of runs").param("n")).isEqualTo("# of runs");
        assertThat(doc.deprecated()).isEqualTo("use `lr`");
        assertThat(doc.main()).isEqualTo("Run.");
    }

    @Test
    void aCommentWithoutTextSaysNothing() {
        assertThat(DocComment.of(null).main()).isEmpty();
        assertThat(DocComment.of("@param").main()).isEmpty();
        assertThat(DocComment.of(" \n <p>\n").main()).isEmpty();
    }
}
