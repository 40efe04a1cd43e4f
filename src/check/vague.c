#include "check/vague.h"

/* Words that say nothing of what is seen, in the languages of most leaflets; and the parts of the
 * names that cameras, telephones and programs give to files. */
static const char *const vague_words[] = {
    /* kinds */ "image",
    "images",
    "picture",
    "photo",
    "photograph",
    "photographs",
    "pic",
    "img",
    "figure",
    "fig",
    "graphic",
    "graphics",
    "icon",
    "illustration",
    "drawing",
    "diagram",
    "chart",
    "logo",
    "screenshot",
    "screen",
    "shot",
    "thumbnail",
    "placeholder",
    "alt",
    "text",
    "untitled",
    "bild",
    "foto",
    "grafik",
    "abbildung",
    "zeichnung",
    "imagen",
    "figura",
    "immagine",
    "imagem",
    "obraz",
    "rysunek",
    "afbeelding",
    /* between them */ "a",
    "an",
    "the",
    "of",
    "no",
    "my",
    "this",
    "new",
    "copy",
    "ein",
    "eine",
    "une",
    "una",
    "un",
    "el",
    "la",
    "le",
    /* files */ "jpg",
    "jpeg",
    "png",
    "gif",
    "heic",
    "webp",
    "tif",
    "tiff",
    "bmp",
    "svg",
    "dsc",
    "dscn",
    "dscf",
    "dcim",
    "pxl",
    "mvimg",
    "pano",
    "gopr",
    "scan",
    "whatsapp",
    "unnamed",
    "file",
    "at",
    "p",
    "wa",
    "mp",
    "px"};

static const char *const file_endings[] = {".jpg",  ".jpeg", ".png",  ".gif", ".heic",
                                           ".webp", ".tif",  ".tiff", ".bmp", ".svg"};

static bool is_listed(struct slice word)
{
    for (size_t i = 0; i < sizeof vague_words / sizeof *vague_words; i++)
        if (slice_equal_nocase(word, slice_from(vague_words[i])))
            return true;
    return false;
}

static bool is_letter(char c)
{
    return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* True if there is no word but vague ones; figures and signs do not count. */
static bool is_vague(struct slice alt)
{
    size_t words = 0;
    for (size_t at = 0; at < alt.len;) {
        size_t end = at;
        while (end < alt.len && is_letter(alt.ptr[end]))
            end++;
        if (end > at && !is_listed(slice_sub(alt, at, end - at)))
            return false;
        words += end > at;
        at = end > at ? end : at + 1;
    }
    return words > 0;
}

static bool is_file_name(struct slice alt)
{
    for (size_t i = 0; i < sizeof file_endings / sizeof *file_endings; i++) {
        struct slice ending = slice_from(file_endings[i]);
        if (alt.len > ending.len &&
            slice_equal_nocase(slice_from_position(alt, alt.len - ending.len), ending))
            return true;
    }
    return slice_find(alt, '_') < alt.len && slice_find(alt, ' ') == alt.len;
}

void check_picture_names(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (at->kind != NODE_IMAGE || at->generated || !at->u.image.alt)
            continue;
        struct slice alt = slice_trim(slice_from(at->u.image.alt));
        if (!is_file_name(alt) && !is_vague(alt))
            continue;
        diag_add(
            diags, DIAG_CODE_IMAGE_ALT_VAGUE, at->span,
            "say it in words for who cannot see it, as in ![A pad held with two fingers](file)",
            "'%.*s%s' does not say what the picture shows", DIAG_SHOWN(alt));
    }
}
