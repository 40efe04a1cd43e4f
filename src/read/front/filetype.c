#include "read/front/filetype.h"

#include <string.h>

#include "read/front/command.h"

/* Where the names inside an archive are looked for: it ends with a list of them (APPNOTE.TXT,
 * 4.3.12), and begins with the first. */
#define NAMES_BYTES (64u * 1024u)

/* How much may stand before the first tag of a page. */
#define PAGE_BYTES 4096u

/* What to do with a file of the kind. */
enum advice {
    ADVISE_PANDOC, /* which reads it */
    ADVISE_MEDIA,  /* the same, and its pictures must be taken out */
    ADVISE_DOC,
    ADVISE_EXPORT,
    ADVISE_COPY,
    ADVISE_TABLE,
    ADVISE_PDF,
    ADVISE_WEB,
    ADVISE_PICTURE,
    ADVISE_UNPACK,
    ADVISE_TEXT,
};

struct filetype {
    const char *name, *ending;
    const char *format; /* what pandoc calls it */
    enum advice advice;
};

static const struct filetype docx = {"a Word file", ".docx", "docx", ADVISE_MEDIA},
                             doc = {"an old Word file", ".doc", NULL, ADVISE_DOC},
                             odt = {"an OpenDocument text", ".odt", "odt", ADVISE_MEDIA},
                             rtf = {"a Rich Text file", ".rtf", "rtf", ADVISE_PANDOC},
                             html = {"a web page", ".html", "html", ADVISE_PANDOC},
                             latex = {"a LaTeX file", ".tex", "latex", ADVISE_PANDOC},
                             epub = {"an e-book", ".epub", "epub", ADVISE_MEDIA},
                             mhtml = {"a web page with its pictures", ".mhtml", NULL, ADVISE_WEB},
                             pages = {"a file of Pages, Numbers or Keynote", ".pages", NULL,
                                      ADVISE_EXPORT},
                             wpd = {"a WordPerfect file", ".wpd", NULL, ADVISE_DOC},
                             slides = {"a presentation", ".pptx", NULL, ADVISE_COPY},
                             sheet = {"a spreadsheet", ".xlsx", NULL, ADVISE_TABLE},
                             mail = {"a message of Outlook", ".msg", NULL, ADVISE_COPY},
                             pdf = {"a PDF", ".pdf", NULL, ADVISE_PDF},
                             postscript = {"a PostScript file", ".ps", NULL, ADVISE_TEXT},
                             picture = {"a picture", ".png", NULL, ADVISE_PICTURE},
                             archive = {"an archive", ".zip", NULL, ADVISE_UNPACK},
                             office = {"a file of an office program", ".doc", NULL, ADVISE_DOC},
                             xml = {"an XML file", ".xml", NULL, ADVISE_TEXT},
                             film = {"a film or sound file", ".mp4", NULL, ADVISE_TEXT};

/* What stands at a place of every file of a kind. */
static const struct magic {
    size_t at;
    struct slice bytes;
    const struct filetype *type;
} magics[] = {
    {0, {"{\\rtf", 5}, &rtf},
    {0, {"%PDF-", 5}, &pdf},
    {0, {"%!PS", 4}, &postscript},
    {0, {"\\documentclass", 14}, &latex},
    {0, {"\xffWPC", 4}, &wpd},
    {0, {"\x89PNG\r\n", 6}, &picture},
    {0, {"\xff\xd8\xff", 3}, &picture},
    {0, {"GIF8", 4}, &picture},
    {0, {"II*\0", 4}, &picture},
    {0, {"MM\0*", 4}, &picture},
    {0, {"8BPS", 4}, &picture},
    {8, {"WEBP", 4}, &picture},
    {4, {"ftyphei", 7}, &picture},
    {4, {"ftypmif1", 8}, &picture},
    {4, {"ftypavif", 8}, &picture},
    {6, {"\0\0\0\0", 4}, &picture}, /* BM: see is_of_kind */
    {4, {"ftyp", 4}, &film},
    {0, {"ID3", 3}, &film},
    {0, {"\x1f\x8b\x08", 3}, &archive},
    {0, {"7z\xbc\xaf\x27\x1c", 6}, &archive},
    {0, {"Rar!\x1a\x07", 6}, &archive},
    {0, {"MIME-Version:", 13}, &mhtml},
    {0, {"From: <Saved by", 15}, &mhtml},
};

/* What the names inside an archive say, and what stands in OpenDocument's and EPUB's `mimetype`
 * (OpenDocument 1.3, part 2, 3.3). */
static const struct mark {
    const char *text;
    const struct filetype *type;
} zip_marks[] = {
    {"mimetypeapplication/vnd.oasis.opendocument.text", &odt},
    {"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", &sheet},
    {"mimetypeapplication/vnd.oasis.opendocument.presentation", &slides},
    {"mimetypeapplication/epub+zip", &epub},
    {"word/document", &docx},
    {"xl/workbook", &sheet},
    {"ppt/presentation", &slides},
    {"Index/Document.iwa", &pages},
};

/* The streams of a compound file (MS-CFB): their names are in UTF-16. */
static const struct mark compound_marks[] = {
    {"WordDocument", &doc}, {"PowerPoint Document", &slides}, {"Workbook", &sheet},
    {"Book", &sheet},       {"__substg1.0_", &mail},
};

static bool holds(struct slice bytes, const char *text, size_t len)
{
    return bytes.len > 0 && memmem(bytes.ptr, bytes.len, text, len);
}

static const struct filetype *find_zip(struct slice bytes)
{
    struct slice head = slice_sub(bytes, 0, NAMES_BYTES);
    struct slice tail =
        slice_from_position(bytes, bytes.len > NAMES_BYTES ? bytes.len - NAMES_BYTES : 0);
    for (size_t i = 0; i < sizeof zip_marks / sizeof *zip_marks; i++) {
        size_t len = strlen(zip_marks[i].text);
        if (holds(head, zip_marks[i].text, len) || holds(tail, zip_marks[i].text, len))
            return zip_marks[i].type;
    }
    return &archive;
}

static const struct filetype *find_compound(struct slice bytes)
{
    for (size_t i = 0; i < sizeof compound_marks / sizeof *compound_marks; i++) {
        char wide[64];
        size_t len = strlen(compound_marks[i].text);
        for (size_t k = 0; k < len; k++) {
            wide[2 * k] = compound_marks[i].text[k];
            wide[2 * k + 1] = '\0';
        }
        if (holds(bytes, wide, 2 * len))
            return compound_marks[i].type;
    }
    return &office;
}

static bool starts_nocase(struct slice text, struct slice start)
{
    return slice_equal_nocase(slice_sub(text, 0, start.len), start);
}

/* The first tag of a page: behind blanks, a byte-order mark, comments and processing instructions;
 * empty where it is not near. */
static struct slice first_tag(struct slice bytes, bool *xml_declared)
{
    struct slice rest = slice_sub(bytes, 0, PAGE_BYTES);
    if (slice_starts(rest, "\xef\xbb\xbf"))
        rest = slice_from_position(rest, 3);
    for (;;) {
        rest = slice_trim(rest);
        const char *close = slice_starts(rest, "<!--") ? "-->"
                            : slice_starts(rest, "<?") ? "?>"
                                                       : NULL;
        if (!close)
            return rest;
        *xml_declared = *xml_declared || slice_starts(rest, "<?xml");
        const char *end = memmem(rest.ptr, rest.len, close, strlen(close));
        if (!end)
            return SLICE_EMPTY;
        rest = slice_from_position(rest, (size_t)(end - rest.ptr) + strlen(close));
    }
}

static const struct filetype *find_page(struct slice bytes)
{
    bool xml_declared = false;
    struct slice tag = first_tag(bytes, &xml_declared);
    if (starts_nocase(tag, SLICE_LIT("<!doctype html")) || starts_nocase(tag, SLICE_LIT("<html")) ||
        starts_nocase(tag, SLICE_LIT("<head>")) || starts_nocase(tag, SLICE_LIT("<body")))
        return &html;
    if (starts_nocase(tag, SLICE_LIT("<svg")) || starts_nocase(tag, SLICE_LIT("<!doctype svg")))
        return &picture;
    return xml_declared ? &xml : NULL;
}

static const struct filetype *find(struct slice bytes)
{
    if (slice_starts(bytes, "PK\3\4"))
        return find_zip(bytes);
    if (slice_starts(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return find_compound(bytes);
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        struct slice there = slice_sub(bytes, magics[i].at, magics[i].bytes.len);
        bool bitmap = magics[i].at != 6 || slice_starts(bytes, "BM");
        bool riff = magics[i].at != 8 || slice_starts(bytes, "RIFF");
        if (bitmap && riff && slice_equal(there, magics[i].bytes))
            return magics[i].type;
    }
    return find_page(bytes);
}

static const char *pandoc(struct arena *arena, const char *name, const struct filetype *type)
{
    struct slice written = slice_from(name);
    size_t len = strlen(type->ending), at = written.len > len ? written.len - len : 0;
    bool named = slice_equal_nocase(slice_from_position(written, at), slice_from(type->ending));
    return arena_format(
        arena, "save it as plain text (UTF-8), or convert it: pandoc %s%s%s%s -t gfm%s -o %s",
        named ? "" : "-f ", named ? "" : type->format, named ? "" : " ", command_word(arena, name),
        type->advice == ADVISE_MEDIA ? " --extract-media=." : "",
        command_renamed(arena, name, ".md"));
}

static const char *hint(struct arena *arena, const char *name, const struct filetype *type)
{
    switch (type->advice) {
    case ADVISE_PANDOC:
    case ADVISE_MEDIA: return pandoc(arena, name, type);
    case ADVISE_DOC:
        return "save it as plain text (UTF-8), or as .docx, which pandoc can convert to Markdown";
    case ADVISE_EXPORT: return "export it from there as plain text, or as Word (.docx) for pandoc";
    case ADVISE_COPY: return "copy its words into a plain text file (UTF-8)";
    case ADVISE_TABLE:
        return "write the cells that the leaflet needs as a table: | Day | Dose | and below it "
               "| --- | --- |";
    case ADVISE_PDF:
        return arena_format(arena,
                            "take the file that the PDF was made from; else get the words out, and "
                            "read them through: pdftotext %s %s",
                            command_word(arena, name), command_renamed(arena, name, ".txt"));
    case ADVISE_WEB: return "save the page as HTML only, which pandoc can convert to Markdown";
    case ADVISE_PICTURE:
        return "name the leaflet's text; a picture stands in it as ![what it shows](photo.png)";
    case ADVISE_UNPACK: return "unpack it, and name the text that is in it";
    case ADVISE_TEXT: break;
    }
    return "name the leaflet's text: plain text or Markdown, in UTF-8";
}

bool filetype_tell(const struct source *source, struct diag_list *diags)
{
    const struct filetype *type = find(source->text);
    if (!type)
        return false;
    diag_add(diags, DIAG_CODE_NOT_TEXT, (struct span){source, 0, 0},
             hint(diags->arena, source->name, type), "this is %s, not a plain text", type->name);
    return true;
}
