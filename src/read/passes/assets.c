#include "read/passes/assets.h"

#include <string.h>

#include "base/inputs.h"
#include "image/image.h"
#include "read/passes/nearest.h"
#include "text/address.h"

/* A picture that was opened, or could not be; kept in the document (doc->pictures). */
struct picture {
    const struct image *image;
    enum diag_code code; /* of a failure */
    const char *reason;
};

struct request {
    struct doc *doc;
    const char *folder, *path; /* path as written, decoded when that names a file */
    struct span span;
    struct diag_list *diags;
};

static void say_outside(const struct request *r, const char *why)
{
    diag_add(r->diags, DIAG_CODE_IMAGE_OUTSIDE, r->span,
             "copy the picture into the folder of the leaflet, and name it by its path from there",
             "the picture '%s' is not used: %s", r->path, why);
}

/* Refuses what can be told from the words of the path alone. */
static bool is_refused(const struct request *r)
{
    struct slice scheme = address_scheme(slice_from(r->path));
    bool host = r->path[0] == '/' && r->path[1] == '/';
    if (scheme.len == 1 || r->path[0] == '\\' || (r->path[0] == '/' && !host) ||
        slice_equal_nocase(scheme, SLICE_LIT("file")))
        say_outside(r, "its path is absolute");
    else if (slice_equal_nocase(scheme, SLICE_LIT("data")))
        diag_add(r->diags, DIAG_CODE_IMAGE_FORMAT, r->span, "save the picture as a file",
                 "a picture inside the text (data:) is not supported");
    else if (scheme.len > 0 || host)
        diag_add(r->diags, DIAG_CODE_IMAGE_REMOTE, r->span,
                 "save the picture beside the leaflet: leafset never uses the network",
                 "the picture '%s' is on another computer", r->path);
    else
        return false;
    return true;
}

static void say_unreadable(const struct request *r, const char *reason)
{
    diag_add(r->diags, DIAG_CODE_FILE_UNREADABLE, r->span,
             "check the file, and the permissions of it and its folders",
             "the picture '%s' cannot be read: %s", r->path, reason);
}

static const char *hint_missing(const struct request *r, const char *full)
{
    struct arena *arena = &r->doc->arena;
    const char *reason;
    if (strchr(r->path, '\\'))
        return "write / between folders";
    if (r->diags->per_code[DIAG_CODE_IMAGE_MISSING] >= DIAG_LIMIT)
        return NULL; /* the message is only counted */
    const char *hint = read_nearest_hint(r->doc, r->folder, r->path);
    if (hint || inputs_kind(r->doc->inputs, file_folder(arena, full), &reason) == FILE_FOLDER)
        return hint;
    return arena_format(arena, "there is no folder '%s'", file_folder(arena, r->path));
}

/* The picture's real path inside the content root, or NULL after a diagnostic. */
static const char *find_file(struct request *r)
{
    struct arena *arena = &r->doc->arena;
    struct inputs *inputs = r->doc->inputs;
    const char *full = file_fold(arena, file_join(arena, r->folder, r->path));
    const char *decoded = address_decode(arena, slice_from(r->path)), *reason;
    if (strcmp(decoded, r->path) != 0 && inputs_kind(inputs, full, &reason) == FILE_MISSING) {
        r->path = decoded;
        full = file_fold(arena, file_join(arena, r->folder, decoded));
    }
    if (!inputs_are_inside(inputs, full)) {
        say_outside(r, "its path leaves the folder of the content");
        return NULL;
    }
    const char *real = inputs_real(inputs, arena, full, &reason);
    if (!real && reason) {
        say_unreadable(r, reason);
        return NULL;
    }
    if (!real) {
        diag_add(r->diags, DIAG_CODE_IMAGE_MISSING, r->span, hint_missing(r, full),
                 "there is no picture '%s'", r->path);
        return NULL;
    }
    if (!inputs_are_inside(inputs, real)) {
        say_outside(r, "a symbolic link leads out of the folder of the content");
        return NULL;
    }
    enum file_kind kind = inputs_kind(inputs, real, &reason);
    if (kind == FILE_UNREADABLE) {
        say_unreadable(r, reason);
        return NULL;
    }
    if (kind != FILE_REGULAR) {
        diag_add(r->diags, DIAG_CODE_IMAGE_MISSING, r->span, "name the picture itself",
                 "'%s' is not a file", r->path);
        return NULL;
    }
    return real;
}

static enum diag_code code_of(enum image_error error)
{
    switch (error) {
    case IMAGE_NOT_KNOWN:
    case IMAGE_NOT_SUPPORTED: return DIAG_CODE_IMAGE_FORMAT;
    case IMAGE_OVER_LIMIT: return DIAG_CODE_IMAGE_TOO_LARGE;
    case IMAGE_OK:
    case IMAGE_DAMAGED: break;
    }
    return DIAG_CODE_IMAGE_BROKEN;
}

/* Reads and opens the file once; a failure is kept, to be told wherever it is named. */
static struct picture *open_picture(struct request *r, const char *real)
{
    struct arena *arena = &r->doc->arena;
    struct slice bytes;
    struct picture *picture = ARENA_NEW(arena, struct picture);
    map_put(&r->doc->pictures, slice_from(real), picture);
    enum status status =
        inputs_read(r->doc->inputs, real, IMAGE_MAX_BYTES, arena, &bytes, &picture->reason);
    if (status != STATUS_OK) {
        picture->code =
            status == STATUS_CONTENT ? DIAG_CODE_IMAGE_TOO_LARGE : DIAG_CODE_FILE_UNREADABLE;
        return picture;
    }
    const char *path = arena_string(arena, slice_from(r->path));
    picture->code = code_of(image_open(bytes, path, arena, &picture->image, &picture->reason));
    if (picture->image && picture->image->frames > 1)
        diag_add(r->diags, DIAG_CODE_IMAGE_MOVING, r->span,
                 "save the one that tells most as a picture of its own",
                 "the picture '%s' moves: only the first of its %u pictures is shown", r->path,
                 picture->image->frames);
    return picture;
}

/* Reasons may end in what to do ("...: save it as PNG"): that is the hint. */
static const char *remedy_of(const char *reason)
{
    const char *save = strstr(reason, ": save "), *copy = strstr(reason, ": copy ");
    return save ? save + 2 : copy ? copy + 2 : NULL;
}

static void say_unusable(const struct request *r, const struct picture *picture)
{
    if (picture->code == DIAG_CODE_FILE_UNREADABLE) {
        say_unreadable(r, picture->reason);
        return;
    }
    const char *remedy = remedy_of(picture->reason);
    size_t len = remedy ? (size_t)(remedy - picture->reason) - 2 : strlen(picture->reason);
    const char *hint = remedy;
    if (!hint && picture->code == DIAG_CODE_IMAGE_TOO_LARGE)
        hint = "save a smaller copy: a leaflet needs no more than 2,000 pixels across";
    else if (!hint && picture->code == DIAG_CODE_IMAGE_BROKEN)
        hint = "open the picture and save it anew";
    diag_add(r->diags, picture->code, r->span, hint, "the picture '%s' cannot be used: %.*s",
             r->path, (int)len, picture->reason);
}

const struct image *read_image(struct doc *doc, const char *folder, struct slice path,
                               struct span span, struct diag_list *diags)
{
    struct request request = {doc, folder, arena_string(&doc->arena, path), span, diags};
    if (path.len == 0) {
        diag_add(diags, DIAG_CODE_IMAGE_MISSING, span,
                 "write the path of its file, as in ![what it shows](picture.png)",
                 "the picture names no file");
        return NULL;
    }
    const char *real = is_refused(&request) ? NULL : find_file(&request);
    if (!real)
        return NULL;
    struct picture *picture = map_get(&doc->pictures, slice_from(real));
    if (!picture)
        picture = open_picture(&request, real);
    if (!picture->image)
        say_unusable(&request, picture);
    return picture->image;
}
