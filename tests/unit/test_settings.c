#include "reading.h"

#include "text/words.h"

/* Files written below a folder, then a leaflet in one of its folders is read. */
struct site {
    struct arena arena;
    const char *root;
    struct settings *settings; /* NULL: each leaflet reads its own */
};

static int set_up(void **state)
{
    struct site *site = calloc(1, sizeof *site);
    site->root = scratch_folder(&site->arena, "settings");
    *state = site;
    return 0;
}

static int tear_down(void **state)
{
    struct site *site = *state;
    char *command = arena_format(&site->arena, "rm -rf '%s'", site->root);
    int code = system(command);
    arena_free(&site->arena);
    free(site);
    return code;
}

/* Reads a leaflet of site/folder/, named as a user at site/ would; top is below site/ or NULL. */
static struct reading *leaflet(struct site *site, const char *folder, const char *top,
                               const char *text)
{
    const char *reason;
    char *path = file_join(&site->arena, site->root, folder);
    assert_int_equal(file_make_folders(path, &reason), STATUS_OK);
    struct read_options options = {
        .name = arena_format(&site->arena, "%s/leaflet.txt", folder),
        .folder = file_real(&site->arena, path, NULL),
        .top = top ? file_real(&site->arena, file_join(&site->arena, site->root, top), NULL) : NULL,
        .reader = READ_PLAIN,
        .settings = site->settings};
    return read_with(slice_from(text), &options);
}

#define TEXT "Title\n\nSome words.\n"

static const char *below(const struct site *site, const char *path)
{
    assert_int_equal(strncmp(path, site->root, strlen(site->root)), 0);
    return path + strlen(site->root);
}

static void nearer_settings_win(void **state)
{
    struct site *site = *state;
    write_text(site->root, "a/clinic.yml",
               "name: Hospital\nphone: 01632 960 001\nlang: fr\nhours: always\npage: a5\n"
               "print_links: none\ntheme: {brand: '#111111', size: 14}\nwords: {note: N1}\n");
    write_text(site->root, "a/b/clinic.yml",
               "phone: 01632 960 002\nhours:\ntheme: {brand: '#222222'}\nwords: {note: N2}\n");
    struct reading *r = leaflet(site, "a/b/c", "a", TEXT);
    const struct meta *meta = &r->doc->meta;
    assert_int_equal(r->diags.count, 0);
    assert_string_equal(meta->contact.name.value, "Hospital");
    assert_string_equal(meta->contact.phone.value, "01632 960 002");
    assert_null(meta->contact.hours.value); /* cleared */
    assert_string_equal(meta->lang.value, "fr");
    assert_int_equal(meta->paper.page, META_PAGE_A5);
    assert_int_equal(meta->print_links, META_LINKS_NONE);
    assert_int_equal(meta->theme.count, 3);
    assert_string_equal(meta->theme.items[2].value, "#222222");
    assert_string_equal(meta->wording[WORD_NOTE], "N2");
    assert_string_equal(below(site, inputs_root(r->inputs)), "/a");
    end_reading(r);
    r = leaflet(site, "a/b/c", "a",
                "---\npage: a4\nlang: en\ncontact: {phone: 01632 960 003}\nprint_links: list\n"
                "words: {note: N3}\n---\n" TEXT);
    meta = &r->doc->meta;
    assert_int_equal(meta->paper.page, META_PAGE_A4);
    assert_string_equal(meta->lang.value, "en");
    assert_string_equal(meta->contact.phone.value, "01632 960 003");
    assert_string_equal(meta->contact.name.value, "Hospital");
    assert_int_equal(meta->print_links, META_LINKS_LIST);
    assert_string_equal(meta->wording[WORD_NOTE], "N3");
    end_reading(r);
}

static void the_chain_has_an_end(void **state)
{
    struct site *site = *state;
    write_text(site->root, "far/clinic.yml", "name: Far\n");
    write_text(site->root, "far/gap/near/clinic.yml", "name: Near\n");
    /* above the folder given, a folder without settings ends the search */
    struct reading *r = leaflet(site, "far/gap/near/x", "far/gap/near", TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/far/gap/near");
    end_reading(r);
    /* inside the folder given, gaps do not matter */
    r = leaflet(site, "far/gap/near/x", "far", TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/far");
    assert_string_equal(r->doc->meta.contact.name.value, "Near");
    end_reading(r);
    /* without a folder given, the file's own folder is where the gaps begin to count */
    r = leaflet(site, "far/gap/near", NULL, TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/far/gap/near");
    end_reading(r);
    r = leaflet(site, "far/gap", NULL, TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/far");
    end_reading(r);
    /* a folder given that the file is not in counts as none */
    r = leaflet(site, "far/gap/near", "far/gap/near/x", TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/far/gap/near");
    end_reading(r);
}

static void without_settings_a_leaflet_still_reads(void **state)
{
    struct site *site = *state;
    struct reading *r = leaflet(site, "none/deep", "none", TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/none");
    assert_null(r->doc->meta.contact.name.value);
    assert_holds(dump(r), "\"Information for patients\"");
    end_reading(r);
    r = leaflet(site, "none/deep", NULL, TEXT);
    assert_string_equal(below(site, inputs_root(r->inputs)), "/none/deep");
    end_reading(r);
}

/* A folder that cannot be resolved: the search ends. */
static void an_unknown_folder_is_no_loop(void **state)
{
    (void)state;
    struct read_options options = {.name = "x.txt", .folder = ".", .reader = READ_PLAIN};
    struct reading *r = read_with(SLICE_LIT(TEXT), &options);
    assert_non_null(inputs_root(r->inputs));
    end_reading(r);
}

static void messages_name_the_settings_file(void **state)
{
    struct site *site = *state;
    write_text(site->root, "bad/clinic.yml", "lang: en\nphon: 1\nemail: x\n");
    struct reading *r = leaflet(site, "bad/in", "bad", TEXT);
    assert_code_at(r, DIAG_CODE_KEY_UNKNOWN, 2, 1);
    assert_code_at(r, DIAG_CODE_VALUE_FORM, 3, 8);
    assert_string_equal(find_code(r, DIAG_CODE_KEY_UNKNOWN)->span.source->name, "bad/clinic.yml");
    end_reading(r);
}

static void wrong_settings_are_told(void **state)
{
    struct site *site = *state;
    write_text(site->root, "list/clinic.yml", "- name\n");
    struct reading *r = leaflet(site, "list", NULL, TEXT);
    assert_code_at(r, DIAG_CODE_VALUE_TYPE, 1, 1);
    end_reading(r);
    write_bytes(site->root, "latin/clinic.yml", "name: Caf\xe9\n", 11);
    r = leaflet(site, "latin", NULL, TEXT);
    assert_code_at(r, DIAG_CODE_NOT_UTF8, 1, 10);
    end_reading(r);
    write_text(site->root, "folder/clinic.yml/file", "");
    r = leaflet(site, "folder", NULL, TEXT);
    assert_int_equal(count_code(r, DIAG_CODE_FILE_UNREADABLE), 1);
    assert_string_equal(find_code(r, DIAG_CODE_FILE_UNREADABLE)->file, "folder/clinic.yml");
    end_reading(r);
    write_text(site->root, "empty/clinic.yml", "# nothing yet\n");
    r = leaflet(site, "empty", NULL, TEXT);
    assert_int_equal(r->diags.errors, 0);
    end_reading(r);
    write_text(site->root, "title/clinic.yml", "lang: en\ntitle: X\n");
    r = leaflet(site, "title", NULL, TEXT);
    assert_holds(find_code(r, DIAG_CODE_KEY_UNKNOWN)->hint, "front matter");
    end_reading(r);
}

static void values_stay_exact(void **state)
{
    struct site *site = *state;
    write_text(site->root, "exact/clinic.yml",
               "lang: en\nname: \"O'Neill's \\\"best\\\" -- clinic\"\nphone: 01632  960 001\n"
               "address: [Mill Lane, Riverside]\n");
    struct reading *r = leaflet(site, "exact", NULL, TEXT);
    assert_holds(dump(r), "\"O'Neill's \\\"best\\\" -- clinic\"");
    assert_string_equal(r->doc->meta.contact.address.value, "Mill Lane\nRiverside");
    end_reading(r);
}

/* A clinic's English hours in its Arabic leaflet are tagged as English. */
static void settings_keep_their_language(void **state)
{
    struct site *site = *state;
    write_text(site->root, "many/clinic.yml",
               "lang: en\nname: Riverside Skin Clinic\nphone: 01632 960 001 (reception)\n"
               "hours: weekdays\naddress: [Mill Lane, Riverside]\n");
    struct reading *r = leaflet(site, "many", NULL, "---\nlang: ar\n---\n" TEXT);
    assert_int_equal(r->diags.count, 0);
    const char *text = dump(r);
    assert_holds(text, "span lang=en dir=ltr generated\n        text \"Riverside Skin Clinic\"");
    assert_holds(text, "span lang=en dir=ltr generated\n              text \"weekdays\"");
    assert_lacks(text, "lang=ar dir=rtl generated");
    end_reading(r);
    r = leaflet(site, "many", NULL, TEXT);
    assert_lacks(dump(r), "span");
    end_reading(r);
}

static bool was_read(const struct reading *r, const char *end)
{
    bool found = false;
    for (size_t i = 0; i < inputs_count(r->inputs); i++) {
        const struct input *input = inputs_at(r->inputs, i);
        found = found || (input->question == INPUT_BYTES && input->found &&
                          slice_ends(slice_from(input->path), end));
    }
    return found;
}

/* Each leaflet is told of them, has their values and their files in its record, and its own front
 * matter changes nothing for the next one. */
static void several_leaflets_share_settings(void **state)
{
    struct site *site = *state;
    static const char *const fronts[] = {
        TEXT, "---\ncontact: {name: Own}\nwords: {note: Own}\n---\n" TEXT, TEXT};
    site->settings = settings_open();
    for (size_t i = 0; i < 3; i++) {
        char *name =
            arena_format(&site->arena, "name: Hospital %zu\nnmae: x\nwords: {note: N}\n", i);
        write_text(site->root, "s/clinic.yml", name);
        write_text(site->root, "s/Clinic.yml", "name: Other\n");
        struct reading *r = leaflet(site, "s", NULL, fronts[i]);
        const struct meta *meta = &r->doc->meta;
        assert_string_equal(meta->contact.name.value, i == 1 ? "Own" : "Hospital 0");
        assert_string_equal(meta->wording[WORD_NOTE], i == 1 ? "Own" : "N");
        assert_int_equal(r->diags.per_code[DIAG_CODE_KEY_UNKNOWN], 1);
        assert_string_equal(below(site, inputs_root(r->inputs)), "/s");
        assert_true(was_read(r, "/s/clinic.yml"));
        end_reading(r);
    }
    struct reading *r = leaflet(site, "s/t", NULL, TEXT); /* another folder has its own */
    assert_string_equal(r->doc->meta.contact.name.value, "Hospital 2");
    end_reading(r);
    settings_close(site->settings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nearer_settings_win, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_chain_has_an_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_settings_a_leaflet_still_reads, set_up, tear_down),
        cmocka_unit_test(an_unknown_folder_is_no_loop),
        cmocka_unit_test_setup_teardown(messages_name_the_settings_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wrong_settings_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(settings_keep_their_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_stay_exact, set_up, tear_down),
        cmocka_unit_test_setup_teardown(several_leaflets_share_settings, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
