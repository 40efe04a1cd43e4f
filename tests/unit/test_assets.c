#include "reading.h"

#include "read/passes/assets.h"
#include "read/passes/names.h"

/* A picture of one grey pixel. */
static const unsigned char png[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

struct place {
    struct arena arena;
    const char *top, *root, *folder;
    struct diag_list diags;
    struct doc *doc;
};

static int set_up(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    place->top = scratch_folder(&place->arena, "assets");
    write_bytes(place->top, "secret.png", png, sizeof png);
    write_bytes(place->top, "content-more/x.png", png, sizeof png);
    write_bytes(place->top, "content/logo.png", png, sizeof png);
    write_bytes(place->top, "content/dept/a b.png", png, sizeof png);
    write_bytes(place->top, "content/dept/half.png", png, 40);
    write_text(place->top, "content/dept/text.png", "no picture\n");
    write_text(place->top, "content/dept/folder.png/x", "");
    place->root = file_join(&place->arena, place->top, "content");
    place->folder = file_join(&place->arena, place->root, "dept");
    assert_int_equal(
        symlink("../../secret.png", file_join(&place->arena, place->folder, "out.png")), 0);
    assert_int_equal(symlink("../logo.png", file_join(&place->arena, place->folder, "in.png")), 0);
    assert_int_equal(symlink("loop.png", file_join(&place->arena, place->folder, "loop.png")), 0);
    assert_int_equal(symlink("nothing.png", file_join(&place->arena, place->folder, "broken.png")),
                     0);
    assert_int_equal(symlink("../..", file_join(&place->arena, place->folder, "up")), 0);
    place->diags.arena = &place->arena;
    place->doc = doc_new();
    place->doc->inputs = inputs_open(NULL, false);
    inputs_set_root(place->doc->inputs, place->root, NULL);
    place->doc->names = names_open();
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    int code = system(arena_format(&place->arena, "rm -rf '%s'", place->top));
    diag_free(&place->diags);
    names_close(place->doc->names);
    inputs_close(place->doc->inputs);
    doc_free(place->doc);
    arena_free(&place->arena);
    free(place);
    return code;
}

static const struct image *open_path(struct place *place, const char *path)
{
    return read_image(place->doc, place->folder, slice_from(path), SPAN_NONE, &place->diags);
}

/* The path is refused with this code and nothing else; the hint holds some words. */
static void refused(struct place *place, const char *path, enum diag_code code, const char *hint)
{
    size_t before = place->diags.count;
    assert_null(open_path(place, path));
    if (place->diags.count != before + 1 || place->diags.items[before].code != code)
        fail_msg("%s: [%s] %s", path, diag_code_name(place->diags.items[before].code),
                 place->diags.items[before].message);
    if (hint)
        assert_holds(place->diags.items[before].hint, hint);
    assert_lacks(place->diags.items[before].message, place->top);
}

static void pictures_inside_are_opened_once(void **state)
{
    struct place *place = *state;
    const struct image *logo = open_path(place, "../logo.png");
    assert_non_null(logo);
    assert_ptr_equal(open_path(place, "./../dept/../logo.png"), logo);
    assert_ptr_equal(open_path(place, "in.png"), logo); /* a link inside the root */
    assert_non_null(open_path(place, "a b.png"));
    assert_ptr_equal(open_path(place, "a%20b.png"), open_path(place, "a b.png"));
    assert_int_equal(place->diags.count, 0);
}

static void no_path_leads_out(void **state)
{
    struct place *place = *state;
    refused(place, "../../secret.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "../../../../../../../../etc/passwd", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "..%2f..%2fsecret.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "../../content-more/x.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "/etc/passwd", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "C:\\pictures\\x.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "\\\\server\\x.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "file:///etc/passwd", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "out.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "up/secret.png", DIAG_CODE_IMAGE_OUTSIDE, NULL);
    refused(place, "..", DIAG_CODE_IMAGE_MISSING, NULL); /* the root itself: a folder */
}

static void the_network_is_never_used(void **state)
{
    struct place *place = *state;
    refused(place, "https://example.org/x.png", DIAG_CODE_IMAGE_REMOTE, "network");
    refused(place, "HTTP://example.org/x.png", DIAG_CODE_IMAGE_REMOTE, NULL);
    refused(place, "//example.org/x.png", DIAG_CODE_IMAGE_REMOTE, NULL);
    refused(place, "ftp://example.org/x.png", DIAG_CODE_IMAGE_REMOTE, NULL);
    refused(place, "data:image/png;base64,AAAA", DIAG_CODE_IMAGE_FORMAT, NULL);
}

static void what_cannot_be_looked_at_is_not_missing(void **state)
{
    struct place *place = *state;
    const char *name = arena_format(&place->arena, "%0300d.png", 7);
    refused(place, "loop.png", DIAG_CODE_FILE_UNREADABLE, "permissions");
    refused(place, "broken.png", DIAG_CODE_FILE_UNREADABLE, NULL);
    assert_holds(place->diags.items[1].message, "a symbolic link to 'nothing.png'");
    refused(place, name, DIAG_CODE_FILE_UNREADABLE, NULL);
    assert_holds(place->diags.items[2].message, "File name too long");
}

static void what_is_missing_has_a_neighbour(void **state)
{
    struct place *place = *state;
    refused(place, "../lgoo.png", DIAG_CODE_IMAGE_MISSING, "'../logo.png'");
    refused(place, "hälf.png", DIAG_CODE_IMAGE_MISSING, "'half.png'");
    refused(place, "nowhere/x.png", DIAG_CODE_IMAGE_MISSING, "no folder 'nowhere'");
    refused(place, "..\\logo.png", DIAG_CODE_IMAGE_MISSING, "write /");
    refused(place, "zzzzzzzzz.gif", DIAG_CODE_IMAGE_MISSING, NULL);
    refused(place, "folder.png", DIAG_CODE_IMAGE_MISSING, NULL);
    refused(place, "", DIAG_CODE_IMAGE_MISSING, NULL);
    refused(place, "a%00b.png", DIAG_CODE_IMAGE_MISSING, NULL);
}

static void what_is_no_picture_is_told_every_time(void **state)
{
    struct place *place = *state;
    refused(place, "text.png", DIAG_CODE_IMAGE_FORMAT, "PNG or JPEG");
    refused(place, "half.png", DIAG_CODE_IMAGE_BROKEN, NULL);
    refused(place, "text.png", DIAG_CODE_IMAGE_FORMAT, "PNG or JPEG");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pictures_inside_are_opened_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_path_leads_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_network_is_never_used, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_looked_at_is_not_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_missing_has_a_neighbour, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_picture_is_told_every_time, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
