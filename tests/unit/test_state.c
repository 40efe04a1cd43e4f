#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#include <cmocka.h>

#include "build/state_file.h"
#include "folder.h"

static const struct digest key = {"all the options"}, other_key = {"other options"};

static void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* So long ago that its time tells. */
static void put_old_file(const char *path, const char *text, int seconds)
{
    put_file(path, text);
    assert_int_equal(utime(path, &(struct utimbuf){seconds, seconds}), 0);
}

static void ask_for_file(struct inputs *inputs, const char *path, struct arena *arena)
{
    struct slice text;
    const char *reason;
    inputs_read(inputs, path, 1000, arena, &text, &reason);
}

/* The leaflet "first" of one source, a picture that is not there, the names in a folder, and one
 * file that was made. */
static void make(struct fixture *f, struct state *state)
{
    struct inputs *inputs = inputs_open(NULL, true);
    struct input copies[8], *asked[8];
    const char *reason, **names;
    state_start(state, ".");
    assert_int_equal(mkdir("pictures", 0777), 0);
    put_old_file("a %.md", "words", 1000000);
    put_old_file("first.pdf", "pdf", 1000000);
    ask_for_file(inputs, "a %.md", &f->arena);
    ask_for_file(inputs, "none.png", &f->arena);
    inputs_list(inputs, "pictures", &f->arena, &names, &reason);
    inputs_kind(inputs, "clinic.yml", &reason);
    inputs_note_answer(inputs, INPUT_LEAFLET, "other.md", SLICE_LIT("other"));
    for (size_t i = 0; i < inputs_count(inputs); i++) {
        copies[i] = *inputs_at(inputs, i);
        asked[i] = &copies[i];
    }
    struct state_file file = {
        .path = "first.pdf", .stamp = file_stamp("first.pdf"), .digest = digest_of("pdf", 3)};
    struct state_leaflet leaflet = {
        .name = "first pdf",
        .source = "a %.md",
        .path = "a %.md",
        .key = key,
        .inputs = asked,
        .input_count = inputs_count(inputs),
        .files = &file,
        .file_count = 1,
        .said = SLICE_LIT("a note\n"),
    };
    state_put(state, &leaflet);
    inputs_close(inputs);
}

static struct slice answer_link(void *context, const char *place, struct arena *arena)
{
    (void)arena;
    assert_string_equal(place, "other.md");
    return slice_from(context);
}

static struct state_probe probe_of(const char *link)
{
    return (struct state_probe){.leaflet = answer_link, .context = (void *)(uintptr_t)link};
}

static bool is_fresh(struct state *state, bool verify)
{
    struct state_probe probe = probe_of("other");
    probe.verify = verify;
    bool fresh = state_fresh(state, &probe, "first pdf", &key) != NULL;
    state_probe_free(&probe);
    return fresh;
}

static void nothing_has_changed(void **given)
{
    struct state state;
    struct state_probe probe = probe_of("other");
    make(*given, &state);
    assert_true(is_fresh(&state, false));
    assert_true(is_fresh(&state, true));
    assert_null(state_fresh(&state, &probe, "second pdf", &key));
    assert_null(state_fresh(&state, &probe, "first pdf", &other_key));
    state_probe_free(&probe);
    state_free(&state);
}

static void each_change_is_seen(void **given)
{
    struct state state;
    make(*given, &state);
    put_old_file("a %.md", "words", 2000000); /* touched: the hash is the same */
    assert_true(is_fresh(&state, false));
    put_old_file("a %.md", "sword", 3000000); /* as long as before */
    assert_false(is_fresh(&state, false));
    put_old_file("a %.md", "words", 1000000);
    assert_true(is_fresh(&state, false));
    put_file("none.png", "");
    assert_false(is_fresh(&state, false));
    remove("none.png");
    put_file("pictures/new.png", "");
    assert_false(is_fresh(&state, false));
    remove("pictures/new.png");
    put_file("clinic.yml", "");
    assert_false(is_fresh(&state, false));
    remove("clinic.yml");
    assert_true(is_fresh(&state, false));
    put_old_file("first.pdf", "PDF", 1000001); /* somebody else's */
    assert_false(is_fresh(&state, false));
    put_old_file("first.pdf", "pdf", 1000001); /* back again */
    assert_true(is_fresh(&state, false));
    remove("first.pdf");
    assert_false(is_fresh(&state, false));
    put_old_file("first.pdf", "pdf", 1000001);
    remove("a %.md");
    assert_false(is_fresh(&state, false));
    state_free(&state);
}

static void a_link_that_leads_elsewhere_is_seen(void **given)
{
    struct state state;
    struct state_probe probe = probe_of("else");
    make(*given, &state);
    assert_null(state_fresh(&state, &probe, "first pdf", &key));
    state_probe_free(&probe);
    state_free(&state);
}

/* So that the next one need not read what was read for this one. */
static void a_stamp_is_taken_anew(void **given)
{
    struct state state;
    make(*given, &state);
    state.changed = false;
    put_old_file("a %.md", "words", 2000000);
    put_old_file("first.pdf", "pdf", 2000000);
    assert_true(is_fresh(&state, false));
    assert_true(state.changed);
    assert_true(file_stamp_equal(state.items[0]->files[0].stamp, file_stamp("first.pdf")));
    state.changed = false;
    put_old_file("a %.md", "sword", 2000000); /* not read any more */
    assert_true(is_fresh(&state, false));
    assert_false(state.changed);
    state_free(&state);
}

static void what_is_verified_is_hashed(void **given)
{
    struct state state;
    make(*given, &state);
    put_old_file("a %.md", "sword", 1000000); /* its size and time as before */
    assert_true(is_fresh(&state, false));
    assert_false(is_fresh(&state, true));
    state_free(&state);
}

static void a_file_changed_just_now_is_hashed(void **given)
{
    struct fixture *f = *given;
    struct inputs *inputs = inputs_open(NULL, true);
    put_file("b.md", "words");
    ask_for_file(inputs, "b.md", &f->arena);
    const struct input *input = inputs_at(inputs, 0);
    assert_false(file_stamp_equal(input->stamp, file_stamp("b.md")));
    inputs_close(inputs);
}

static void write_state(const struct state *state)
{
    struct buf text = {0};
    state_text(state, &text);
    put_file(STATE_NAME, text.data);
    buf_free(&text);
}

static void what_is_written_is_read(void **given)
{
    struct state state, again;
    struct buf text = {0}, second = {0};
    struct state_probe probe = probe_of("other");
    make(*given, &state);
    state_set_batch(&state, (const char *[]){"in folder"}, 1);
    write_state(&state);
    state_read(&again, ".");
    assert_int_equal(again.count, 1);
    assert_false(again.changed);
    assert_true(is_fresh(&again, false));
    assert_true(is_fresh(&again, true));
    assert_string_equal(again.batch[0], "in folder");
    assert_null(again.batch[1]);
    const struct state_leaflet *leaflet = state_fresh(&again, &probe, "first pdf", &key);
    assert_true(slice_equal_string(leaflet->said, "a note\n"));
    assert_string_equal(leaflet->files[0].path, "first.pdf");
    state_text(&state, &text);
    state_text(&again, &second);
    assert_string_equal(text.data, second.data);
    state_probe_free(&probe);
    state_free(&again);
    state_free(&state);
    buf_free(&text);
    buf_free(&second);
}

/* Any part of the file, and any byte changed in it, gives none. */
static void a_damaged_file_is_none(void **given)
{
    struct state state, again;
    struct buf text = {0};
    make(*given, &state);
    state_text(&state, &text);
    for (size_t len = 0; len + 1 < text.len; len++) {
        char kept = text.data[len];
        text.data[len] = '\0';
        put_file(STATE_NAME, text.data);
        state_read(&again, ".");
        assert_int_equal(again.count, 0);
        state_free(&again);
        text.data[len] = kept == 'x' ? 'y' : 'x';
        put_file(STATE_NAME, text.data);
        state_read(&again, ".");
        assert_int_equal(again.count, 0);
        state_free(&again);
        text.data[len] = kept;
    }
    state_free(&state);
    buf_free(&text);
}

static bool is_fresh_after(struct fixture *f, enum status status)
{
    struct state state, made;
    struct input none = {.question = INPUT_KIND, .path = "none"};
    struct input *inputs[] = {&none};
    const struct state_leaflet first = {.name = "first pdf",
                                        .source = "a %.md",
                                        .path = "a %.md",
                                        .key = key,
                                        .status = status,
                                        .inputs = inputs,
                                        .input_count = 1};
    make(f, &state);
    state_start(&made, ".");
    state_put(&made, &first);
    state_adopt(&state, &made);
    bool fresh = is_fresh(&state, false);
    assert_int_equal(state.left_count, 0);
    assert_string_equal(state.items[1]->files[0].path, "first.pdf");
    state_free(&state);
    state_free(&made);
    assert_int_equal(remove("pictures"), 0);
    return fresh;
}

/* Its files are those of the build before, until it is right again. */
static void one_that_was_refused_is_so_while_nothing_changes(void **given)
{
    assert_true(is_fresh_after(*given, STATUS_CONTENT));
    put_old_file("none", "x", 1000000);
    assert_false(is_fresh_after(*given, STATUS_CONTENT));
}

static void what_the_machine_was_at_fault_for_is_tried_again(void **given)
{
    assert_false(is_fresh_after(*given, STATUS_ENVIRONMENT));
}

/* What "second" has now is not left; what others put there is theirs. */
static void files_of_leaflets_that_are_gone_are_left(void **given)
{
    struct state state, made, again;
    struct state_probe probe = {0};
    make(*given, &state);
    put_old_file("first.epub", "epub", 1000000);
    put_old_file("page.png", "png", 1000000);
    struct state_file now[] = {
        {.path = "first.epub", .stamp = file_stamp("first.epub"), .digest = digest_of("epub", 4)},
        {.path = "page.png", .stamp = file_stamp("page.png"), .digest = digest_of("png", 3)}};
    struct state_leaflet first = {
        .name = "first pdf", .source = "a %.md", .path = "a %.md", .files = now, .file_count = 2};
    state_start(&made, ".");
    state_put(&made, &first);
    state_adopt(&state, &made);
    state_settle(&state, &probe);
    assert_int_equal(state.left_count, 1);
    assert_string_equal(state.left[0]->path, "first.pdf");
    state_leave(&state, map_get(&state.leaflets, slice_from("first pdf")));
    struct state_leaflet second = {
        .name = "second png", .source = "b.md", .path = "b.md", .files = now + 1, .file_count = 1};
    state_put(&state, &second);
    put_old_file("first.pdf", "PDF", 2000000);
    state_settle(&state, &probe);
    assert_int_equal(state.left_count, 1);
    assert_string_equal(state.left[0]->path, "first.epub");
    write_state(&state);
    state_read(&again, ".");
    assert_int_equal(again.count, 1);
    assert_int_equal(again.left_count, 1);
    state_free(&again);
    state_probe_free(&probe);
    state_free(&state);
    state_free(&made);
}

static int empty_folder(void **given)
{
    rmdir("pictures");
    return tear_down(given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_has_changed, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(each_change_is_seen, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(what_is_verified_is_hashed, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(a_file_changed_just_now_is_hashed, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(what_is_written_is_read, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(a_damaged_file_is_none, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(a_link_that_leads_elsewhere_is_seen, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(a_stamp_is_taken_anew, set_up, empty_folder),
        cmocka_unit_test_setup_teardown(one_that_was_refused_is_so_while_nothing_changes, set_up,
                                        empty_folder),
        cmocka_unit_test_setup_teardown(what_the_machine_was_at_fault_for_is_tried_again, set_up,
                                        empty_folder),
        cmocka_unit_test_setup_teardown(files_of_leaflets_that_are_gone_are_left, set_up,
                                        empty_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
