package io.alchemi.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocCommentTest {
    @Test
    void linesOfAParagraphAreJoinedAndParagraphsStayApart() {
        DocComment doc = DocComment.of(" One run,\n in two lines.\n\n <p>More.\n\n\n - a\n - b\n\n @param x  y\n");

        assertThat(doc.main()).isEqualTo("One run, in two lines.\n\nMore.\n\n- a\n- b");
    }

    @Test
    void aParamGoesOnToTheNextTag() {
        DocComment doc = DocComment.of(
                " Run.\n @param lr  step\n      size, @home\n @param other\n @since 1\n  nothing\n @param last end");

        assertThat(doc.param("lr")).isEqualTo("step size, @home");
        assertThat(doc.param("other")).isEmpty();
        assertThat(doc.param("last")).isEqualTo("end");
        assertThat(doc.param("absent")).isEmpty();
        assertThat(doc.main()).isEqualTo("Run.");
    }

    @Test
    void inlineTagsAndMarkupBecomeMarkdown() {
        assertThat(DocComment.of(
                                "{@code a {b}} {@link Foo#bar(int, int)} {@link Foo the foo} {@link #baz} {@literal <x>}")
                        .main())
                .isEqualTo("`a {b}` Foo.bar(int, int) the foo baz <x>");
        assertThat(DocComment.of("<em>a</em> &lt; <b>b</b> &amp; <code>c</code><ul><li>d<li>e</ul>")
                        .main())
                .isEqualTo("*a* < **b** & `c`\n\n- d\n- e");
    }

    @Test
    void whatIsBrokenStaysAsItIs() {
        assertThat(DocComment.of("an {@code open tag, 1 < 2 & {").main()).isEqualTo("an {@code open tag, 1 < 2 & {");
        assertThat(DocComment.of(null).main()).isEmpty();
        assertThat(DocComment.of("@param").main()).isEmpty();
    }
}
