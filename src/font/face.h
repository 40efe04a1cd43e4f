/* Opening and closing the files of faces. Within font/ only. */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "font/set_state.h"

/* Opens the face if need be; NULL when its file is not there or is no font. */
struct font_face *font_face_open(struct font_set *set, uint16_t face);
/* Opens a file as a face that the caller closes. */
bool font_file_open(const char *path, struct font_face *face);
void font_file_close(struct font_face *face);

#endif
