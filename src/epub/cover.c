#include "epub/cover.h"

#include "epub/markup.h"
#include "epub/pictures.h"
#include "epub/wording.h"
#include "epub/xhtml.h"

/* Pixels on the longer side. E-readers show covers as wide as a shelf of four on a telephone, and
 * over a whole page. */
#define FEWEST_PIXELS 320u

static void tell_coarse(struct epub *epub, const struct image *image)
{
    uint32_t longer = image->width > image->height ? image->width : image->height;
    if (longer < FEWEST_PIXELS)
        diag_add(epub->diags, DIAG_CODE_IMAGE_COARSE, epub->doc->meta.cover.span,
                 "take a picture of 600 pixels or more, or leave cover: out: then one is drawn",
                 "the cover '%s' has only %u by %u pixels: e-readers show it blurred", image->path,
                 image->width, image->height);
}

bool epub_make_cover(struct epub *epub, struct slice drawn)
{
    const struct meta *meta = &epub->doc->meta;
    epub->cover = (struct epub_picture){.image = meta->cover_image};
    if (meta->cover_image) {
        if (!epub_fill_picture(epub, meta->cover.span, &epub->cover, "cover"))
            return false;
        tell_coarse(epub, meta->cover_image);
        epub->cover_bytes = buf_slice(&epub->cover.form->bytes);
    } else if (drawn.len > 0) {
        epub->cover.name = "cover.png";
        epub->cover.media_type = "image/png";
        epub->cover_bytes = drawn;
    }
    return true;
}

/* What is read on the cover; a row has the comma of its language. */
static const char *describe(struct epub *epub)
{
    const struct meta *meta = &epub->doc->meta;
    const char *title = meta->title.value, *clinic = meta->contact.name.value;
    if (!title || !clinic)
        return title ? title : clinic ? clinic : epub_word(epub, WORD_COVER);
    return arena_format(&epub->arena, "%s%s%s", title, words_comma(epub->doc->root->lang), clinic);
}

/* Without a picture the page says what one would show. */
static void put_words(struct epub *epub, struct markup *m)
{
    const struct meta *meta = &epub->doc->meta;
    markup_element(m, "p", meta->contact.name.value);
    if (meta->title.value)
        markup_element(m, "h1", meta->title.value);
    else
        epub_put_word(epub, m, "h1", WORD_COVER);
    markup_element(m, "p", meta->subtitle.value);
    epub_put_word(epub, m, "p", WORD_INFORMATION);
}

void epub_write_cover(struct epub *epub, struct buf *out)
{
    struct markup *m = markup_open(out);
    epub_start_page(epub, m, epub_word_lang(epub, WORD_COVER, NULL), epub_word(epub, WORD_COVER));
    markup_start_with(m, "section", ATTRIBUTES("epub:type", "cover", "class", "cover"));
    if (epub->cover.name) { /* the picture is the heading of its page */
        markup_start(m, "h1");
        markup_put(m, "img",
                   ATTRIBUTES("role", "doc-cover", "src", epub->cover.name, "alt", describe(epub)),
                   NULL);
        markup_end(m);
    } else {
        put_words(epub, m);
    }
    markup_end(m);
    markup_close(m);
}
