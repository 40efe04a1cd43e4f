#include "read/markdown/html_tags.h"

/* In a box no node of its own stands; its kind says that it holds blocks. */
#define BOX NODE_DOCUMENT

static const struct md_tag tags[] = {
    {"b", .role = MD_ROLE_MARK, .kind = NODE_STRONG},
    {"strong", .role = MD_ROLE_MARK, .kind = NODE_STRONG},
    {"i", .role = MD_ROLE_MARK, .kind = NODE_EMPHASIS},
    {"em", .role = MD_ROLE_MARK, .kind = NODE_EMPHASIS},
    {"cite", .role = MD_ROLE_MARK, .kind = NODE_EMPHASIS},
    {"dfn", .role = MD_ROLE_MARK, .kind = NODE_EMPHASIS},
    {"var", .role = MD_ROLE_MARK, .kind = NODE_EMPHASIS},
    {"s", .role = MD_ROLE_MARK, .kind = NODE_STRIKE},
    {"strike", .role = MD_ROLE_MARK, .kind = NODE_STRIKE},
    {"del", .role = MD_ROLE_MARK, .kind = NODE_STRIKE},
    {"sub", .role = MD_ROLE_MARK, .kind = NODE_SUBSCRIPT},
    {"sup", .role = MD_ROLE_MARK, .kind = NODE_SUPERSCRIPT},
    {"code", .role = MD_ROLE_MARK, .kind = NODE_CODE},
    {"samp", .role = MD_ROLE_MARK, .kind = NODE_CODE},
    {"tt", .role = MD_ROLE_MARK, .kind = NODE_CODE},
    {"kbd", .role = MD_ROLE_MARK, .kind = NODE_KEYBOARD},
    {"abbr", .role = MD_ROLE_MARK, .kind = NODE_ABBREVIATION},
    {"acronym", .role = MD_ROLE_MARK, .kind = NODE_ABBREVIATION},
    {"span", .role = MD_ROLE_MARK, .kind = NODE_SPAN},
    {"bdi", .role = MD_ROLE_MARK, .kind = NODE_ISOLATE},
    {"a", .role = MD_ROLE_MARK, .kind = NODE_LINK},
    {"br", .role = MD_ROLE_BREAK, .kind = NODE_LINE_BREAK},
    {"img", .role = MD_ROLE_IMAGE, .kind = NODE_IMAGE},
    {"q", .role = MD_ROLE_QUOTES},
    {"u", .role = MD_ROLE_LOOKS},
    {"ins", .role = MD_ROLE_LOOKS},
    {"mark", .role = MD_ROLE_LOOKS},
    {"small", .role = MD_ROLE_LOOKS},
    {"big", .role = MD_ROLE_LOOKS},
    {"font", .role = MD_ROLE_LOOKS},
    {"blink", .role = MD_ROLE_LOOKS},
    {"nobr", .role = MD_ROLE_LOOKS},
    {"label", .role = MD_ROLE_LOOKS, .word = true},
    {"button", .role = MD_ROLE_LOOKS, .word = true},
    {"bdo", .role = MD_ROLE_LOOKS},
    {"p", .role = MD_ROLE_TEXT, .kind = NODE_PARAGRAPH, .optional = true},
    {"h1", .role = MD_ROLE_TEXT, .kind = NODE_HEADING, .level = 1},
    {"h2", .role = MD_ROLE_TEXT, .kind = NODE_HEADING, .level = 2},
    {"h3", .role = MD_ROLE_TEXT, .kind = NODE_HEADING, .level = 3},
    {"h4", .role = MD_ROLE_TEXT, .kind = NODE_HEADING, .level = 4},
    {"h5", .role = MD_ROLE_TEXT, .kind = NODE_HEADING, .level = 5},
    {"h6", .role = MD_ROLE_TEXT, .kind = NODE_HEADING, .level = 6},
    {"pre", .role = MD_ROLE_TEXT, .kind = NODE_CODE_BLOCK},
    {"caption", .role = MD_ROLE_TEXT, .kind = NODE_CAPTION},
    {"figcaption", .role = MD_ROLE_TEXT, .kind = NODE_CAPTION},
    {"legend", .role = MD_ROLE_TEXT, .kind = NODE_PARAGRAPH},
    {"summary", .role = MD_ROLE_TEXT, .kind = NODE_PARAGRAPH},
    {"dt", .role = MD_ROLE_TEXT, .kind = NODE_TERM, .optional = true},
    {"ul", .role = MD_ROLE_CONTAINER, .kind = NODE_LIST},
    {"ol", .role = MD_ROLE_CONTAINER, .kind = NODE_LIST},
    {"menu", .role = MD_ROLE_CONTAINER, .kind = NODE_LIST},
    {"dir", .role = MD_ROLE_CONTAINER, .kind = NODE_LIST},
    {"li", .role = MD_ROLE_CONTAINER, .kind = NODE_ITEM, .optional = true},
    {"dl", .role = MD_ROLE_CONTAINER, .kind = NODE_DESCRIPTION_LIST},
    {"dd", .role = MD_ROLE_CONTAINER, .kind = NODE_DESCRIPTION, .optional = true},
    {"blockquote", .role = MD_ROLE_CONTAINER, .kind = NODE_QUOTE},
    {"table", .role = MD_ROLE_CONTAINER, .kind = NODE_TABLE},
    {"thead", .role = MD_ROLE_CONTAINER, .kind = NODE_TABLE_HEAD, .optional = true},
    {"tbody", .role = MD_ROLE_CONTAINER, .kind = NODE_TABLE_BODY, .optional = true},
    {"tfoot", .role = MD_ROLE_CONTAINER, .kind = NODE_TABLE_BODY, .optional = true},
    {"tr", .role = MD_ROLE_CONTAINER, .kind = NODE_ROW, .optional = true},
    {"td", .role = MD_ROLE_CONTAINER, .kind = NODE_CELL, .optional = true},
    {"th", .role = MD_ROLE_CONTAINER, .kind = NODE_CELL, .optional = true},
    {"hr", .role = MD_ROLE_RULE, .kind = NODE_BREAK},
    {"div", .role = MD_ROLE_BOX, .kind = BOX},
    {"section", .role = MD_ROLE_BOX, .kind = BOX},
    {"article", .role = MD_ROLE_BOX, .kind = BOX},
    {"main", .role = MD_ROLE_BOX, .kind = BOX},
    {"header", .role = MD_ROLE_BOX, .kind = BOX},
    {"footer", .role = MD_ROLE_BOX, .kind = BOX},
    {"nav", .role = MD_ROLE_BOX, .kind = BOX},
    {"hgroup", .role = MD_ROLE_BOX, .kind = BOX},
    {"address", .role = MD_ROLE_BOX, .kind = BOX},
    {"figure", .role = MD_ROLE_BOX, .kind = BOX},
    {"aside", .role = MD_ROLE_BOX, .kind = BOX, .told = true},
    {"center", .role = MD_ROLE_BOX, .kind = BOX, .told = true},
    {"details", .role = MD_ROLE_BOX, .kind = BOX, .told = true},
    {"fieldset", .role = MD_ROLE_BOX, .kind = BOX, .told = true},
    {"form", .role = MD_ROLE_BOX, .kind = BOX, .told = true},
    {"noscript", .role = MD_ROLE_BOX, .kind = BOX},
    {"html", .role = MD_ROLE_BOX, .kind = BOX},
    {"body", .role = MD_ROLE_BOX, .kind = BOX},
    {"picture", .role = MD_ROLE_SILENT},
    {"source", .role = MD_ROLE_SILENT, .word = true},
    {"wbr", .role = MD_ROLE_SILENT},
    {"time", .role = MD_ROLE_SILENT, .word = true},
    {"data", .role = MD_ROLE_SILENT, .word = true},
    {"o:p", .role = MD_ROLE_SILENT}, /* around what a paragraph of Word holds */
    {"colgroup", .role = MD_ROLE_SILENT},
    {"col", .role = MD_ROLE_SILENT},
    {"meta", .role = MD_ROLE_SILENT, .word = true},
    {"link", .role = MD_ROLE_SILENT, .word = true},
    {"script", .role = MD_ROLE_UNSEEN},
    {"style", .role = MD_ROLE_UNSEEN},
    {"head", .role = MD_ROLE_UNSEEN},
    {"template", .role = MD_ROLE_LOST},
    {"iframe", .role = MD_ROLE_LOST},
    {"video", .role = MD_ROLE_LOST},
    {"audio", .role = MD_ROLE_LOST},
    {"object", .role = MD_ROLE_LOST, .word = true},
    {"canvas", .role = MD_ROLE_LOST},
    {"svg", .role = MD_ROLE_LOST},
    {"math", .role = MD_ROLE_LOST},
    {"map", .role = MD_ROLE_LOST, .word = true},
    {"select", .role = MD_ROLE_LOST, .word = true},
    {"textarea", .role = MD_ROLE_LOST},
    {"embed", .role = MD_ROLE_FIELD},
    {"input", .role = MD_ROLE_FIELD, .word = true},
};

const struct md_tag *md_tag_find(struct slice name)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (slice_equal_nocase(name, slice_from(tags[i].name)))
            return &tags[i];
    return NULL;
}

bool md_tag_is_void(const struct md_tag *tag)
{
    static const char *const names[] = {"source", "wbr", "col", "meta", "link"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_string(slice_from(names[i]), tag->name))
            return true;
    return tag->role == MD_ROLE_BREAK || tag->role == MD_ROLE_IMAGE || tag->role == MD_ROLE_RULE ||
           tag->role == MD_ROLE_FIELD;
}
