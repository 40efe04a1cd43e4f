#include "read/front/names.h"

#include <string.h>

struct name {
    const char *other, *ours;
};

/* In small letters, words joined by _. */
static const struct name keys[] = {
    {"date", "published"},
    {"publish_date", "published"},
    {"publication_date", "published"},
    {"date_published", "published"},
    {"published_on", "published"},
    {"issued", "published"},
    {"issue_date", "published"},
    {"description", "summary"},
    {"abstract", "summary"},
    {"intro", "summary"},
    {"introduction", "summary"},
    {"excerpt", "summary"},
    {"author", "authors"},
    {"by", "authors"},
    {"written_by", "authors"},
    {"reviewer", "reviewers"},
    {"reviewed_by", "reviewers"},
    {"checked_by", "reviewers"},
    {"language", "lang"},
    {"locale", "lang"},
    {"review_date", "next_review"},
    {"review_due", "next_review"},
    {"review_by", "next_review"},
    {"next_review_date", "next_review"},
    {"next_review_due", "next_review"},
    {"due_for_review", "next_review"},
    {"last_reviewed", "reviewed"},
    {"last_review", "reviewed"},
    {"date_reviewed", "reviewed"},
    {"reviewed_on", "reviewed"},
    {"updated", "reviewed"},
    {"last_updated", "reviewed"},
    {"modified", "reviewed"},
    {"lastmod", "reviewed"},
    {"ref", "reference"},
    {"reference_number", "reference"},
    {"leaflet_number", "reference"},
    {"document_number", "reference"},
    {"source", "sources"},
    {"url", "online"},
    {"publishdate", "published"},
    {"references", "sources"},
    {"bibliography", "sources"},
    {"department", "owner"},
    {"heading", "title"},
    {"name_of_leaflet", "title"},
    {"telephone", "phone"},
    {"tel", "phone"},
    {"phone_number", "phone"},
    {"telephone_number", "phone"},
    {"e_mail", "email"},
    {"mail", "email"},
    {"website", "web"},
    {"homepage", "web"},
    {"opening_hours", "hours"},
    {"opening_times", "hours"},
    {"clinic", "name"},
    {"clinic_name", "name"},
    {"hospital", "name"},
    {"organisation", "name"},
    {"organization", "name"},
    {"papersize", "page"},
    {"paper_size", "page"},
    {"paper", "page"},
    {"page_size", "page"},
    {"pagesize", "page"},
    {"links", "print_links"},
    {"fontsize", "size"},
    {"font_size", "size"},
    {"text_size", "size"},
    {"colour", "brand"},
    {"color", "brand"},
    {"brand_colour", "brand"},
    {"brand_color", "brand"},
    {"mainfont", "font"},
    {"font_family", "font"},
    {"alignment", "align"},
};

static const char *const foreign[] = {
    "layout",
    "permalink",
    "tags",
    "category",
    "categories",
    "nav_order",
    "nav_exclude",
    "parent",
    "grand_parent",
    "has_children",
    "has_toc",
    "slug",
    "draft",
    "weight",
    "aliases",
    "toc",
    "sidebar",
    "sidebar_label",
    "sidebar_position",
    "pagination_next",
    "pagination_prev",
    "hide_title",
    "hide_table_of_contents",
    "redirect_from",
    "redirect_to",
    "search_exclude",
    "author_profile",
    "read_time",
    "toc_label",
    "toc_sticky",
    "linkTitle",
    "menu",
    "cascade",
    "outputs",
    "eleventyNavigation",
    "eleventyExcludeFromCollections",
    "templateEngineOverride",
    "pagination",
    "custom_edit_url",
    "pagination_label",
    "hide",
    "template",
    "sitemap",
    "canonical_url",
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *find(const struct name *names, size_t count, const char *other)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i].other, other) == 0)
            return names[i].ours;
    return NULL;
}

const char *names_key(struct arena *arena, const char *written)
{
    char *key = arena_string(arena, slice_trim(slice_from(written)));
    for (char *at = key; *at; at++)
        *at = *at == ' ' || *at == '-' ? '_' : ascii_lower(*at);
    const char *ours = find(keys, COUNT(keys), key);
    return ours ? ours : key;
}

const char *names_foreign(size_t index)
{
    return index < COUNT(foreign) ? foreign[index] : NULL;
}

bool names_is_foreign(const char *key)
{
    for (size_t i = 0; i < COUNT(foreign); i++)
        if (strcmp(foreign[i], key) == 0)
            return true;
    return false;
}
