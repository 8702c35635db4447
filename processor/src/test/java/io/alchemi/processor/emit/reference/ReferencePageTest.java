package io.alchemi.processor.emit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.processor.emit.Golden;
import io.alchemi.processor.emit.LanguageSchema;
import io.alchemi.processor.emit.Markdown;
import io.alchemi.processor.emit.Schemas;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

    @Test
    void aSmallSchema() {
        Golden.check("demo.denoise.md", ReferencePage.of(Schemas.small()));
    }

    @Test
    void everythingThatADescriptionCanSay() {
        Golden.check("train.demo.md", ReferencePage.of(Schemas.rich()));
    }

    @Test
    void everyTypeInEveryPlace() {
        Golden.check("lab.study.md", ReferencePage.of(LanguageSchema.get()));
    }

    @Test
    void formsOfUnions() {
        Golden.check("lab.forms.md", ReferencePage.of(LanguageSchema.forms()));
    }

    @Test
    void movedKeysAreListedWithTheirRecord() {
        String page = ReferencePage.of(LanguageSchema.moves());

        assertThat(page.substring(page.indexOf("## Http"), page.indexOf("## Near")))
                .contains("**Moved keys**, whose old paths are still accepted", "| `name` | `host` |");
    }

    @Test
    void aCellHoldsPipesParagraphsAndListsInOneLine() {
        assertThat(Markdown.cell("a | b\nc\n\nd\n* e")).isEqualTo("a \\| b c<br>d<br>• e");
        assertThat(Markdown.cell("a\n\n```\nx: |\n  y\n```\n\nb")).isEqualTo("a<br>`x: \\|`<br>`  y`<br>b");
    }

    @Test
    void aDocShowsWhatIsNoMarkup() {
        assertThat(Markdown.text("a `b<c>` List<d>")).isEqualTo("a `b<c>` List&lt;d>");
        assertThat(Markdown.text("a `` b`<c> `` <d>")).isEqualTo("a `` b`<c> `` &lt;d>");
        assertThat(Markdown.text("a ` b")).isEqualTo("a \\` b");
    }

    @Test
    void aCodeMayHoldBackticks() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a``b")).isEqualTo("``` a``b ```");
    }
}
